import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';
import {
  policed,
  policyNotFound,
  policyResource,
  step,
  targetNotFound,
  typeNotEnabled,
} from './policies-parity.builder.ts';

const attach = { PolicyId: 'p-example001', TargetId: '${workloads}' };
const fullAccess = { PolicyId: 'p-FullAWSAccess', TargetId: '${workloads}' };

export const attachPolicyParity: ParityScript = {
  operation: 'organizations:AttachPolicy',
  cases: {
    'attaches a policy, and the next call feels it': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step(
          'UpdatePolicy',
          { PolicyId: 'p-example001', Content: '{"Statement":{"Effect":"Deny","Action":"account:*","Resource":"*"}}' },
          { gives: { Policy: { PolicySummary: { Id: 'p-example001' } } } },
        ),
        step('AttachPolicy', attach, { gives: {} }),
        {
          as: 'member',
          call: 'account:GetContactInformation',
          refuses: {
            error: 'AccessDeniedException',
            status: 403,
            message:
              'User: ${member.arn} is not authorized to perform: account:GetContactInformation on resource: arn:aws:account::${member}:account with an explicit deny in a service control policy',
          },
        },
      ],
    },
    'refuses what is attached': {
      evidence: 'The sentence is reported by users',
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('AttachPolicy', fullAccess, {
          refuses: refusal(
            'DuplicatePolicyAttachmentException',
            'A policy with the specified name and type already exists.',
          ),
        }),
      ],
    },
    'refuses an eleventh policy on one target': {
      touches: 'emulator',
      emulator: {
        organization: {
          policyTypes: ['SERVICE_CONTROL_POLICY'],
          policies: Array.from({ length: 10 }, (_, index) => ({
            id: `p-example00${index}`,
            name: `policy ${index}`,
            description: '',
            content: '{"Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}',
            tags: {},
          })),
        },
      },
      steps: [
        ...Array.from({ length: 9 }, (_, index) =>
          step('AttachPolicy', { ...attach, PolicyId: `p-example00${index}` }, { gives: {} }),
        ),
        step(
          'AttachPolicy',
          { ...attach, PolicyId: 'p-example009' },
          {
            refuses: refusal(
              'ConstraintViolationException',
              'You have attached the maximum number of policies to the specified target.',
              'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
            ),
          },
        ),
      ],
    },
    'comes after the type is enabled': refusedId('AttachPolicy', fullAccess, typeNotEnabled),
    'does not know a policy that is not there': refusedId(
      'AttachPolicy',
      { ...attach, PolicyId: 'p-unknown01' },
      policyNotFound,
    ),
    'does not know a target that is not there': refusedId(
      'AttachPolicy',
      { ...fullAccess, TargetId: '${unknown}' },
      targetNotFound,
    ),
    ...valueRefusals('AttachPolicy', attach, 'PolicyId', 'POLICY_ID', 'FullAWSAccess'),
    ...valueRefusals('AttachPolicy', attach, 'TargetId', 'TARGET_ID', 'Root'),
    ...callerRefusals('AttachPolicy', attach, 'management', policyResource),
  },
};
