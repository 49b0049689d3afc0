import type { ParityScript } from '../../parity/script.ts';
import type { ParityStep } from '../../parity/step.ts';
import { invalid } from './contact-refusals.builder.ts';
import { office } from './contacts.builder.ts';
import { conflict, notFound, settingRefusals } from './setting-refusals.builder.ts';

const withContact = { accounts: { member: { primaryContact: office } } };

const sent: readonly ParityStep[] = [
  { as: 'member', call: 'account:SendPhoneNumberVerification' },
  { look: '/_emulator/codes', keep: { otp: '0.code' } },
];

const wrongCode = invalid('The one-time passcode is incorrect or has expired.');

export const verifyPhoneNumberParity: ParityScript = {
  operation: 'account:VerifyPhoneNumber',
  cases: {
    'verifies the number with the code that was sent': {
      touches: 'emulator',
      emulator: withContact,
      steps: [
        ...sent,
        { as: 'member', call: 'account:VerifyPhoneNumber', input: { Otp: '${otp}' }, gives: { Status: 'VERIFIED' } },
        { as: 'member', call: 'account:GetContactInformation', gives: { VerificationStatus: 'VERIFIED' } },
      ],
    },
    'refuses a code that is wrong, or too old': {
      evidence: 'The five minutes are documented; the sentence was not observed',
      touches: 'emulator',
      emulator: withContact,
      steps: [
        ...sent,
        { as: 'member', call: 'account:VerifyPhoneNumber', input: { Otp: 'wrong1' }, refuses: wrongCode },
        { passSeconds: 300 },
        { as: 'member', call: 'account:VerifyPhoneNumber', input: { Otp: '${otp}' }, refuses: wrongCode },
      ],
    },
    'conflicts with a number that changed in between': {
      evidence: 'Documented; the sentence was not observed',
      touches: 'emulator',
      emulator: withContact,
      steps: [
        ...sent,
        {
          as: 'member',
          call: 'account:PutContactInformation',
          input: { ContactInformation: { ...office, PhoneNumber: '+1 555 555 0199' } },
        },
        {
          as: 'member',
          call: 'account:VerifyPhoneNumber',
          input: { Otp: '${otp}' },
          refuses: conflict('The phone number has changed since the one-time passcode was sent.'),
        },
      ],
    },
    'needs a code that was sent': {
      evidence: 'Not observed',
      touches: 'emulator',
      steps: [
        {
          as: 'member',
          call: 'account:VerifyPhoneNumber',
          input: { Otp: '123456' },
          refuses: notFound('No phone number verification found for the account.'),
        },
      ],
    },
    ...settingRefusals('VerifyPhoneNumber', { values: { Otp: '123456' } }),
  },
};
