import { describe, expect, it } from 'vitest';
import { ids, smallWorld } from '../../world/worlds.builder.ts';
import { misshapen, refusal, required } from './organizations.builder.ts';
import { managementOf, policedWorld, policyNotFound, policyOf, targetNotFound } from './policies.builder.ts';

const PolicyId = 'p-example000';
const many = Array.from({ length: 10 }, (_, index) => policyOf(`p-example00${index}`, `policy ${index}`));
const client = () => managementOf(policedWorld(many));

describe('AttachPolicy', () => {
  it.each([ids.root, ids.workloads, ids.member, ids.management])('attaches a policy to %s', async (TargetId) => {
    const caller = client();
    expect(await caller.call('AttachPolicy', { PolicyId, TargetId })).toMatchObject({ status: 200, body: {} });
    expect((await caller.call('ListTargetsForPolicy', { PolicyId })).body).toMatchObject({ Targets: [{ TargetId }] });
    const list = { TargetId, Filter: 'SERVICE_CONTROL_POLICY' };
    expect((await caller.call('ListPoliciesForTarget', list)).body).toMatchObject({
      Policies: [{ Id: 'p-FullAWSAccess' }, { Id: PolicyId }],
    });
  });

  it('attaches AWS’s own policy again where it was detached', async () => {
    const caller = managementOf(policedWorld(many, { [ids.member]: [PolicyId] }));
    const again = { PolicyId: 'p-FullAWSAccess', TargetId: ids.member };
    expect(await caller.call('AttachPolicy', again)).toMatchObject({ status: 200 });
  });

  it('refuses what is attached already', async () => {
    const duplicate = refusal(
      'DuplicatePolicyAttachmentException',
      'A policy with the specified name and type already exists.',
    );
    const caller = client();
    await caller.call('AttachPolicy', { PolicyId, TargetId: ids.member });
    for (const id of [PolicyId, 'p-FullAWSAccess'])
      expect(await caller.call('AttachPolicy', { PolicyId: id, TargetId: ids.member })).toMatchObject(duplicate);
  });

  it('attaches ten policies to one target, AWS’s own counted, and no more', async () => {
    const caller = client();
    for (const { id } of many.slice(0, 9))
      expect(await caller.call('AttachPolicy', { PolicyId: id, TargetId: ids.workloads })).toMatchObject({
        status: 200,
      });
    expect(await caller.call('AttachPolicy', { PolicyId: many[9]?.id, TargetId: ids.workloads })).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You have attached the maximum number of policies to the specified target.',
        'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
      ),
    );
  });

  it('comes after the type is enabled', async () => {
    const caller = managementOf(smallWorld({ policies: many }));
    expect(await caller.call('AttachPolicy', { PolicyId, TargetId: ids.member })).toMatchObject(
      refusal('PolicyTypeNotEnabledException', 'This operation can be performed only for enabled policy types.'),
    );
  });

  it('needs a policy and a target that are there', async () => {
    expect(await client().call('AttachPolicy')).toMatchObject(required('POLICY_ID'));
    expect(await client().call('AttachPolicy', { PolicyId })).toMatchObject(required('TARGET_ID'));
    expect(await client().call('AttachPolicy', { PolicyId, TargetId: 'x' })).toMatchObject(misshapen('TARGET_ID'));
    expect(await client().call('AttachPolicy', { PolicyId: 'p-unknown01', TargetId: ids.member })).toMatchObject(
      policyNotFound,
    );
    for (const TargetId of [ids.unknown, ids.outsider, 'r-ex02'])
      expect(await client().call('AttachPolicy', { PolicyId, TargetId })).toMatchObject(targetNotFound);
  });
});
