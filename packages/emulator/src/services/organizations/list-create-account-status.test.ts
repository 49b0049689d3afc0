import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids, makeClock } from '../../world/worlds.builder.ts';
import { badInput, management } from './organizations.builder.ts';

describe('ListCreateAccountStatus', () => {
  it('shows creations of the wanted states, or all', async () => {
    const clock = makeClock();
    const client = organizations(emulatorOf({ clock }), ids.management);
    await client.call('CreateAccount', { Email: 'aws+one@example.com', AccountName: 'one' });
    await client.call('CreateAccount', { Email: 'aws+payments@example.com', AccountName: 'taken' });
    clock.advance(2000);
    await client.call('CreateAccount', { Email: 'aws+two@example.com', AccountName: 'two' });
    const namesOf = async (input = {}): Promise<readonly string[]> => {
      const { body } = await client.call('ListCreateAccountStatus', input);
      return (body['CreateAccountStatuses'] as readonly { AccountName: string }[]).map((each) => each.AccountName);
    };
    expect(await namesOf()).toEqual(['one', 'taken', 'two']);
    expect(await namesOf({ States: [] })).toEqual(['one', 'taken', 'two']);
    expect(await namesOf({ States: ['SUCCEEDED'] })).toEqual(['one']);
    expect(await namesOf({ States: ['FAILED', 'IN_PROGRESS'] })).toEqual(['taken', 'two']);
  });

  it('shows an empty list where nothing was created', async () => {
    expect((await management().call('ListCreateAccountStatus')).body).toEqual({ CreateAccountStatuses: [] });
  });

  it.each([[['DONE']], [['SUCCEEDED', 5]], [[null]]])('refuses the states %j', async (States) => {
    expect(await management().call('ListCreateAccountStatus', { States })).toMatchObject(
      badInput('INVALID_ENUM:STATES', 'You specified an invalid value.'),
    );
  });
});
