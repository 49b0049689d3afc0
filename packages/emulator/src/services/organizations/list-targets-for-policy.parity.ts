import type { ParityScript } from '../../parity/script.ts';
import {
  callerRefusals,
  pageRefusals,
  pageSizeRefusals,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';
import { policed, policyNotFound, policyResource, step } from './policies-parity.builder.ts';

const policy = { PolicyId: 'p-example001' };
const fullAccess = { PolicyId: 'p-FullAWSAccess' };

export const listTargetsForPolicyParity: ParityScript = {
  operation: 'organizations:ListTargetsForPolicy',
  cases: {
    'answers for AWS’s own policy in any organization': {
      touches: 'reads',
      steps: [step('ListTargetsForPolicy', fullAccess, { gives: { Targets: { $any: 'list' } } })],
    },
    'lists roots, units and accounts': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('ListTargetsForPolicy', policy, { gives: { Targets: [] } }),
        step('AttachPolicy', { ...policy, TargetId: '${member}' }, { gives: {} }),
        step('AttachPolicy', { ...policy, TargetId: '${workloads}' }, { gives: {} }),
        step('AttachPolicy', { ...policy, TargetId: '${root}' }, { gives: {} }),
        step('ListTargetsForPolicy', policy, {
          gives: {
            Targets: {
              $contains: [
                {
                  TargetId: '${root}',
                  Arn: 'arn:aws:organizations::${management}:root/${organization}/${root}',
                  Name: 'Root',
                  Type: 'ROOT',
                },
                {
                  TargetId: '${workloads}',
                  Arn: 'arn:aws:organizations::${management}:ou/${organization}/${workloads}',
                  Name: 'Workloads',
                  Type: 'ORGANIZATIONAL_UNIT',
                },
                {
                  TargetId: '${member}',
                  Arn: 'arn:aws:organizations::${management}:account/${organization}/${member}',
                  Name: 'payments',
                  Type: 'ACCOUNT',
                },
              ],
            },
          },
        }),
      ],
    },
    'finds AWS’s own policy on everything once the type is enabled': {
      touches: 'emulator',
      emulator: policed,
      steps: [step('ListTargetsForPolicy', fullAccess, { gives: { Targets: { $length: 7 } } })],
    },
    'does not know a policy that is not there': refusedId(
      'ListTargetsForPolicy',
      { PolicyId: 'p-unknown01' },
      policyNotFound,
    ),
    ...valueRefusals('ListTargetsForPolicy', policy, 'PolicyId', 'POLICY_ID', 'FullAWSAccess'),
    ...pageRefusals('ListTargetsForPolicy', fullAccess),
    ...pageSizeRefusals('ListTargetsForPolicy', fullAccess),
    ...callerRefusals('ListTargetsForPolicy', policy, 'management or delegated', policyResource),
  },
};
