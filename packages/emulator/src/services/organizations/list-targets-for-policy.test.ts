import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen, required } from './organizations.builder.ts';
import { managementOf, policedWorld, policyNotFound, policyOf } from './policies.builder.ts';

const PolicyId = 'p-example001';
const world = policedWorld([policyOf(PolicyId, 'First')], {
  [ids.root]: ['p-FullAWSAccess', PolicyId],
  [ids.workloads]: ['p-FullAWSAccess', PolicyId],
  [ids.member]: [PolicyId],
});

describe('ListTargetsForPolicy', () => {
  it('shows the root, the units and the accounts that a policy is attached to', async () => {
    const { status, body } = await managementOf(world).call('ListTargetsForPolicy', { PolicyId });
    expect(status).toBe(200);
    expect(body).toEqual({
      Targets: [
        {
          TargetId: ids.root,
          Arn: 'arn:aws:organizations::111122223333:root/o-exampleorgid/r-ex01',
          Name: 'Root',
          Type: 'ROOT',
        },
        {
          TargetId: ids.workloads,
          Arn: 'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-ex01-workload1',
          Name: 'Workloads',
          Type: 'ORGANIZATIONAL_UNIT',
        },
        {
          TargetId: ids.member,
          Arn: 'arn:aws:organizations::111122223333:account/o-exampleorgid/444455556666',
          Name: 'payments',
          Type: 'ACCOUNT',
        },
      ],
    });
  });

  it('finds AWS’s own policy everywhere but where it was detached', async () => {
    const { body } = await managementOf(world).call('ListTargetsForPolicy', { PolicyId: 'p-FullAWSAccess' });
    const targets = (body['Targets'] as readonly { TargetId: string }[]).map(({ TargetId }) => TargetId);
    expect(targets).toEqual([ids.root, ids.workloads, ids.sandbox, ids.management, ids.delegated, ids.suspended]);
  });

  it('finds it nowhere while the type is not enabled', async () => {
    expect((await management().call('ListTargetsForPolicy', { PolicyId: 'p-FullAWSAccess' })).body).toEqual({
      Targets: [],
    });
  });

  it('needs a policy that is there', async () => {
    expect(await management().call('ListTargetsForPolicy')).toMatchObject(required('POLICY_ID'));
    expect(await management().call('ListTargetsForPolicy', { PolicyId: 'x' })).toMatchObject(misshapen('POLICY_ID'));
    expect(await management().call('ListTargetsForPolicy', { PolicyId })).toMatchObject(policyNotFound);
  });
});
