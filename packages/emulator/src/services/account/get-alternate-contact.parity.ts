import type { ParityScript } from '../../parity/script.ts';
import { contactRefusals } from './contact-refusals.builder.ts';
import { mary } from './contacts.builder.ts';

const security = { AlternateContactType: 'SECURITY' } as const;
const target = { ...security, AccountId: '${writable}' } as const;

export const getAlternateContactParity: ParityScript = {
  operation: 'account:GetAlternateContact',
  cases: {
    'reads a contact that was written, its type with it': {
      touches: 'writes',
      steps: [
        { as: 'management', call: 'account:PutAlternateContact', input: { ...target, ...mary }, gives: {} },
        {
          as: 'management',
          call: 'account:GetAlternateContact',
          input: target,
          gives: { AlternateContact: { ...mary, ...security } },
        },
      ],
    },
    'reads the own account without naming it, from any account': {
      touches: 'emulator',
      steps: (['management', 'delegated', 'member', 'outsider'] as const).flatMap((as) => [
        { as, call: 'account:PutAlternateContact', input: { ...security, ...mary, Name: `\${${as}}` } },
        {
          as,
          call: 'account:GetAlternateContact',
          input: security,
          gives: { AlternateContact: { ...mary, ...security, Name: `\${${as}}` } },
        },
      ]),
    },
    'reads the account of the delegated administrator named and not named': {
      evidence: 'Observed on live AWS: the only account that can do both',
      touches: 'emulator',
      steps: [
        { as: 'delegated', call: 'account:PutAlternateContact', input: { ...security, ...mary } },
        ...[{}, { AccountId: '${delegated}' }].map((named) => ({
          as: 'delegated' as const,
          call: 'account:GetAlternateContact' as const,
          input: { ...security, ...named },
          gives: { AlternateContact: { ...mary, ...security } },
        })),
      ],
    },
    'lets the delegated administrator read a member': {
      touches: 'writes',
      steps: [
        { as: 'delegated', call: 'account:PutAlternateContact', input: { ...target, ...mary }, gives: {} },
        {
          as: 'delegated',
          call: 'account:GetAlternateContact',
          input: target,
          gives: { AlternateContact: { Name: mary.Name } },
        },
      ],
    },
    'reads a suspended account': {
      evidence: 'Users reported it from management accounts in 2022',
      touches: 'emulator',
      emulator: { accounts: { suspended: { contacts: { SECURITY: mary } } } },
      steps: [
        {
          as: 'management',
          call: 'account:GetAlternateContact',
          input: { ...security, AccountId: '${suspended}' },
          gives: { AlternateContact: { ...mary, ...security } },
        },
      ],
    },
    'says when there is no contact of the type': {
      evidence: 'Observed on live AWS',
      touches: 'writes',
      steps: [
        { as: 'management', call: 'account:PutAlternateContact', input: { ...target, ...mary } },
        { as: 'management', call: 'account:DeleteAlternateContact', input: target },
        {
          as: 'management',
          call: 'account:GetAlternateContact',
          input: target,
          refuses: {
            error: 'ResourceNotFoundException',
            status: 404,
            message: 'No contact of the inputted alternate contact type found.',
          },
        },
      ],
    },
    ...contactRefusals('GetAlternateContact'),
  },
};
