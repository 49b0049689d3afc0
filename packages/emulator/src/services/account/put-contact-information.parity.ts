import type { ParityScript } from '../../parity/script.ts';
import type { CallStep } from '../../parity/step.ts';
import { invalid } from './contact-refusals.builder.ts';
import { office } from './contacts.builder.ts';
import { settingRefusals } from './setting-refusals.builder.ts';

const target = { AccountId: '${member}' } as const;

const put = (ContactInformation: Readonly<Record<string, string>>): CallStep => ({
  as: 'management',
  call: 'account:PutContactInformation',
  input: { ...target, ContactInformation },
});

export const putContactInformationParity: ParityScript = {
  operation: 'account:PutContactInformation',
  cases: {
    'trims what it keeps and writes the country in capitals': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [
        {
          ...put({
            ...office,
            FullName: ' Mary Major ',
            City: 'Any Town ',
            CountryCode: 'us',
            PhoneNumber: '+1 555 555 0100 ',
          }),
          gives: {},
        },
        {
          as: 'management',
          call: 'account:GetContactInformation',
          input: target,
          gives: { ContactInformation: office },
        },
      ],
    },
    'replaces the whole contact': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [
        put({ ...office, CompanyName: 'Example Corp.' }),
        put(office),
        {
          as: 'management',
          call: 'account:GetContactInformation',
          input: target,
          gives: {
            ContactInformation: { ...office, CompanyName: { $absent: true } },
            VerificationStatus: 'UNVERIFIED',
          },
        },
      ],
    },
    'refuses a member of blanks, by its name': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: ['FullName', 'AddressLine1', 'City', 'PostalCode', 'StateOrRegion'].map((field) => ({
        ...put({ ...office, [field]: ' ' }),
        refuses: invalid(`the argument ${field} can not be empty`),
      })),
    },
    'refuses a phone number that does not begin with a plus': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [' +1 555 555 0100', ' '].map((PhoneNumber) => ({
        ...put({ ...office, PhoneNumber }),
        refuses: invalid(`[ECMA 262 regex "^[+][\\s0-9()-]+$" does not match input string "${PhoneNumber}"]`),
      })),
    },
    'asks for what every contact has': {
      touches: 'emulator',
      steps: ['FullName', 'AddressLine1', 'City', 'PostalCode', 'CountryCode', 'PhoneNumber'].map((field) => ({
        ...put(Object.fromEntries(Object.entries(office).filter(([name]) => name !== field))),
        refuses: { ...invalid(`[object has missing required properties (["${field}"])]`), beforeSending: true },
      })),
    },
    ...settingRefusals('PutContactInformation', { values: { ContactInformation: office } }),
  },
};
