import { describe, expect, it } from 'vitest';
import { ids, smallWorld } from '../../world/worlds.builder.ts';
import { misshapen, refusal, required } from './organizations.builder.ts';
import { managementOf, policedWorld, policyNotFound, policyOf, targetNotFound } from './policies.builder.ts';

const PolicyId = 'p-example001';
const policies = [policyOf(PolicyId, 'First')];
const client = () => managementOf(policedWorld(policies, { [ids.member]: ['p-FullAWSAccess', PolicyId] }));
const notAttached = refusal(
  'PolicyNotAttachedException',
  "The policy isn't attached to the specified target in the specified root.",
);

describe('DetachPolicy', () => {
  it.each([PolicyId, 'p-FullAWSAccess'])('detaches %s while another one is left', async (id) => {
    const caller = client();
    expect(await caller.call('DetachPolicy', { PolicyId: id, TargetId: ids.member })).toMatchObject({
      status: 200,
      body: {},
    });
    const { body } = await caller.call('ListPoliciesForTarget', {
      TargetId: ids.member,
      Filter: 'SERVICE_CONTROL_POLICY',
    });
    expect(body['Policies']).toHaveLength(1);
    expect(body['Policies']).not.toMatchObject([{ Id: id }]);
  });

  it('never detaches the last one', async () => {
    const lastOne = refusal(
      'ConstraintViolationException',
      'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
      'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
    );
    for (const TargetId of [ids.root, ids.sandbox, ids.delegated])
      expect(await client().call('DetachPolicy', { PolicyId: 'p-FullAWSAccess', TargetId })).toMatchObject(lastOne);
  });

  it('refuses what is not attached', async () => {
    expect(await client().call('DetachPolicy', { PolicyId, TargetId: ids.root })).toMatchObject(notAttached);
    expect(
      await managementOf(smallWorld()).call('DetachPolicy', { PolicyId: 'p-FullAWSAccess', TargetId: ids.root }),
    ).toMatchObject(notAttached);
  });

  it('needs a policy and a target that are there', async () => {
    expect(await client().call('DetachPolicy')).toMatchObject(required('POLICY_ID'));
    expect(await client().call('DetachPolicy', { PolicyId })).toMatchObject(required('TARGET_ID'));
    expect(await client().call('DetachPolicy', { PolicyId, TargetId: 'x' })).toMatchObject(misshapen('TARGET_ID'));
    expect(await client().call('DetachPolicy', { PolicyId: 'p-unknown01', TargetId: ids.member })).toMatchObject(
      policyNotFound,
    );
    expect(await client().call('DetachPolicy', { PolicyId, TargetId: ids.unknown })).toMatchObject(targetNotFound);
  });
});
