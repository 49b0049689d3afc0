import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids, makeClock } from '../../world/worlds.builder.ts';
import { denial, invalid, refused } from './contacts.builder.ts';
import { codeOf, worldWhere } from './settings.builder.ts';

const fresh = 'root+payments@example.com';

const setUp = (options = {}) => {
  const clock = makeClock();
  const emulator = emulatorOf({ clock, ...options });
  const start = (PrimaryEmail: unknown = fresh, AccountId: string = ids.member, caller: string = ids.management) =>
    account(emulator, caller).call('StartPrimaryEmailUpdate', { AccountId, PrimaryEmail });
  return { clock, emulator, start };
};

const inUse = refused(409, 'ConflictException', 'The email address is already in use by another account.');
const tooMany = refused(429, 'TooManyRequestsException', 'Too Many Requests');

/** A user of the management account with the policy that is given. */
const someone = (Action: string | readonly string[], Condition = {}) => ({
  name: 'someone',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  policies: [{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*', Condition } }],
  tags: {},
});

describe('StartPrimaryEmailUpdate', () => {
  it('sends a code to the new address, and the account keeps the old one', async () => {
    const { emulator, start } = setUp();
    expect(await start()).toMatchObject({ status: 200, body: { Status: 'PENDING' } });
    expect(await codeOf(emulator, ids.member)).toMatch(/^[a-zA-Z0-9]{6}$/);
    const { body } = await account(emulator, ids.management).call('GetPrimaryEmail', { AccountId: ids.member });
    expect(body).toEqual({ PrimaryEmail: 'aws+payments@example.com' });
  });

  it.each(['aws+payments@example.com', 'AWS+Old@example.com'])('conflicts with %s, which is in use', async (email) => {
    expect(await setUp().start(email)).toMatchObject(inUse);
  });

  it('conflicts with the address of an account that is being created', async () => {
    const { emulator, start } = setUp();
    await organizations(emulator, ids.management).call('CreateAccount', { Email: fresh, AccountName: 'new' });
    expect(await start()).toMatchObject(inUse);
  });

  it('may be called three times in thirty seconds for one account', async () => {
    const { clock, start } = setUp();
    for (let call = 0; call < 3; call++) expect(await start()).toMatchObject({ status: 200 });
    expect(await start(fresh, ids.member, ids.delegated)).toMatchObject(tooMany);
    expect(await start(fresh, ids.suspended)).toMatchObject({ status: 200 });
    clock.advance(29_999);
    expect(await start()).toMatchObject(tooMany);
    clock.advance(1);
    expect(await start()).toMatchObject({ status: 200 });
  });

  it.each([
    ['a@bc', '[string "a@bc" is too short (length: 4, required minimum: 5)]'],
    [
      `${'a'.repeat(53)}@example.com`,
      `[string "${'a'.repeat(53)}@example.com" is too long (length: 65, maximum allowed: 64)]`,
    ],
    ['nobody', 'The primary email address is not a valid email address.'],
    [undefined, '[object has missing required properties (["PrimaryEmail"])]'],
  ])('refuses the address %j', async (email, message) => {
    const { emulator } = setUp();
    const input = { AccountId: ids.member, PrimaryEmail: email };
    expect(await account(emulator, ids.management).call('StartPrimaryEmailUpdate', input)).toMatchObject(
      invalid(message),
    );
  });

  it('is not for the management account itself', async () => {
    expect(await setUp().start(fresh, ids.management)).toMatchObject(
      denial(ids.management, 'StartPrimaryEmailUpdate', ' (Access Denied)'),
    );
  });

  it('needs iam:UpdateAccountEmailAddress too', async () => {
    const user = someone('account:StartPrimaryEmailUpdate');
    const { start } = setUp({ world: worldWhere(ids.management, { users: [user] }) });
    const { status, body } = await start(fresh, ids.member, user.accessKeyId);
    expect(status).toBe(403);
    expect(body['message']).toContain('is not authorized to perform: iam:UpdateAccountEmailAddress on resource: * ');
  });

  it('can be allowed by the domain of the new address', async () => {
    const user = someone(['account:StartPrimaryEmailUpdate', 'iam:UpdateAccountEmailAddress'], {
      StringEqualsIfExists: { 'account:EmailTargetDomain': 'example.com' },
    });
    const { start } = setUp({ world: worldWhere(ids.management, { users: [user] }) });
    expect(await start(fresh, ids.member, user.accessKeyId)).toMatchObject({ status: 200 });
    const { body } = await start('root@example.org', ids.member, user.accessKeyId);
    expect(body['message']).toContain(
      `on resource: arn:aws:account::${ids.management}:account/o-exampleorgid/${ids.member} because no identity-based`,
    );
  });
});
