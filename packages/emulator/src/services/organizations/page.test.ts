import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management } from './organizations.builder.ts';

/** Members that nobody knows; no text can be made of one of them. */
const strange = { Unknown: { toString: 1, valueOf: 1 }, Another: 1 };

describe('a page', () => {
  it('comes also to a caller who sends members that nobody knows', async () => {
    const client = management();
    const first = await client.call('ListAccounts', { ...strange, MaxResults: 2 });
    expect(first).toMatchObject({ status: 200, body: { Accounts: [{ Id: ids.management }, { Id: ids.delegated }] } });
    const NextToken = first.body['NextToken'];
    const second = await client.call('ListAccounts', { ...strange, MaxResults: 2, NextToken });
    expect(second).toMatchObject({ status: 200, body: { Accounts: [{ Id: ids.member }, { Id: ids.suspended }] } });
  });

  it('is the first one where the token is null, which is as good as none', async () => {
    const { body } = await management().call('ListAccounts', { NextToken: null, MaxResults: null });
    expect(body['Accounts']).toHaveLength(4);
  });

  it('refuses an empty token', async () => {
    expect(await management().call('ListAccounts', { NextToken: '' })).toMatchObject({
      status: 400,
      body: { __type: 'InvalidInputException', Reason: 'INVALID_NEXT_TOKEN' },
    });
  });
});
