import type { ParityScript } from '../../parity/script.ts';
import type { CallStep } from '../../parity/step.ts';
import { invalid } from './contact-refusals.builder.ts';
import { settingRefusals } from './setting-refusals.builder.ts';

const target = { AccountId: '${member}' } as const;
const PrimaryEmail = 'root+payments@example.com';

const status = (Status: string): CallStep => ({
  as: 'management',
  call: 'account:GetPrimaryEmailUpdateStatus',
  input: target,
  gives: { Status, UpdatedAt: { $time: 'any' } },
});

const noHistory = invalid('No email update found for account');

export const getPrimaryEmailUpdateStatusParity: ParityScript = {
  operation: 'account:GetPrimaryEmailUpdateStatus',
  cases: {
    'tells how far the last change is, and since when': {
      touches: 'emulator',
      steps: [
        { as: 'delegated', call: 'account:StartPrimaryEmailUpdate', input: { ...target, PrimaryEmail } },
        status('PENDING'),
        { look: '/_emulator/codes', keep: { otp: '0.code' } },
        {
          as: 'delegated',
          call: 'account:AcceptPrimaryEmailUpdate',
          input: { ...target, PrimaryEmail, Otp: '${otp}' },
        },
        status('COMPLETED'),
      ],
    },
    'refuses an account without any history': {
      evidence: 'Observed on live AWS: 400 and not 404, and also in the standalone context',
      touches: 'reads',
      steps: [
        { as: 'management', call: 'account:GetPrimaryEmailUpdateStatus', input: target, refuses: noHistory },
        { as: 'management', call: 'account:GetPrimaryEmailUpdateStatus', refuses: noHistory },
        { as: 'member', call: 'account:GetPrimaryEmailUpdateStatus', refuses: noHistory },
      ],
    },
    ...settingRefusals('GetPrimaryEmailUpdateStatus', { managementNamed: 'Access Denied' }),
  },
};
