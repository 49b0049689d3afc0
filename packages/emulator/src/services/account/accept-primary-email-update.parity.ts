import type { ParityScript } from '../../parity/script.ts';
import type { CallStep, ParityStep } from '../../parity/step.ts';
import { invalid } from './contact-refusals.builder.ts';
import { notFound, settingRefusals } from './setting-refusals.builder.ts';

const PrimaryEmail = 'root+payments@example.com';

const started: readonly ParityStep[] = [
  {
    as: 'management',
    call: 'account:StartPrimaryEmailUpdate',
    input: { AccountId: '${member}', PrimaryEmail },
    gives: { Status: 'PENDING' },
  },
  { look: '/_emulator/codes', keep: { otp: '0.code' } },
];

const accept = (Otp: string): CallStep => ({
  as: 'management',
  call: 'account:AcceptPrimaryEmailUpdate',
  input: { AccountId: '${member}', PrimaryEmail, Otp },
});

const nothingPending = notFound('No primary email update to this email address is pending for the account.');

export const acceptPrimaryEmailUpdateParity: ParityScript = {
  operation: 'account:AcceptPrimaryEmailUpdate',
  cases: {
    'makes the new address the one of the account, in both services': {
      touches: 'emulator',
      steps: [
        ...started,
        { ...accept('${otp}'), gives: { Status: 'ACCEPTED' } },
        {
          as: 'management',
          call: 'account:GetPrimaryEmail',
          input: { AccountId: '${member}' },
          gives: { PrimaryEmail },
        },
        {
          as: 'management',
          call: 'organizations:DescribeAccount',
          input: { AccountId: '${member}' },
          gives: { Account: { Email: PrimaryEmail } },
        },
      ],
    },
    'refuses another code, and a code that was used': {
      evidence: 'Not observed',
      touches: 'emulator',
      steps: [
        ...started,
        { ...accept('000000'), refuses: invalid('The one-time passcode is incorrect.') },
        accept('${otp}'),
        { ...accept('${otp}'), refuses: nothingPending },
      ],
    },
    'needs a change that was started': {
      evidence: 'Not observed',
      touches: 'emulator',
      steps: [{ ...accept('abc123'), refuses: nothingPending }],
    },
    'refuses what cannot be a code': {
      touches: 'emulator',
      steps: [
        {
          ...accept('12-456'),
          refuses: invalid('[ECMA 262 regex "^[a-zA-Z0-9]{6}$" does not match input string "12-456"]'),
        },
      ],
    },
    ...settingRefusals('AcceptPrimaryEmailUpdate', {
      values: { PrimaryEmail, Otp: 'abc123' },
      managementNamed: 'Access Denied',
      namedOnly: true,
    }),
  },
};
