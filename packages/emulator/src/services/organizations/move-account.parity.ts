import type { ParityScript } from '../../parity/script.ts';
import {
  accountNotFound,
  callerRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const move = { AccountId: '${member}', SourceParentId: '${workloads}', DestinationParentId: '${sandbox}' };

export const moveAccountParity: ParityScript = {
  operation: 'organizations:MoveAccount',
  cases: {
    'moves an account from one unit to another': {
      touches: 'emulator',
      steps: [
        { as: 'management', call: 'organizations:MoveAccount', input: move, gives: {} },
        {
          as: 'management',
          call: 'organizations:ListParents',
          input: { ChildId: '${member}' },
          gives: { Parents: [{ Id: '${sandbox}', Type: 'ORGANIZATIONAL_UNIT' }] },
        },
      ],
    },
    'refuses a source where the account is not': refusedId(
      'MoveAccount',
      { ...move, SourceParentId: '${root}' },
      refusal('SourceParentNotFoundException', "You specified a source parent that doesn't exist."),
    ),
    'refuses a destination that is not there': refusedId(
      'MoveAccount',
      { ...move, DestinationParentId: 'ou-ex01-nothing01' },
      refusal('DestinationParentNotFoundException', "You specified a destination parent that doesn't exist."),
    ),
    'refuses to move an account to where it is': refusedId(
      'MoveAccount',
      { ...move, DestinationParentId: '${workloads}' },
      refusal('DuplicateAccountException', 'That account is already present in the specified destination.'),
    ),
    'does not know an account outside the organization': refusedId(
      'MoveAccount',
      { ...move, AccountId: '${unknown}' },
      accountNotFound,
    ),
    ...valueRefusals('MoveAccount', move, 'AccountId', 'ACCOUNT_ID', '12345'),
    ...valueRefusals('MoveAccount', move, 'SourceParentId', 'SOURCE_PARENT_ID', 'Root'),
    ...valueRefusals('MoveAccount', move, 'DestinationParentId', 'DESTINATION_PARENT_ID', 'Root'),
    ...callerRefusals('MoveAccount', move, 'management', 'account/${organization}/${member}'),
  },
};
