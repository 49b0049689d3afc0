import type { ParityScript } from '../../parity/script.ts';
import {
  callerRefusals,
  pageRefusals,
  pageSizeRefusals,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';
import { listedFullAccess, policed, step, targetNotFound } from './policies-parity.builder.ts';

const list = { TargetId: '${root}', Filter: 'SERVICE_CONTROL_POLICY' };

export const listPoliciesForTargetParity: ParityScript = {
  operation: 'organizations:ListPoliciesForTarget',
  cases: {
    'lists what is attached to the root of any organization': {
      touches: 'reads',
      steps: [step('ListPoliciesForTarget', list, { gives: { Policies: { $any: 'list' } } })],
    },
    'lists what is attached to the target itself': {
      touches: 'emulator',
      emulator: policed,
      steps: [
        step('AttachPolicy', { PolicyId: 'p-example001', TargetId: '${workloads}' }, { gives: {} }),
        step('ListPoliciesForTarget', { ...list, TargetId: '${workloads}' }, { gives: { Policies: { $length: 2 } } }),
        step(
          'ListPoliciesForTarget',
          { ...list, TargetId: '${member}' },
          { gives: { Policies: [listedFullAccess], NextToken: { $absent: true } } },
        ),
      ],
    },
    'lists nothing while the type is not enabled': {
      touches: 'emulator',
      steps: [step('ListPoliciesForTarget', list, { gives: { Policies: [] } })],
    },
    'does not know a target that is not there': refusedId(
      'ListPoliciesForTarget',
      { ...list, TargetId: '${unknown}' },
      targetNotFound,
    ),
    ...valueRefusals('ListPoliciesForTarget', list, 'TargetId', 'TARGET_ID', 'Root'),
    ...valueRefusals('ListPoliciesForTarget', list, 'Filter', 'FILTER'),
    ...pageRefusals('ListPoliciesForTarget', list),
    ...pageSizeRefusals('ListPoliciesForTarget', list),
    ...callerRefusals(
      'ListPoliciesForTarget',
      { ...list, TargetId: 'r-ex01' },
      'management or delegated',
      'root/${organization}/r-ex01',
    ),
  },
};
