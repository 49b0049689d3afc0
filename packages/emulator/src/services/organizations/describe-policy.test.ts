import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { management, misshapen, required } from './organizations.builder.ts';
import { fullAccess, policedWorld, policyNotFound, policyOf } from './policies.builder.ts';

describe('DescribePolicy', () => {
  it.each([ids.management, ids.delegated])('shows %s a policy with its content', async (caller) => {
    const policy = policyOf('p-example001', 'NoBuckets');
    const client = organizations(emulatorOf({ world: policedWorld([policy]) }), caller);
    const { status, body } = await client.call('DescribePolicy', { PolicyId: 'p-example001' });
    expect(status).toBe(200);
    expect(body).toEqual({
      Policy: {
        Content: policy.content,
        PolicySummary: {
          Id: 'p-example001',
          Arn: 'arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/p-example001',
          Name: 'NoBuckets',
          Description: 'About NoBuckets',
          Type: 'SERVICE_CONTROL_POLICY',
          AwsManaged: false,
        },
      },
    });
  });

  it('shows AWS’s own policy, line breaks and all', async () => {
    const { body } = await management().call('DescribePolicy', { PolicyId: 'p-FullAWSAccess' });
    expect(body).toEqual({
      Policy: {
        Content:
          '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": "*",\n      "Resource": "*"\n    }\n  ]\n}',
        PolicySummary: fullAccess,
      },
    });
  });

  it('needs a policy that is there', async () => {
    expect(await management().call('DescribePolicy')).toMatchObject(required('POLICY_ID'));
    for (const PolicyId of ['p-short', 'FullAWSAccess', 'p-with-dashes'])
      expect(await management().call('DescribePolicy', { PolicyId })).toMatchObject(misshapen('POLICY_ID'));
    expect(await management().call('DescribePolicy', { PolicyId: 'p-unknown01' })).toMatchObject(policyNotFound);
  });
});
