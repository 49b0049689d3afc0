import type { ParityScript } from '../../parity/script.ts';
import { settingRefusals } from './setting-refusals.builder.ts';

export const getAccountInformationParity: ParityScript = {
  operation: 'account:GetAccountInformation',
  cases: {
    'reads the own account': {
      touches: 'reads',
      steps: (['management', 'delegated', 'member'] as const).map((as) => ({
        as,
        call: 'account:GetAccountInformation' as const,
        gives: {
          AccountId: `\${${as}}`,
          AccountName: { $any: 'string' },
          AccountState: 'ACTIVE',
          AccountCreatedDate: { $time: 'any' },
        },
      })),
    },
    'reads a member, created in a whole second': {
      evidence: 'Observed on live AWS: whole seconds, unlike Organizations',
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'account:GetAccountInformation',
          input: { AccountId: '${member}' },
          gives: {
            AccountId: '${member}',
            AccountName: 'payments',
            AccountState: 'ACTIVE',
            AccountCreatedDate: { $time: '2026-01-02T03:04:05Z' },
          },
        },
      ],
    },
    'tells that an account is suspended': {
      touches: 'emulator',
      steps: [
        {
          as: 'delegated',
          call: 'account:GetAccountInformation',
          input: { AccountId: '${suspended}' },
          gives: { AccountState: 'SUSPENDED' },
        },
      ],
    },
    ...settingRefusals('GetAccountInformation'),
  },
};
