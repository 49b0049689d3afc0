import type { ParityScript } from '../../parity/script.ts';
import {
  callerRefusals,
  pageRefusals,
  pageSizeRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const list = 'organizations:ListChildren' as const;
const accounts = { ParentId: '${root}', ChildType: 'ACCOUNT' };

export const listChildrenParity: ParityScript = {
  operation: 'organizations:ListChildren',
  cases: {
    'lists accounts or units directly below a parent': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: list,
          input: accounts,
          gives: {
            Children: [
              { Id: '${management}', Type: 'ACCOUNT' },
              { Id: '${delegated}', Type: 'ACCOUNT' },
            ],
          },
        },
        {
          as: 'delegated',
          call: list,
          input: { ...accounts, ChildType: 'ORGANIZATIONAL_UNIT' },
          gives: {
            Children: [
              { Id: '${workloads}', Type: 'ORGANIZATIONAL_UNIT' },
              { Id: '${sandbox}', Type: 'ORGANIZATIONAL_UNIT' },
            ],
          },
        },
      ],
    },
    'answers for the root of any organization': {
      touches: 'reads',
      steps: [{ as: 'management', call: list, input: accounts, gives: { Children: { $any: 'list' } } }],
    },
    'refuses a type that is none': refusedId(
      'ListChildren',
      { ...accounts, ChildType: 'ROOT' },
      { error: 'InvalidInputException', status: 400, reason: 'INVALID_ENUM:CHILD_TYPE' },
    ),
    'does not know a parent that is not there': refusedId(
      'ListChildren',
      { ...accounts, ParentId: 'ou-zz99-nothing01' },
      refusal('ParentNotFoundException', "You specified parent that doesn't exist."),
    ),
    ...valueRefusals('ListChildren', accounts, 'ParentId', 'PARENT_ID', 'Root'),
    ...valueRefusals('ListChildren', accounts, 'ChildType', 'CHILD_TYPE'),
    ...pageRefusals('ListChildren', accounts),
    ...pageSizeRefusals('ListChildren', accounts),
    ...callerRefusals(
      'ListChildren',
      { ParentId: 'r-ex01', ChildType: 'ACCOUNT' },
      'management or delegated',
      'root/${organization}/r-ex01',
    ),
  },
};
