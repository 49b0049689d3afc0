import type { ParityCase } from '../../parity/script.ts';
import type { Actor, CallStep, Refusal } from '../../parity/step.ts';
import { invalid } from './contact-refusals.builder.ts';

/** What is particular about an operation on the settings of an account. */
interface Particulars {
  /** The further members of a complete input. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly target?: 'StandardAccountId';
  /** What stands in brackets when the management account names itself. */
  readonly managementNamed?: string;
  /** Only for accounts that are named. */
  readonly namedOnly?: true;
}

const standaloneOnly =
  'The management account can only be managed using the standalone context from the management account.';

/** The refusals that all operations have in common which are not about alternate contacts. */
export const settingRefusals = (
  name: string,
  { values = {}, target, managementNamed = standaloneOnly, namedOnly }: Particulars = {},
): Readonly<Record<string, ParityCase>> => {
  const touches = /^(Get|List)/.test(name) ? 'reads' : 'emulator';
  const member = target ?? 'AccountId';
  const call = (as: Actor, account: string, refuses: Refusal): CallStep => ({
    as,
    call: `account:${name}`,
    input: { ...values, [member]: account },
    refuses,
  });
  const denied = (as: Actor, accounts: readonly string[], suffix = ''): ParityCase => ({
    touches,
    steps: accounts.map((account) => call(as, account, denial(name, as, suffix))),
  });
  return {
    // Observed on live AWS for reads of the primary e-mail address and of Regions.
    'denies an ordinary member that names an account, its own included': denied('member', [
      '${member}',
      '${delegated}',
      '${management}',
    ]),
    // Not observed; taken to be as for an ordinary member.
    'denies an account of no organization that names an account': denied('outsider', ['${outsider}', '${member}']),
    'denies the management account that names itself': denied('management', ['${management}'], managementNamed),
    // Documented as forbidden; the text was not observed.
    'denies the delegated administrator the management account': denied(
      'delegated',
      ['${management}'],
      managementNamed,
    ),
    // Not observed.
    'denies an account that is not in the organization': denied('management', ['${unknown}']),
    'denies the management account everything while trusted access is off': {
      ...denied(
        'management',
        ['${member}', '${management}'],
        'Your organization must first enable trusted access with AWS Account Management.',
      ),
      touches: 'emulator',
      emulator: { organization: { trustedServices: [], delegatedAdministrators: [] } },
    },
    'refuses an account id that is none': {
      evidence: 'Not observed',
      touches,
      steps: [call('management', '12345', invalid('[ECMA 262 regex "^\\d{12}$" does not match input string "12345"]'))],
    },
    'knows a throttled call and a failure of its own': {
      touches: 'emulator',
      emulator: {
        faults: [
          { operation: name, error: 'TooManyRequests', times: 1 },
          { operation: name, error: 'InternalServer', times: 1 },
        ],
      },
      steps: [
        call('management', '${member}', tooMany),
        call('management', '${member}', { error: 'InternalServerException', status: 500 }),
      ],
    },
    ...(namedOnly && {
      'asks for the account': {
        touches,
        steps: [
          {
            as: 'management',
            call: `account:${name}`,
            input: values,
            refuses: { ...invalid('[object has missing required properties (["AccountId"])]'), beforeSending: true },
          },
        ],
      },
    }),
  };
};

/** A denial by the rules of Account Management. */
export const denial = (name: string, as: Actor, suffix = ''): Refusal => ({
  error: 'AccessDeniedException',
  status: 403,
  message: `User: \${${as}.arn} is not authorized to perform: account:${name}${suffix === '' ? '' : ` (${suffix})`}`,
});

/** What a throttled call gets. */
export const tooMany: Refusal = { error: 'TooManyRequestsException', status: 429, message: 'Too Many Requests' };

/** What is missing, and what is in the way. */
export const notFound = (message: string): Refusal => ({ error: 'ResourceNotFoundException', status: 404, message });
export const conflict = (message: string): Refusal => ({ error: 'ConflictException', status: 409, message });
