import type { ParityScript } from '../../parity/script.ts';
import { office } from './contacts.builder.ts';
import { notFound, settingRefusals } from './setting-refusals.builder.ts';

export const getContactInformationParity: ParityScript = {
  operation: 'account:GetContactInformation',
  cases: {
    'reads the primary contact and whether its number is verified': {
      touches: 'emulator',
      emulator: { accounts: { member: { primaryContact: office, phoneStatus: 'VERIFIED' } } },
      steps: [
        {
          as: 'management',
          call: 'account:GetContactInformation',
          input: { AccountId: '${member}' },
          gives: { ContactInformation: office, VerificationStatus: 'VERIFIED' },
        },
        { as: 'member', call: 'account:GetContactInformation', gives: { ContactInformation: office } },
      ],
    },
    'knows no primary contact': {
      evidence: 'Not observed: every account of AWS has a primary contact',
      touches: 'emulator',
      steps: [
        {
          as: 'member',
          call: 'account:GetContactInformation',
          refuses: notFound('No contact information found for the account.'),
        },
      ],
    },
    ...settingRefusals('GetContactInformation'),
  },
};
