import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { invalid } from './contacts.builder.ts';
import { worldWhere } from './settings.builder.ts';

describe('PutAccountName', () => {
  it('trims the name, and both services show it at once', async () => {
    const emulator = emulatorOf();
    const client = account(emulator, ids.member);
    const reply = await client.call('PutAccountName', { AccountName: '  Card payments ' });
    expect(reply).toMatchObject({ status: 200, body: {} });
    expect((await client.call('GetAccountInformation')).body).toMatchObject({ AccountName: 'Card payments' });
    const { body } = await organizations(emulator, ids.management).call('DescribeAccount', { AccountId: ids.member });
    expect(body).toMatchObject({ Account: { Name: 'Card payments' } });
  });

  it('refuses blanks without saying which error it is', async () => {
    const emulator = emulatorOf();
    const reply = await account(emulator, ids.member).call('PutAccountName', { AccountName: '  ' });
    expect(reply.status).toBe(400);
    expect(reply.headers).not.toHaveProperty('x-amzn-errortype');
    expect(reply.body).toEqual({ message: 'The input AccountName must not be null or only whitespace.' });
    expect(emulator.snapshot()).toEqual(emulatorOf().snapshot());
  });

  it.each(['Card <payments>', 'Größe', 'a\tb'])('refuses the name %j', async (AccountName) => {
    expect(await account(emulatorOf(), ids.member).call('PutAccountName', { AccountName })).toMatchObject(
      invalid(`[ECMA 262 regex "^[ -;=?-~]+$" does not match input string "${AccountName}"]`),
    );
  });

  it('refuses a name that is missing or too long', async () => {
    const client = account(emulatorOf(), ids.member);
    expect(await client.call('PutAccountName')).toMatchObject(
      invalid('[object has missing required properties (["AccountName"])]'),
    );
    expect(await client.call('PutAccountName', { AccountName: 'x'.repeat(51) })).toMatchObject({ status: 400 });
  });

  it('needs iam:UpdateAccountName too', async () => {
    const user = {
      name: 'namer',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      policies: [
        { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'account:PutAccountName', Resource: '*' } },
      ],
      tags: {},
    };
    const emulator = emulatorOf({ world: worldWhere(ids.member, { users: [user] }) });
    const { status, body } = await account(emulator, user.accessKeyId).call('PutAccountName', { AccountName: 'new' });
    expect(status).toBe(403);
    expect(body['message']).toBe(
      `User: arn:aws:iam::${ids.member}:user/namer is not authorized to perform: iam:UpdateAccountName on resource: * because no identity-based policy allows the iam:UpdateAccountName action`,
    );
  });
});
