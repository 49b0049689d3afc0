import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

const idsIn = async (parent: string): Promise<readonly string[]> => {
  const { body } = await management().call('ListAccountsForParent', { ParentId: parent });
  // The shape of the operation's answer.
  return (body['Accounts'] as readonly { Id: string }[]).map(({ Id }) => Id);
};

describe('ListAccountsForParent', () => {
  it('shows the accounts directly in the root, and not those of the units below', async () => {
    expect(await idsIn(ids.root)).toEqual([ids.management, ids.delegated]);
  });

  it('shows the accounts of a unit', async () => {
    expect(await idsIn(ids.workloads)).toEqual([ids.member]);
  });

  it.each(['r-ex02', 'ou-ex01-nowhere01'])('does not know the parent %s', async (parent) => {
    expect(await management().call('ListAccountsForParent', { ParentId: parent })).toMatchObject(
      refusal('ParentNotFoundException', "You specified parent that doesn't exist."),
    );
  });

  it('needs a parent that is a root or a unit', async () => {
    expect(await management().call('ListAccountsForParent')).toMatchObject(required('PARENT_ID'));
    for (const parent of ['444455556666', 'ou-ex01', 'root', `${ids.root} `])
      expect(await management().call('ListAccountsForParent', { ParentId: parent })).toMatchObject(
        misshapen('PARENT_ID'),
      );
  });
});
