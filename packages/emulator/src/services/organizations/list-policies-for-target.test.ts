import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, required } from './organizations.builder.ts';
import { fullAccess, managementOf, policedWorld, policyOf, targetNotFound } from './policies.builder.ts';

const Filter = 'SERVICE_CONTROL_POLICY';
const world = policedWorld([policyOf('p-example001', 'First')], {
  [ids.root]: ['p-FullAWSAccess', 'p-example001'],
  [ids.member]: ['p-example001'],
});
const namesOn = async (TargetId: string, filter = Filter) => {
  const { body } = await managementOf(world).call('ListPoliciesForTarget', { TargetId, Filter: filter });
  return (body['Policies'] as readonly { Name: string }[]).map(({ Name }) => Name);
};

describe('ListPoliciesForTarget', () => {
  it('shows what is attached to the target itself, and not what it inherits', async () => {
    expect(await namesOn(ids.root)).toEqual(['FullAWSAccess', 'First']);
    expect(await namesOn(ids.workloads)).toEqual(['FullAWSAccess']);
    expect(await namesOn(ids.member)).toEqual(['First']);
    expect(await namesOn(ids.member, 'BACKUP_POLICY')).toEqual([]);
  });

  it('shows policies without their content', async () => {
    const { body } = await managementOf(world).call('ListPoliciesForTarget', { TargetId: ids.workloads, Filter });
    expect(body).toEqual({ Policies: [fullAccess] });
  });

  it('shows none while the type is not enabled', async () => {
    expect((await management().call('ListPoliciesForTarget', { TargetId: ids.root, Filter })).body).toEqual({
      Policies: [],
    });
  });

  it('needs a target that is there, and a type', async () => {
    const client = managementOf(world);
    expect(await client.call('ListPoliciesForTarget', { Filter })).toMatchObject(required('TARGET_ID'));
    expect(await client.call('ListPoliciesForTarget', { TargetId: ids.root })).toMatchObject(required('FILTER'));
    expect(await client.call('ListPoliciesForTarget', { TargetId: 'x', Filter })).toMatchObject(misshapen('TARGET_ID'));
    for (const TargetId of [ids.unknown, ids.outsider, 'r-ex02', 'ou-ex01-nowhere01'])
      expect(await client.call('ListPoliciesForTarget', { TargetId, Filter })).toMatchObject(targetNotFound);
  });
});
