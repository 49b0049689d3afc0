import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';
import { policed, policyNotFound, policyResource, step, targetNotFound } from './policies-parity.builder.ts';

const detach = { PolicyId: 'p-example001', TargetId: '${workloads}' };
const fullAccess = { PolicyId: 'p-FullAWSAccess', TargetId: '${workloads}' };
/** The wording is that of the service model, not observed. */
const notAttached = refusal(
  'PolicyNotAttachedException',
  "The policy isn't attached to the specified target in the specified root.",
);

export const detachPolicyParity: ParityScript = {
  operation: 'organizations:DetachPolicy',
  cases: {
    'detaches a policy while another one is left': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('AttachPolicy', detach, { gives: {} }),
        step('DetachPolicy', fullAccess, { gives: {} }),
        step(
          'ListPoliciesForTarget',
          { TargetId: '${workloads}', Filter: 'SERVICE_CONTROL_POLICY' },
          { gives: { Policies: [{ Id: 'p-example001' }] } },
        ),
      ],
    },
    'never detaches the last one': {
      evidence: 'The sentence is reported by users, the reason is of the service model',
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('DetachPolicy', fullAccess, {
          refuses: refusal(
            'ConstraintViolationException',
            'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
            'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
          ),
        }),
      ],
    },
    'refuses what is not attached': {
      touches: 'emulator',
      emulator: policed,
      steps: [step('DetachPolicy', detach, { refuses: notAttached })],
    },
    'does not know a policy that is not there': refusedId(
      'DetachPolicy',
      { ...detach, PolicyId: 'p-unknown01' },
      policyNotFound,
    ),
    'does not know a target that is not there': refusedId(
      'DetachPolicy',
      { ...fullAccess, TargetId: '${unknown}' },
      targetNotFound,
    ),
    ...valueRefusals('DetachPolicy', detach, 'PolicyId', 'POLICY_ID', 'FullAWSAccess'),
    ...valueRefusals('DetachPolicy', detach, 'TargetId', 'TARGET_ID', 'Root'),
    ...callerRefusals('DetachPolicy', detach, 'management', policyResource),
  },
};
