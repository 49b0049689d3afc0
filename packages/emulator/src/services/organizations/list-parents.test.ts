import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

describe('ListParents', () => {
  it.each([
    [ids.management, ids.root, 'ROOT'],
    [ids.member, ids.workloads, 'ORGANIZATIONAL_UNIT'],
    [ids.workloads, ids.root, 'ROOT'],
  ])('of %s shows %s, the one parent, a %s', async (child, parent, type) => {
    const { body } = await management().call('ListParents', { ChildId: child });
    expect(body).toEqual({ Parents: [{ Id: parent, Type: type }] });
  });

  it.each([ids.unknown, ids.outsider, 'ou-ex01-nowhere01'])('does not know the child %s', async (child) => {
    expect(await management().call('ListParents', { ChildId: child })).toMatchObject(
      refusal('ChildNotFoundException', "You specified a child that doesn't exist."),
    );
  });

  it('needs a child that is an account or a unit; the root has no parent', async () => {
    expect(await management().call('ListParents')).toMatchObject(required('CHILD_ID'));
    for (const child of [ids.root, '1', 'x'])
      expect(await management().call('ListParents', { ChildId: child })).toMatchObject(misshapen('CHILD_ID'));
  });
});
