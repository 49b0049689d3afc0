import type { ParityScript } from '../../parity/script.ts';
import { callerRefusals, pageRefusals, pageSizeRefusals } from './organizations-refusals.builder.ts';

export const listAccountsParity: ParityScript = {
  operation: 'organizations:ListAccounts',
  cases: {
    'goes on from page to page by the token': {
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListAccounts',
          input: { MaxResults: 1 },
          gives: { Accounts: { $length: 1 }, NextToken: { $any: 'string' } },
          keep: { token: 'NextToken' },
        },
        {
          as: 'management',
          call: 'organizations:ListAccounts',
          input: { MaxResults: 1, NextToken: '${token}' },
          gives: {
            Accounts: [
              {
                Id: { $matches: '^\\d{12}$' },
                Arn: { $matches: '^arn:aws:organizations::${management}:account/${organization}/\\d{12}$' },
                Email: { $any: 'string' },
                Name: { $any: 'string' },
                JoinedMethod: { $matches: '^(CREATED|INVITED)$' },
                JoinedTimestamp: { $time: 'any' },
              },
            ],
          },
        },
      ],
    },
    'lists the accounts to a delegated administrator': {
      evidence: 'Observed on live AWS: being delegated for any service opens the reads',
      touches: 'emulator',
      steps: [
        {
          as: 'delegated',
          call: 'organizations:ListAccounts',
          gives: {
            Accounts: [
              { Id: '${management}', State: 'ACTIVE' },
              { Id: '${delegated}', State: 'ACTIVE' },
              { Id: '${member}', State: 'ACTIVE', Status: 'ACTIVE' },
              { Id: '${suspended}', State: 'SUSPENDED', Status: 'SUSPENDED' },
            ],
            NextToken: { $absent: true },
          },
        },
      ],
    },
    'tells a closed account by its state': {
      evidence: 'AWS docs: State CLOSED was Status SUSPENDED',
      touches: 'emulator',
      emulator: { accounts: { suspended: { state: 'CLOSED' } } },
      steps: [
        {
          as: 'management',
          call: 'organizations:ListAccounts',
          gives: { Accounts: { $contains: [{ Id: '${suspended}', State: 'CLOSED', Status: 'SUSPENDED' }] } },
        },
      ],
    },
    ...pageRefusals('ListAccounts'),
    ...pageSizeRefusals('ListAccounts'),
    ...callerRefusals('ListAccounts', {}, 'management or delegated'),
  },
};
