import type { ParityScript } from '../../parity/script.ts';
import {
  callerRefusals,
  pageRefusals,
  pageSizeRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const management = { ChildId: '${management}' };

export const listParentsParity: ParityScript = {
  operation: 'organizations:ListParents',
  cases: {
    'tells the parent of an account and of a unit': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListParents',
          input: { ChildId: '${member}' },
          gives: { Parents: [{ Id: '${workloads}', Type: 'ORGANIZATIONAL_UNIT' }] },
        },
        {
          as: 'delegated',
          call: 'organizations:ListParents',
          input: { ChildId: '${workloads}' },
          gives: { Parents: [{ Id: '${root}', Type: 'ROOT' }] },
        },
      ],
    },
    'tells one parent': {
      evidence: 'Always one, as of today (AWS docs)',
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListParents',
          input: management,
          gives: { Parents: [{ Id: { $any: 'string' }, Type: { $matches: '^(ROOT|ORGANIZATIONAL_UNIT)$' } }] },
        },
      ],
    },
    'does not know a child that is not there': refusedId(
      'ListParents',
      { ChildId: '${unknown}' },
      refusal('ChildNotFoundException', "You specified a child that doesn't exist."),
    ),
    ...valueRefusals('ListParents', management, 'ChildId', 'CHILD_ID', 'r-ex01'),
    ...pageRefusals('ListParents', management),
    ...pageSizeRefusals('ListParents', management),
    ...callerRefusals('ListParents', management, 'management or delegated', 'account/${organization}/${management}'),
  },
};
