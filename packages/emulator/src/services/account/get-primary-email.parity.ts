import type { ParityScript } from '../../parity/script.ts';
import { settingRefusals } from './setting-refusals.builder.ts';

export const getPrimaryEmailParity: ParityScript = {
  operation: 'account:GetPrimaryEmail',
  cases: {
    'reads the address of a member': {
      touches: 'reads',
      steps: (['management', 'delegated'] as const).map((as) => ({
        as,
        call: 'account:GetPrimaryEmail' as const,
        input: { AccountId: '${member}' },
        gives: { PrimaryEmail: { $matches: '@' } },
      })),
    },
    'reads the address that Organizations shows': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:DescribeAccount',
          input: { AccountId: '${member}' },
          keep: { email: 'Account.Email' },
        },
        {
          as: 'management',
          call: 'account:GetPrimaryEmail',
          input: { AccountId: '${member}' },
          gives: { PrimaryEmail: '${email}' },
        },
      ],
    },
    ...settingRefusals('GetPrimaryEmail', { managementNamed: 'Access Denied', namedOnly: true }),
  },
};
