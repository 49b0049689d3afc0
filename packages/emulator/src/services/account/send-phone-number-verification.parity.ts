import type { ParityScript } from '../../parity/script.ts';
import { office } from './contacts.builder.ts';
import { conflict, notFound, settingRefusals } from './setting-refusals.builder.ts';

const withContact = { accounts: { member: { primaryContact: office } } };

export const sendPhoneNumberVerificationParity: ParityScript = {
  operation: 'account:SendPhoneNumberVerification',
  cases: {
    'sends six digits, and the number is pending': {
      touches: 'emulator',
      emulator: withContact,
      steps: [
        { as: 'member', call: 'account:SendPhoneNumberVerification', gives: { Status: 'PENDING' } },
        {
          look: '/_emulator/codes',
          gives: {
            $contains: [{ kind: 'phone', to: office.PhoneNumber, code: { $matches: '^[0-9]{6}$' } }],
          },
        },
        { as: 'member', call: 'account:GetContactInformation', gives: { VerificationStatus: 'PENDING' } },
      ],
    },
    'has nobody to send to without a primary contact': {
      evidence: 'Not observed',
      touches: 'emulator',
      steps: [
        {
          as: 'member',
          call: 'account:SendPhoneNumberVerification',
          refuses: notFound('No contact information found for the account.'),
        },
      ],
    },
    'refuses a number that is verified already': {
      evidence: 'Not observed',
      touches: 'emulator',
      emulator: { accounts: { member: { primaryContact: office, phoneStatus: 'VERIFIED' } } },
      steps: [
        {
          as: 'member',
          call: 'account:SendPhoneNumberVerification',
          refuses: conflict('The phone number is already verified.'),
        },
      ],
    },
    ...settingRefusals('SendPhoneNumberVerification'),
  },
};
