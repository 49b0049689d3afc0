import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { management, refusal, required } from './organizations.builder.ts';

const service = { ServicePrincipal: 'account.amazonaws.com' };

describe('DeregisterDelegatedAdministrator', () => {
  it('takes all access away, at once', async () => {
    const emulator = emulatorOf();
    expect(
      await organizations(emulator, ids.management).call('DeregisterDelegatedAdministrator', {
        ...service,
        AccountId: ids.delegated,
      }),
    ).toMatchObject({ status: 200, body: {} });
    const read = { AlternateContactType: 'SECURITY', AccountId: ids.member };
    expect(await account(emulator, ids.delegated).call('GetAlternateContact', read)).toMatchObject({ status: 403 });
    expect(await organizations(emulator, ids.delegated).call('ListAccounts')).toMatchObject({ status: 400 });
  });

  it.each([
    ['an account that is none for this service', { AccountId: ids.member }],
    ['a service that it is none for', { AccountId: ids.delegated, ServicePrincipal: 'config.amazonaws.com' }],
  ])('refuses %s', async (_, input) => {
    expect(await management().call('DeregisterDelegatedAdministrator', { ...service, ...input })).toMatchObject(
      refusal(
        'AccountNotRegisteredException',
        'The specified account is not a delegated administrator for this AWS service.',
      ),
    );
  });

  it('does not know an account that is no member', async () => {
    const unknown = { ...service, AccountId: ids.unknown };
    expect(await management().call('DeregisterDelegatedAdministrator', unknown)).toMatchObject(
      refusal('AccountNotFoundException', "You specified an account that doesn't exist."),
    );
  });

  it('needs an account and a service', async () => {
    expect(await management().call('DeregisterDelegatedAdministrator', service)).toMatchObject(required('ACCOUNT_ID'));
    expect(await management().call('DeregisterDelegatedAdministrator', { AccountId: ids.member })).toMatchObject(
      required('SERVICE_PRINCIPAL'),
    );
  });
});
