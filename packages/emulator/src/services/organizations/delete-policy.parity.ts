import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';
import { immutablePolicy, policed, policyNotFound, policyResource, step } from './policies-parity.builder.ts';

const policy = { PolicyId: 'p-example001' };

export const deletePolicyParity: ParityScript = {
  operation: 'organizations:DeletePolicy',
  cases: {
    'deletes a policy that is attached to nothing': {
      touches: 'emulator',
      emulator: policed,
      steps: [step('DeletePolicy', policy, { gives: {} }), step('DescribePolicy', policy, { refuses: policyNotFound })],
    },
    'refuses to delete a policy that is attached': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('AttachPolicy', { ...policy, TargetId: '${workloads}' }, { gives: {} }),
        step('DeletePolicy', policy, {
          refuses: refusal('PolicyInUseException', 'The specified policy is in use and cannot be deleted.'),
        }),
      ],
    },
    'refuses to delete AWS’s own policy': refusedId('DeletePolicy', { PolicyId: 'p-FullAWSAccess' }, immutablePolicy),
    'does not know a policy that is not there': refusedId('DeletePolicy', { PolicyId: 'p-unknown01' }, policyNotFound),
    ...valueRefusals('DeletePolicy', policy, 'PolicyId', 'POLICY_ID', 'FullAWSAccess'),
    ...callerRefusals('DeletePolicy', policy, 'management', policyResource),
  },
};
