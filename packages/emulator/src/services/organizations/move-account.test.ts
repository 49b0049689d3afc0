import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

const move = { AccountId: ids.member, SourceParentId: ids.workloads, DestinationParentId: ids.root };

describe('MoveAccount', () => {
  it('puts the account into another unit', async () => {
    const client = management();
    expect(await client.call('MoveAccount', move)).toMatchObject({ status: 200, body: {} });
    expect((await client.call('ListAccountsForParent', { ParentId: ids.workloads })).body).toEqual({ Accounts: [] });
    expect((await client.call('ListParents', { ChildId: ids.member })).body).toMatchObject({
      Parents: [{ Id: ids.root }],
    });
    expect((await client.call('DescribeAccount', { AccountId: ids.member })).body).toMatchObject({
      Account: { Paths: ['o-exampleorgid/r-ex01/444455556666/'] },
    });
  });

  it.each([
    [
      'an account that is no member',
      { AccountId: ids.unknown },
      'AccountNotFoundException',
      "You specified an account that doesn't exist.",
    ],
    [
      'a source that is not its parent',
      { SourceParentId: ids.sandbox },
      'SourceParentNotFoundException',
      "You specified a source parent that doesn't exist.",
    ],
    [
      'a source that is not there',
      { SourceParentId: 'r-ex02' },
      'SourceParentNotFoundException',
      "You specified a source parent that doesn't exist.",
    ],
    [
      'a destination that is not there',
      { DestinationParentId: 'r-ex02' },
      'DestinationParentNotFoundException',
      "You specified a destination parent that doesn't exist.",
    ],
    [
      'the place where it is',
      { DestinationParentId: ids.workloads },
      'DuplicateAccountException',
      'That account is already present in the specified destination.',
    ],
  ])('refuses %s', async (_, wrong, code, message) => {
    const client = management();
    expect(await client.call('MoveAccount', { ...move, ...wrong })).toMatchObject(refusal(code, message));
    expect((await client.call('ListParents', { ChildId: ids.member })).body).toMatchObject({
      Parents: [{ Id: ids.workloads }],
    });
  });

  it('needs all three ids', async () => {
    expect(await management().call('MoveAccount')).toMatchObject(required('ACCOUNT_ID'));
    expect(await management().call('MoveAccount', { AccountId: ids.member })).toMatchObject(
      required('SOURCE_PARENT_ID'),
    );
    expect(await management().call('MoveAccount', { ...move, DestinationParentId: undefined })).toMatchObject(
      required('DESTINATION_PARENT_ID'),
    );
    expect(await management().call('MoveAccount', { ...move, DestinationParentId: ids.member })).toMatchObject(
      misshapen('DESTINATION_PARENT_ID'),
    );
  });
});
