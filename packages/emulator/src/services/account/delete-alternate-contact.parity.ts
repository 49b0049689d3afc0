import type { ParityScript } from '../../parity/script.ts';
import { contactRefusals } from './contact-refusals.builder.ts';
import { mary } from './contacts.builder.ts';

const target = { AlternateContactType: 'BILLING', AccountId: '${writable}' } as const;

/** Observed on live AWS. */
const absent = {
  error: 'ResourceNotFoundException',
  status: 404,
  message: 'No contact of the inputted alternate contact type found.',
} as const;

export const deleteAlternateContactParity: ParityScript = {
  operation: 'account:DeleteAlternateContact',
  cases: {
    'deletes a contact': {
      touches: 'writes',
      steps: [
        { as: 'management', call: 'account:PutAlternateContact', input: { ...target, ...mary }, gives: {} },
        { as: 'management', call: 'account:DeleteAlternateContact', input: target, gives: {} },
        { as: 'management', call: 'account:GetAlternateContact', input: target, refuses: absent },
      ],
    },
    'leaves the contacts of other types': {
      touches: 'writes',
      steps: [
        ...(['BILLING', 'SECURITY'] as const).map((AlternateContactType) => ({
          as: 'management' as const,
          call: 'account:PutAlternateContact' as const,
          input: { ...target, ...mary, AlternateContactType },
        })),
        { as: 'delegated', call: 'account:DeleteAlternateContact', input: target, gives: {} },
        {
          as: 'management',
          call: 'account:GetAlternateContact',
          input: { ...target, AlternateContactType: 'SECURITY' },
          gives: { AlternateContact: mary },
        },
      ],
    },
    'deletes a contact of the own account without naming it': {
      touches: 'emulator',
      steps: (['management', 'delegated', 'member', 'outsider'] as const).flatMap((as) => [
        { as, call: 'account:PutAlternateContact', input: { AlternateContactType: 'SECURITY', ...mary } },
        { as, call: 'account:DeleteAlternateContact', input: { AlternateContactType: 'SECURITY' }, gives: {} },
      ]),
    },
    'says, the second time too, when there is no contact to delete': {
      touches: 'writes',
      steps: [
        { as: 'management', call: 'account:PutAlternateContact', input: { ...target, ...mary } },
        { as: 'management', call: 'account:DeleteAlternateContact', input: target, gives: {} },
        { as: 'management', call: 'account:DeleteAlternateContact', input: target, refuses: absent },
        { as: 'management', call: 'account:DeleteAlternateContact', input: target, refuses: absent },
      ],
    },
    ...contactRefusals('DeleteAlternateContact'),
  },
};
