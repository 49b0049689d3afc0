import type { ParityScript } from '../../parity/script.ts';
import {
  callerRefusals,
  pageRefusals,
  pageSizeRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const root = { ParentId: '${root}' };

export const listAccountsForParentParity: ParityScript = {
  operation: 'organizations:ListAccountsForParent',
  cases: {
    'lists the accounts directly in a unit, and not those below': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListAccountsForParent',
          input: { ParentId: '${root}' },
          gives: { Accounts: [{ Id: '${management}' }, { Id: '${delegated}' }], NextToken: { $absent: true } },
        },
        {
          as: 'delegated',
          call: 'organizations:ListAccountsForParent',
          input: { ParentId: '${workloads}' },
          gives: { Accounts: [{ Id: '${member}', JoinedTimestamp: { $time: 'any' } }] },
        },
      ],
    },
    'answers for the root of any organization': {
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListAccountsForParent',
          input: { ParentId: '${root}' },
          gives: { Accounts: { $any: 'list' } },
        },
      ],
    },
    'does not know a parent that is not there': refusedId(
      'ListAccountsForParent',
      { ParentId: 'ou-zz99-nothing01' },
      refusal('ParentNotFoundException', "You specified parent that doesn't exist."),
    ),
    ...valueRefusals('ListAccountsForParent', root, 'ParentId', 'PARENT_ID', 'Root'),
    ...pageRefusals('ListAccountsForParent', root),
    ...pageSizeRefusals('ListAccountsForParent', root),
    ...callerRefusals(
      'ListAccountsForParent',
      { ParentId: 'r-ex01' },
      'management or delegated',
      'root/${organization}/r-ex01',
    ),
  },
};
