import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';
import {
  immutablePolicy,
  noBuckets,
  policed,
  policyNotFound,
  policyResource,
  step,
} from './policies-parity.builder.ts';

const renamed = { PolicyId: 'p-example001', Name: 'Renamed' };

export const updatePolicyParity: ParityScript = {
  operation: 'organizations:UpdatePolicy',
  cases: {
    'changes what is sent, and tells the name and description only where they were sent': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('UpdatePolicy', renamed, {
          gives: {
            Policy: {
              PolicySummary: { Id: 'p-example001', Name: 'Renamed', Description: { $absent: true } },
              Content: noBuckets,
            },
          },
        }),
        step(
          'DescribePolicy',
          { PolicyId: 'p-example001' },
          {
            gives: { Policy: { PolicySummary: { Name: 'Renamed', Description: 'Forbids S3' }, Content: noBuckets } },
          },
        ),
      ],
    },
    'refuses a name that another policy has': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step(
          'UpdatePolicy',
          { ...renamed, Name: 'FullAWSAccess' },
          { refuses: refusal('DuplicatePolicyException', 'A policy with the specified name and type already exists.') },
        ),
      ],
    },
    'refuses content that is no policy': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step(
          'UpdatePolicy',
          { PolicyId: 'p-example001', Content: 'Deny everything' },
          {
            refuses: refusal(
              'MalformedPolicyDocumentException',
              'The provided policy document does not meet the requirements of the specified policy type.',
            ),
          },
        ),
      ],
    },
    'refuses an empty name': refusedId(
      'UpdatePolicy',
      { ...renamed, Name: '' },
      { error: 'InvalidInputException', status: 400, reason: 'MIN_LENGTH_EXCEEDED:NAME', beforeSending: true },
    ),
    'refuses to change AWS’s own policy': refusedId(
      'UpdatePolicy',
      { ...renamed, PolicyId: 'p-FullAWSAccess' },
      immutablePolicy,
    ),
    'does not know a policy that is not there': refusedId('UpdatePolicy', { PolicyId: 'p-unknown01' }, policyNotFound),
    ...valueRefusals('UpdatePolicy', renamed, 'PolicyId', 'POLICY_ID', 'FullAWSAccess'),
    ...callerRefusals('UpdatePolicy', renamed, 'management', policyResource),
  },
};
