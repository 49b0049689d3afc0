import type { ParityCase } from '../../parity/script.ts';
import type { Actor, CallStep, Refusal } from '../../parity/step.ts';

type Cases = Readonly<Record<string, ParityCase>>;

/** The refusals that reading, writing and deleting an alternate contact have in common. `values` are the further members of the input. */
export const contactRefusals = (name: string, values: Readonly<Record<string, string>> = {}): Cases => {
  const isRead = name.startsWith('Get');
  /** Only a write that names the account that may be written to can be run against a real organization. */
  const touching = (accounts: readonly string[]) => {
    if (isRead) return 'reads';
    return accounts.every((id) => id === '${writable}') ? 'writes' : 'emulator';
  };
  const call = (as: CallStep['as'], input: Readonly<Record<string, unknown>>, refuses: Refusal): CallStep => ({
    as,
    call: `account:${name}`,
    input: { AlternateContactType: 'SECURITY', ...values, ...input },
    refuses,
  });
  const denied = (actor: Actor, rest = ''): Refusal => ({
    error: 'AccessDeniedException',
    status: 403,
    message: `User: \${${actor}.arn} is not authorized to perform: account:${name}${rest}`,
  });
  const deniedTargets = (as: Actor, accounts: readonly string[], rest = ''): ParityCase => ({
    touches: touching(accounts),
    steps: accounts.map((AccountId) => call(as, { AccountId }, denied(as, rest))),
  });
  return {
    // The first rows of the denials were observed on live AWS; bare also for the own account.
    'denies an ordinary member that names an account': deniedTargets('member', ['${writable}']),
    'denies an ordinary member that names its own account, another one, or one that nobody has': deniedTargets(
      'member',
      ['${member}', '${delegated}', '${management}', '${unknown}'],
    ),
    // Not observed; taken to be as for an ordinary member.
    'denies an account of no organization that names an account': deniedTargets('outsider', ['${writable}']),
    'denies the management account that names itself': deniedTargets('management', ['${management}'], standaloneOnly),
    // Documented as forbidden; the text was not observed.
    'denies the delegated administrator the management account': deniedTargets(
      'delegated',
      ['${management}'],
      standaloneOnly,
    ),
    // Not observed.
    'denies an account that is not in the organization': deniedTargets('management', ['${unknown}']),
    'denies the management account everything while trusted access is off': {
      ...deniedTargets(
        'management',
        ['${member}', '${delegated}'],
        ' (Your organization must first enable trusted access with AWS Account Management.)',
      ),
      touches: 'emulator',
      emulator: { organization: { trustedServices: [], delegatedAdministrators: [] } },
    },
    'denies a contact type that there is not': {
      evidence: 'Observed on live AWS: a denial, and no bad request',
      touches: touching(['${writable}']),
      steps: ['operations', 'Billing', 'OTHER'].map((AlternateContactType) =>
        call(
          'management',
          { AlternateContactType, AccountId: '${writable}' },
          denied('management', ' (You specified an invalid Alternate Contact type.)'),
        ),
      ),
    },
    'asks for the contact type': {
      touches: touching(['${writable}']),
      steps: [
        {
          as: 'management',
          call: `account:${name}`,
          input: { ...values, AccountId: '${writable}' },
          refuses: {
            ...invalid('[object has missing required properties (["AlternateContactType"])]'),
            beforeSending: true,
          },
        },
      ],
    },
    'refuses an account id that is none': {
      touches: touching(['12345']),
      steps: ['12345', '44445555666x'].map((AccountId) =>
        call(
          'management',
          { AccountId },
          invalid(`[ECMA 262 regex "^\\d{12}$" does not match input string "${AccountId}"]`),
        ),
      ),
    },
    ...policyRefusals(name, call),
    'knows a throttled call and a failure of its own': {
      touches: 'emulator',
      emulator: {
        faults: [
          { operation: name, error: 'TooManyRequests', times: 1 },
          { operation: name, error: 'InternalServer', times: 1 },
        ],
      },
      steps: [
        call('member', {}, { error: 'TooManyRequestsException', status: 429, message: 'Too Many Requests' }),
        call('member', {}, { error: 'InternalServerException', status: 500 }),
      ],
    },
  };
};

/** A refusal of what was sent, in API Gateway's words (observed for AccountName and enumerations). */
export const invalid = (message: string): Refusal => ({ error: 'ValidationException', status: 400, message });

const standaloneOnly =
  ' (The management account can only be managed using the standalone context from the management account.)';

const document = (Effect: 'Allow' | 'Deny', Action: string, Resource = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Action, Resource }],
});

/** What policies refuse: nothing allows it, something denies it, a service control policy denies it. */
const policyRefusals = (
  name: string,
  call: (as: CallStep['as'], input: Readonly<Record<string, unknown>>, refuses: Refusal) => CallStep,
): Cases => {
  const user = (userName: string, accessKeyId: string, ...policies: ReturnType<typeof document>[]) => ({
    name: userName,
    accessKeyId,
    policies,
    tags: {},
  });
  const as = (accessKeyId: string) => ({ accessKeyId, secretAccessKey: 'test' });
  const denied = (arn: string, resource: string, because: string): Refusal => ({
    error: 'AccessDeniedException',
    status: 403,
    message: `User: ${arn} is not authorized to perform: account:${name} on resource: ${resource} ${because}`,
  });
  const nothing = `because no identity-based policy allows the account:${name} action`;
  const own = 'arn:aws:account::${delegated}:account';
  const inOrganization = 'arn:aws:account::${management}:account/${organization}/${member}';
  return {
    'names the resource of the context when no policy allows the call': {
      touches: 'emulator',
      emulator: { accounts: { delegated: { users: [user('idle', 'AKIAIDLEIDLEIDLE0001')] } } },
      steps: [
        call(as('AKIAIDLEIDLEIDLE0001'), {}, denied('arn:aws:iam::${delegated}:user/idle', own, nothing)),
        call(
          as('AKIAIDLEIDLEIDLE0001'),
          { AccountId: '${member}' },
          denied('arn:aws:iam::${delegated}:user/idle', inOrganization, nothing),
        ),
      ],
    },
    'tells an explicit deny by the kind of its policy': {
      touches: 'emulator',
      emulator: {
        organization: {
          policyTypes: ['SERVICE_CONTROL_POLICY'],
          policies: [
            {
              id: 'p-nocontacts1',
              name: 'NoContacts',
              description: '',
              content: JSON.stringify(document('Deny', `account:${name}`, 'arn:aws:account::*:account')),
              tags: {},
            },
          ],
        },
        accounts: {
          delegated: {
            users: [user('barred', 'AKIABARREDBARRED0001', document('Allow', '*'), document('Deny', 'account:*'))],
          },
          member: { serviceControlPolicies: ['p-FullAWSAccess', 'p-nocontacts1'] },
        },
      },
      steps: [
        call(
          as('AKIABARREDBARRED0001'),
          {},
          denied('arn:aws:iam::${delegated}:user/barred', own, 'with an explicit deny in an identity-based policy'),
        ),
        call(
          'member',
          {},
          denied(
            '${member.arn}',
            'arn:aws:account::${member}:account',
            'with an explicit deny in a service control policy',
          ),
        ),
      ],
    },
  };
};
