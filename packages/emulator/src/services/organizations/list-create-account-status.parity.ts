import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, pageRefusals, pageSizeRefusals, refusedId } from './organizations-refusals.builder.ts';

export const listCreateAccountStatusParity: ParityScript = {
  operation: 'organizations:ListCreateAccountStatus',
  cases: {
    'lists creations, all of them or those in a state': {
      touches: 'emulator',
      emulator: { instant: true },
      steps: [
        {
          as: 'management',
          call: 'organizations:CreateAccount',
          input: { Email: 'aws+new@example.com', AccountName: 'new' },
          keep: { request: 'CreateAccountStatus.Id' },
        },
        {
          as: 'management',
          call: 'organizations:CreateAccount',
          input: { Email: 'aws+payments@example.com', AccountName: 'taken' },
        },
        {
          as: 'management',
          call: 'organizations:ListCreateAccountStatus',
          gives: { CreateAccountStatuses: { $length: 2 } },
        },
        {
          as: 'delegated',
          call: 'organizations:ListCreateAccountStatus',
          input: { States: ['SUCCEEDED'] },
          gives: { CreateAccountStatuses: [{ Id: '${request}', State: 'SUCCEEDED' }] },
        },
      ],
    },
    'answers for any organization': {
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListCreateAccountStatus',
          input: { States: ['IN_PROGRESS'] },
          gives: { CreateAccountStatuses: { $any: 'list' } },
        },
      ],
    },
    'refuses a state that there is not': refusedId(
      'ListCreateAccountStatus',
      { States: ['DONE'] },
      { error: 'InvalidInputException', status: 400, reason: 'INVALID_ENUM:STATES' },
    ),
    ...pageRefusals('ListCreateAccountStatus'),
    ...pageSizeRefusals('ListCreateAccountStatus'),
    ...callerRefusals('ListCreateAccountStatus', {}, 'management or delegated'),
  },
};
