import type { ParityCase, ParityScript } from '../../parity/script.ts';
import type { Refusal } from '../../parity/step.ts';
import { contactRefusals, invalid } from './contact-refusals.builder.ts';
import { mary } from './contacts.builder.ts';

const target = { AlternateContactType: 'OPERATIONS', AccountId: '${writable}' } as const;

/** Writes as the management account and reads what is kept. */
const keeps = (
  sent: Readonly<Record<string, string>>,
  kept: Readonly<Record<string, string>> = sent,
): ParityCase['steps'] => [
  { as: 'management', call: 'account:PutAlternateContact', input: { ...target, ...mary, ...sent }, gives: {} },
  {
    as: 'management',
    call: 'account:GetAlternateContact',
    input: target,
    gives: { AlternateContact: { ...mary, ...kept, AlternateContactType: 'OPERATIONS' } },
  },
];

const refused = (changes: Readonly<Record<string, string>>, refuses: Refusal): ParityCase['steps'][number] => ({
  as: 'management',
  call: 'account:PutAlternateContact',
  input: { ...target, ...mary, ...changes },
  refuses,
});

/** The e-mail pattern of the AWS service model, as the message quotes it. */
const emailPattern = '^[\\s]*[\\w+=.#|!&-]+@[\\w.-]+\\.[\\w]+[\\s]*$';
const phonePattern = '^[\\s0-9()+-]+$';

const tooLong = (value: string, most: number): Refusal =>
  invalid(`[string "${value}" is too long (length: ${value.length}, maximum allowed: ${most})]`);

const unlike = (pattern: string, value: string): Refusal =>
  invalid(`[ECMA 262 regex "${pattern}" does not match input string "${value}"]`);

export const putAlternateContactParity: ParityScript = {
  operation: 'account:PutAlternateContact',
  cases: {
    'overwrites the whole contact, and the next read shows it': {
      evidence: 'All of this was observed on live AWS',
      touches: 'writes',
      steps: [
        ...keeps(mary),
        ...keeps({
          Name: 'Jane Doe',
          Title: 'Operations',
          EmailAddress: 'operations-contact@example.com',
          PhoneNumber: '2025550101',
        }),
      ],
    },
    'keeps blanks around name, title and phone number': {
      touches: 'writes',
      steps: keeps({ Name: ' Mary Major ', Title: ' Security ', PhoneNumber: ' +1 (202) 555-0100 ' }),
    },
    'trims the e-mail address, and keeps its case': {
      touches: 'writes',
      steps: keeps({ EmailAddress: '  Probe+ops@Example.com ' }, { EmailAddress: 'Probe+ops@Example.com' }),
    },
    'accepts values of the greatest length': {
      touches: 'writes',
      steps: keeps({
        Name: 'n'.repeat(64),
        Title: 't'.repeat(50),
        EmailAddress: `${'e'.repeat(242)}@example.com`,
        PhoneNumber: '5'.repeat(25),
      }),
    },
    'lets the delegated administrator write to a member': {
      touches: 'writes',
      steps: [{ as: 'delegated', call: 'account:PutAlternateContact', input: { ...target, ...mary }, gives: {} }],
    },
    'writes to the own account without naming it': {
      touches: 'emulator',
      steps: (['management', 'delegated', 'member', 'outsider'] as const).map((as) => ({
        as,
        call: 'account:PutAlternateContact',
        input: { AlternateContactType: 'SECURITY', ...mary },
        gives: {},
      })),
    },
    'writes to a suspended account': {
      evidence: 'Not observed: only Get was',
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'account:PutAlternateContact',
          input: { ...target, ...mary, AccountId: '${suspended}' },
          gives: {},
        },
      ],
    },
    'refuses what is too long': {
      evidence: 'The sentences were observed for AccountName; that they are the same here is not observed',
      touches: 'writes',
      steps: [
        refused({ Name: 'n'.repeat(65) }, tooLong('n'.repeat(65), 64)),
        refused({ Title: 't'.repeat(51) }, tooLong('t'.repeat(51), 50)),
        refused({ EmailAddress: `${'e'.repeat(243)}@example.com` }, tooLong(`${'e'.repeat(243)}@example.com`, 254)),
        refused({ PhoneNumber: '5'.repeat(26) }, tooLong('5'.repeat(26), 25)),
      ],
    },
    'refuses an e-mail address and a phone number that do not match their patterns': {
      touches: 'writes',
      steps: [
        refused({ EmailAddress: 'bad' }, unlike(emailPattern, 'bad')),
        refused({ EmailAddress: "o'major@example.com" }, unlike(emailPattern, "o'major@example.com")),
        refused({ PhoneNumber: '555 ext. 5' }, unlike(phonePattern, '555 ext. 5')),
      ],
    },
    'refuses what is empty': {
      touches: 'writes',
      steps: ['Name', 'Title', 'EmailAddress', 'PhoneNumber'].map((field) =>
        refused(
          { [field]: '' },
          { ...invalid('[string "" is too short (length: 0, required minimum: 1)]'), beforeSending: true },
        ),
      ),
    },
    'asks for every field that is missing': {
      touches: 'writes',
      steps: [
        {
          as: 'management',
          call: 'account:PutAlternateContact',
          input: { ...target, Name: 'Mary Major', EmailAddress: 'security-contact@example.com' },
          refuses: {
            error: 'ValidationException',
            status: 400,
            message:
              '[object has missing required properties (["Title"]), object has missing required properties (["PhoneNumber"])]',
            beforeSending: true,
          },
        },
      ],
    },
    ...contactRefusals('PutAlternateContact', mary),
  },
};
