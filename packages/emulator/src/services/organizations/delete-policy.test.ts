import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { misshapen, refusal, required } from './organizations.builder.ts';
import { fullAccess, immutable, managementOf, policedWorld, policyNotFound, policyOf } from './policies.builder.ts';

const PolicyId = 'p-example001';
const policies = [policyOf(PolicyId, 'First')];

describe('DeletePolicy', () => {
  it('deletes a policy that is attached to nothing, and its name is free again', async () => {
    const client = managementOf(policedWorld(policies));
    expect(await client.call('DeletePolicy', { PolicyId })).toMatchObject({ status: 200, body: {} });
    expect(await client.call('DescribePolicy', { PolicyId })).toMatchObject(policyNotFound);
    expect(await client.call('DeletePolicy', { PolicyId })).toMatchObject(policyNotFound);
    expect((await client.call('ListPolicies', { Filter: 'SERVICE_CONTROL_POLICY' })).body).toEqual({
      Policies: [fullAccess],
    });
    const [{ content, name } = { content: '', name: '' }] = policies;
    const again = { Content: content, Description: '', Name: name, Type: 'SERVICE_CONTROL_POLICY' };
    expect(await client.call('CreatePolicy', again)).toMatchObject({ status: 200 });
  });

  it.each([ids.root, ids.workloads, ids.member])('refuses to delete what is attached to %s', async (TargetId) => {
    const client = managementOf(policedWorld(policies, { [TargetId]: ['p-FullAWSAccess', PolicyId] }));
    expect(await client.call('DeletePolicy', { PolicyId })).toMatchObject(
      refusal('PolicyInUseException', 'The specified policy is in use and cannot be deleted.'),
    );
    await client.call('DetachPolicy', { PolicyId, TargetId });
    expect(await client.call('DeletePolicy', { PolicyId })).toMatchObject({ status: 200 });
  });

  it('refuses to delete AWS’s own policy', async () => {
    const client = managementOf(policedWorld());
    expect(await client.call('DeletePolicy', { PolicyId: 'p-FullAWSAccess' })).toMatchObject(immutable);
  });

  it('needs a policy', async () => {
    const client = managementOf(policedWorld());
    expect(await client.call('DeletePolicy')).toMatchObject(required('POLICY_ID'));
    expect(await client.call('DeletePolicy', { PolicyId: 'x' })).toMatchObject(misshapen('POLICY_ID'));
  });
});
