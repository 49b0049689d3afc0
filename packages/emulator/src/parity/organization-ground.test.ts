import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../create-emulator.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import { sdkClient } from './aws/sdk-client.ts';
import type { ParityClient } from './client.ts';
import { emulatedNames, keysOf } from './emulated-world.builder.ts';
import { learnNames } from './learn-names.ts';
import { organizationGround, type StandingOrganization } from './organization-ground.ts';
import type { ParityCase } from './script.ts';

/** An emulator stands for the organization that is not ours. */
let emulator: Emulator;
let client: ParityClient;

beforeEach(async () => {
  emulator = emulatorOf();
  const { url: endpoint } = await emulator.listen();
  client = sdkClient((as) => ({ endpoint, region: 'us-east-1', maxAttempts: 1, credentials: keysOf(as) }));
});

afterEach(() => emulator.close());

const groundOf = (differences: Partial<StandingOrganization> = {}) =>
  organizationGround({
    client,
    actors: ['management', 'delegated', 'member'],
    names: emulatedNames,
    writeAccounts: [ids.member],
    ...differences,
  });

const contactsOf = (id: string) => emulator.snapshot().accounts.find((account) => account.id === id)?.contacts;

const target = (AlternateContactType: string, AccountId = '${writable}') => ({ AlternateContactType, AccountId });

const writing: ParityCase = {
  touches: 'writes',
  steps: [
    { as: 'management', call: 'account:DeleteAlternateContact', input: target('SECURITY') },
    { as: 'management', call: 'account:PutAlternateContact', input: { ...target('BILLING'), ...mary } },
    { as: 'management', call: 'account:PutAlternateContact', input: { ...target('OPERATIONS'), ...mary } },
  ],
};

const before = { SECURITY: mary, OPERATIONS: { ...mary, Name: 'Jane Doe' } };

const setBefore = async () => {
  for (const [type, contact] of Object.entries(before)) {
    await client.call('member', 'account:PutAlternateContact', { AlternateContactType: type, ...contact });
  }
};

describe('a case that writes', () => {
  beforeEach(setBefore);

  it('leaves the contacts as they were', async () => {
    expect(await groundOf().run(writing)).toMatchObject({ problems: [] });
    expect(contactsOf(ids.member)).toEqual(before);
  });

  it('leaves them as they were when it fails, too', async () => {
    const failing: ParityCase = {
      ...writing,
      steps: [...writing.steps, { ...writing.steps[0]!, keep: { nothing: 'Nothing' } }],
    };
    expect((await groundOf().run(failing)).problems).not.toEqual([]);
    const throwing: ParityCase = { ...writing, steps: [...writing.steps, { passSeconds: 1 }] };
    expect((await groundOf().run(throwing)).problems[0]).toContain('Nobody makes time pass');
    expect(contactsOf(ids.member)).toEqual(before);
  });

  it('tells what could not be put back, with what it was', async () => {
    const breaking: ParityClient = {
      ...client,
      call: (as, operation, input) =>
        input['Name'] === 'Mary Major' && input['AlternateContactType'] === 'SECURITY'
          ? Promise.reject(new Error('The line is cut.'))
          : client.call(as, operation, input),
    };
    const { problems } = await groundOf({ client: breaking }).run(writing);
    expect(problems).toEqual([
      `The SECURITY contact of ${ids.member} was ${JSON.stringify({ ...mary, AlternateContactType: 'SECURITY' })} and is not put back: Error: The line is cut.`,
    ]);
    expect(contactsOf(ids.member)).toEqual({ OPERATIONS: before.OPERATIONS });
  });

  it('does not begin when the contacts cannot be read', async () => {
    const names = { ...emulatedNames, writable: ids.outsider };
    await expect(groundOf({ names, writeAccounts: [ids.outsider] }).run(writing)).rejects.toThrow('cannot be read');
  });

  it('reaches no account but the first that was named', async () => {
    const steps = [{ ...writing.steps[1]!, input: { ...target('BILLING', ids.delegated), ...mary } }];
    const { problems } = await groundOf({ writeAccounts: [ids.member, ids.delegated] }).run({ ...writing, steps });
    expect(problems[0]).toContain('Held back by the guard');
    expect(contactsOf(ids.delegated)).toEqual({});
  });

  it('is not run without an account that may be written to', () => {
    expect(groundOf({ writeAccounts: [] }).skips(writing)).toBe(
      'it writes, and no account is named that it may write to.',
    );
    expect(groundOf().skips(writing)).toBeUndefined();
  });
});

describe('a case that reads', () => {
  const list = { as: 'member', call: 'organizations:ListAccounts', input: { NextToken: '${token}' } } as const;

  it('is run with the guard', async () => {
    const wrong: ParityCase = { touches: 'reads', steps: writing.steps };
    await expect(groundOf().run(wrong)).rejects.toThrow('Held back by the guard');
  });

  it('is not run when there are no credentials for a caller', () => {
    const parityCase: ParityCase = { touches: 'reads', steps: [list] };
    expect(groundOf({ actors: ['management'] }).skips(parityCase)).toBe('there are no credentials for member.');
    const keys = { accessKeyId: 'AKIAIDLEIDLEIDLE0001', secretAccessKey: 's' };
    expect(groundOf().skips({ ...parityCase, steps: [{ ...list, as: keys }] })).toContain('no credentials');
  });

  it('is not run when nothing is known for a placeholder', () => {
    expect(groundOf().skips({ touches: 'reads', steps: [list] })).toBe('nothing is known for ${token}.');
    const kept = [{ ...list, input: {}, keep: { token: 'NextToken' } }, list];
    expect(groundOf().skips({ touches: 'reads', steps: kept })).toBeUndefined();
  });
});

describe('a case for an emulated world', () => {
  it('is never run', () => {
    expect(groundOf().skips({ touches: 'emulator', steps: [] })).toBe('it needs an emulated world.');
  });
});

describe('the names of an organization', () => {
  it('are learned from it', async () => {
    const names = await learnNames(client, ['management', 'member'], [ids.member]);
    const { management, member, root, unknown, writable, organization } = emulatedNames;
    expect(names).toEqual({
      ...{ management, member, root, unknown, writable, organization },
      'management.arn': emulatedNames['management.arn'],
      'member.arn': emulatedNames['member.arn'],
    });
  });

  it('lack the account to write to when none was named', async () => {
    expect(await learnNames(client, ['management'], [])).not.toHaveProperty('writable');
  });

  it.each([
    ['is the management account', ids.management, 'is the management account, which is not written to'],
    ['is no member', ids.outsider, "You specified an account that doesn't exist."],
  ])('are refused when an account to write to %s', async (_, id, message) => {
    await expect(learnNames(client, ['management'], [id])).rejects.toThrow(message);
  });

  it('are refused when the management account is another one', async () => {
    const swapped: ParityClient = { ...client, call: (_, ...call) => client.call('delegated', ...call) };
    await expect(learnNames(swapped, ['management'], [])).rejects.toThrow('This is not the organization');
  });
});
