import { describe, expect, it } from 'vitest';
import { type Client, organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { ids } from '../../world/worlds.builder.ts';
import { badInput, management } from './organizations.builder.ts';

const badToken = badInput(
  'INVALID_NEXT_TOKEN',
  'You specified an invalid value for nextToken. You must get the value from the response to a previous call to the API.',
);

const large = (): Client => organizations(createEmulator({ accounts: 45, quotas: 'off' }), ids.management);

/** Reads a list to its end, page by page. */
const pages = async (client: Client, operation: string, member: string, input = {}): Promise<readonly string[][]> => {
  const read: string[][] = [];
  let token: unknown;
  do {
    const { body } = await client.call(operation, { ...input, ...(token !== undefined && { NextToken: token }) });
    // Every list of the tests holds things with an id.
    read.push((body[member] as readonly { Id: string }[]).map(({ Id }) => Id));
    token = body['NextToken'];
  } while (token !== undefined);
  return read;
};

describe('ListAccounts', () => {
  it('shows the members, and not who is outside', async () => {
    const [page] = await pages(management(), 'ListAccounts', 'Accounts');
    expect(page).toEqual([ids.management, ids.delegated, ids.member, ids.suspended]);
  });

  it('gives pages of 20, each account once', async () => {
    const read = await pages(large(), 'ListAccounts', 'Accounts');
    expect(read.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(new Set(read.flat()).size).toBe(45);
  });

  it('gives smaller pages when asked', async () => {
    const read = await pages(large(), 'ListAccounts', 'Accounts', { MaxResults: 9 });
    expect(read.map((page) => page.length)).toEqual([9, 9, 9, 9, 9]);
  });

  it.each([
    [0, 'MIN_VALUE_EXCEEDED'],
    [-1, 'MIN_VALUE_EXCEEDED'],
    [21, 'MAX_VALUE_EXCEEDED'],
  ])('refuses pages of %d', async (size, reason) => {
    expect(await large().call('ListAccounts', { MaxResults: size })).toMatchObject({
      status: 400,
      body: { __type: 'InvalidInputException', Reason: `${reason}:MAX_RESULTS` },
    });
  });

  it.each(['', 'x', 'QWNjb3VudHM6MQ', Buffer.from('Accounts:20').toString('base64')])(
    'refuses the token %j',
    async (token) => {
      expect(await large().call('ListAccounts', { NextToken: token })).toMatchObject(badToken);
    },
  );

  it('refuses the token of another list', async () => {
    const client = large();
    const { body } = await client.call('ListAccounts', { MaxResults: 1 });
    const NextToken = body['NextToken'];
    for (const [operation, input] of [
      ['ListAccountsForParent', { ParentId: ids.root }],
      ['ListOrganizationalUnitsForParent', { ParentId: ids.root }],
      ['ListRoots', {}],
    ] as const)
      expect(await client.call(operation, { ...input, NextToken })).toMatchObject(badToken);
  });

  it('refuses the token that another parent gave', async () => {
    const client = large();
    const [, other] = (
      await pages(client, 'ListOrganizationalUnitsForParent', 'OrganizationalUnits', { ParentId: ids.root })
    ).flat();
    const { body } = await client.call('ListAccountsForParent', { ParentId: 'ou-ex01-test00001', MaxResults: 1 });
    expect(body['NextToken']).toEqual(expect.any(String));
    expect(await client.call('ListAccountsForParent', { ParentId: other, NextToken: body['NextToken'] })).toMatchObject(
      badToken,
    );
  });

  it('goes on with another page size than it began with', async () => {
    const client = large();
    const first = await client.call('ListAccounts', { MaxResults: 20 });
    const second = await client.call('ListAccounts', { MaxResults: 7, NextToken: first.body['NextToken'] });
    expect(second.body['Accounts']).toHaveLength(7);
  });
});
