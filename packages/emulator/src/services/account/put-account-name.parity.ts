import type { ParityScript } from '../../parity/script.ts';
import { invalid } from './contact-refusals.builder.ts';
import { settingRefusals } from './setting-refusals.builder.ts';

const target = { AccountId: '${member}' } as const;

export const putAccountNameParity: ParityScript = {
  operation: 'account:PutAccountName',
  cases: {
    'trims the name, and both services show it at once': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'account:PutAccountName',
          input: { ...target, AccountName: '  Card payments ' },
          gives: {},
        },
        {
          as: 'management',
          call: 'account:GetAccountInformation',
          input: target,
          gives: { AccountName: 'Card payments' },
        },
        {
          as: 'management',
          call: 'organizations:DescribeAccount',
          input: target,
          gives: { Account: { Name: 'Card payments' } },
        },
      ],
    },
    'refuses blanks without saying which error it is': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [
        {
          as: 'member',
          call: 'account:PutAccountName',
          input: { AccountName: ' ' },
          refuses: {
            error: 'untyped',
            status: 400,
            message: 'The input AccountName must not be null or only whitespace.',
          },
        },
      ],
    },
    'refuses angle brackets': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [
        {
          as: 'member',
          call: 'account:PutAccountName',
          input: { AccountName: 'Card <payments>' },
          refuses: invalid('[ECMA 262 regex "^[ -;=?-~]+$" does not match input string "Card <payments>"]'),
        },
      ],
    },
    'asks for the name': {
      touches: 'emulator',
      steps: [
        {
          as: 'member',
          call: 'account:PutAccountName',
          refuses: {
            ...invalid('[object has missing required properties (["AccountName"])]'),
            beforeSending: true,
          },
        },
      ],
    },
    ...settingRefusals('PutAccountName', { values: { AccountName: 'new' } }),
  },
};
