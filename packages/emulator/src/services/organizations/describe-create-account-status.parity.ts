import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const request = { CreateAccountRequestId: 'car-00000000000000000000000000000000' };

export const describeCreateAccountStatusParity: ParityScript = {
  operation: 'organizations:DescribeCreateAccountStatus',
  cases: {
    'tells how far a creation is': {
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
          as: 'delegated',
          call: 'organizations:DescribeCreateAccountStatus',
          input: { CreateAccountRequestId: '${request}' },
          gives: {
            CreateAccountStatus: {
              Id: '${request}',
              AccountName: 'new',
              State: 'SUCCEEDED',
              AccountId: { $matches: '^\\d{12}$' },
              RequestedTimestamp: { $time: 'any' },
              CompletedTimestamp: { $time: 'any' },
            },
          },
        },
      ],
    },
    'does not know a request that nobody made': refusedId(
      'DescribeCreateAccountStatus',
      request,
      refusal(
        'CreateAccountStatusNotFoundException',
        "You specified a create account status request that doesn't exist.",
      ),
    ),
    ...valueRefusals(
      'DescribeCreateAccountStatus',
      request,
      'CreateAccountRequestId',
      'CREATE_ACCOUNT_REQUEST_ID',
      'car-1',
    ),
    ...callerRefusals('DescribeCreateAccountStatus', request, 'management or delegated'),
  },
};
