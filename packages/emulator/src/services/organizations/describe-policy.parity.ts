import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusedId, valueRefusals } from './organizations-refusals.builder.ts';
import {
  listedFullAccess,
  listedPolicy,
  noBuckets,
  policed,
  policyNotFound,
  policyResource,
  step,
} from './policies-parity.builder.ts';

const policy = { PolicyId: 'p-example001' };

export const describePolicyParity: ParityScript = {
  operation: 'organizations:DescribePolicy',
  cases: {
    'shows AWS’s own policy, with its line breaks': {
      touches: 'reads',
      steps: (['management', 'delegated'] as const).map((as) => ({
        as,
        call: 'organizations:DescribePolicy',
        input: { PolicyId: 'p-FullAWSAccess' },
        gives: {
          Policy: {
            PolicySummary: listedFullAccess,
            Content: JSON.stringify(
              { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
              undefined,
              2,
            ),
          },
        },
      })),
    },
    'shows a policy of the organization with its content': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('DescribePolicy', policy, { gives: { Policy: { PolicySummary: listedPolicy, Content: noBuckets } } }),
      ],
    },
    'does not know a policy that is not there': refusedId(
      'DescribePolicy',
      { PolicyId: 'p-unknown01' },
      policyNotFound,
    ),
    ...valueRefusals('DescribePolicy', policy, 'PolicyId', 'POLICY_ID', 'FullAWSAccess'),
    ...callerRefusals('DescribePolicy', policy, 'management or delegated', policyResource),
  },
};
