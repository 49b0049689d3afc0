import type { ParityScript } from '../../parity/script.ts';
import type { CallStep } from '../../parity/step.ts';
import { invalid } from './contact-refusals.builder.ts';
import { conflict, settingRefusals, tooMany } from './setting-refusals.builder.ts';

const fresh = 'root+payments@example.com';

const start = (PrimaryEmail: string, expected: Pick<CallStep, 'gives' | 'refuses'> = {}): CallStep => ({
  as: 'management',
  call: 'account:StartPrimaryEmailUpdate',
  input: { AccountId: '${member}', PrimaryEmail },
  ...expected,
});

export const startPrimaryEmailUpdateParity: ParityScript = {
  operation: 'account:StartPrimaryEmailUpdate',
  cases: {
    'sends a code to the new address, and the account keeps the old one': {
      touches: 'emulator',
      steps: [
        start(fresh, { gives: { Status: 'PENDING' } }),
        { look: '/_emulator/codes', gives: { $contains: [{ kind: 'primary-email', to: fresh }] } },
        {
          as: 'management',
          call: 'account:GetPrimaryEmail',
          input: { AccountId: '${member}' },
          gives: { PrimaryEmail: 'aws+payments@example.com' },
        },
      ],
    },
    'conflicts with an address in use, in whatever case': {
      evidence: 'That it is a conflict is in the service model; the sentence was not observed',
      touches: 'emulator',
      steps: ['aws+old@example.com', 'AWS+Payments@example.com'].map((email) =>
        start(email, { refuses: conflict('The email address is already in use by another account.') }),
      ),
    },
    'may be called three times in thirty seconds for one account': {
      evidence: 'The number is documented; the answer was not observed',
      touches: 'emulator',
      steps: [
        ...Array.from({ length: 3 }, () => start(fresh)),
        start(fresh, { refuses: tooMany }),
        { passSeconds: 30 },
        start(fresh),
      ],
    },
    'refuses an address that is too short': {
      touches: 'emulator',
      steps: [
        start('a@bc', {
          refuses: {
            ...invalid('[string "a@bc" is too short (length: 4, required minimum: 5)]'),
            beforeSending: true,
          },
        }),
      ],
    },
    ...settingRefusals('StartPrimaryEmailUpdate', {
      values: { PrimaryEmail: fresh },
      managementNamed: 'Access Denied',
      namedOnly: true,
    }),
  },
};
