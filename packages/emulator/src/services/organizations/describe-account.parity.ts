import type { ParityScript } from '../../parity/script.ts';
import { accountNotFound, callerRefusals, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

const unknown = { AccountId: '${unknown}' };

export const describeAccountParity: ParityScript = {
  operation: 'organizations:DescribeAccount',
  cases: {
    'describes a member to the management account and the delegated administrator': {
      touches: 'reads',
      steps: (['management', 'delegated'] as const).map((as) => ({
        as,
        call: 'organizations:DescribeAccount',
        input: { AccountId: '${member}' },
        gives: {
          Account: {
            Id: '${member}',
            Arn: 'arn:aws:organizations::${management}:account/${organization}/${member}',
            State: 'ACTIVE',
            JoinedMethod: { $matches: '^(CREATED|INVITED)$' },
            JoinedTimestamp: { $time: 'any' },
          },
        },
      })),
    },
    'tells the path down to the account, and when it joined to the millisecond': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:DescribeAccount',
          input: { AccountId: '${member}' },
          gives: {
            Account: {
              Email: 'aws+payments@example.com',
              Name: 'payments',
              Paths: ['${organization}/${root}/${workloads}/${member}/'],
              JoinedMethod: 'CREATED',
              JoinedTimestamp: { $time: '2026-01-02T03:04:05.678Z' },
            },
          },
        },
      ],
    },
    'does not know an account outside the organization': refusedId('DescribeAccount', unknown, accountNotFound),
    ...valueRefusals('DescribeAccount', unknown, 'AccountId', 'ACCOUNT_ID', '12345'),
    ...callerRefusals(
      'DescribeAccount',
      { AccountId: '${management}' },
      'management or delegated',
      'account/${organization}/${management}',
    ),
  },
};
