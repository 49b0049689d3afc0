import type { ParityCase } from '../../parity/script.ts';
import type { CallStep, Refusal } from '../../parity/step.ts';

type Input = Readonly<Record<string, unknown>>;
type Cases = Readonly<Record<string, ParityCase>>;

const isRead = (name: string): boolean => /^(List|Describe)/.test(name);
const touching = (name: string): ParityCase['touches'] => (isRead(name) ? 'reads' : 'emulator');

const call = (as: CallStep['as'], name: string, input: Input, refuses: Refusal): CallStep => ({
  as,
  call: `organizations:${name}`,
  input,
  refuses,
});

/** A refusal of Organizations: always HTTP 400 (observed on live AWS, access denials included). */
export const refusal = (error: string, message: string, reason?: string): Refusal => ({
  error,
  status: 400,
  message,
  ...(reason !== undefined && { reason }),
});

const noPermission = refusal('AccessDeniedException', "You don't have permissions to access this resource.");

/**
 * Who is refused, whatever is asked, and what comes of policies, throttles and failures. `resource` is what policies have to allow it on:
 * the end of an ARN of the organization, as `root/${organization}/${root}`.
 */
export const callerRefusals = (
  name: string,
  input: Input,
  callers: 'anybody' | 'any member' | 'management or delegated' | 'management',
  resource?: string,
): Cases => ({
  ...(callers !== 'anybody' && {
    'is refused to an account of no organization': {
      touches: touching(name),
      steps: [
        call(
          'outsider',
          name,
          input,
          refusal('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.'),
        ),
      ],
    },
  }),
  ...((callers === 'management' || callers === 'management or delegated') && {
    'is refused to a member that is no delegated administrator': {
      touches: touching(name),
      steps: [call('member', name, input, noPermission)],
    },
  }),
  ...(callers === 'management' && {
    'is refused to a delegated administrator': {
      touches: touching(name),
      steps: [call('delegated', name, input, noPermission)],
    },
  }),
  ...faultsOf(name, input, 'management'),
  'is refused to a user whose policies do not allow it': {
    touches: 'emulator',
    emulator: {
      accounts: {
        management: { users: [{ name: 'idle', accessKeyId: 'AKIAIDLEIDLEIDLE0001', policies: [], tags: {} }] },
      },
    },
    steps: [
      {
        as: { accessKeyId: 'AKIAIDLEIDLEIDLE0001', secretAccessKey: 'test' },
        call: `organizations:${name}`,
        input,
        refuses: {
          error: 'AccessDeniedException',
          status: 400,
          message: `User: arn:aws:iam::\${management}:user/idle is not authorized to perform: organizations:${name} on resource: ${arnOf(resource)} because no identity-based policy allows the organizations:${name} action`,
        },
      },
    ],
  },
});

const arnOf = (resource: string | undefined): string =>
  resource === undefined ? '*' : `arn:aws:organizations::\${management}:${resource}`;

/** Throttles are HTTP 400 too; ServiceException is the only failure of the service's own (AWS service model). */
export const faultsOf = (name: string, input: Input, as: CallStep['as']): Cases => ({
  'knows a throttled call and a failure of its own': {
    touches: 'emulator',
    emulator: {
      faults: [
        { operation: name, error: 'TooManyRequests', times: 1 },
        { operation: name, error: 'InternalServer', times: 1 },
      ],
    },
    steps: [
      call(as, name, input, refusal('TooManyRequestsException', 'Too Many Requests')),
      call(as, name, input, { error: 'ServiceException', status: 500 }),
    ],
  },
});

/** What every list refuses. The sentence about a token was observed on live AWS. */
export const pageRefusals = (name: string, input: Input = {}): Cases => ({
  'refuses a token that it did not give': {
    touches: touching(name),
    steps: [
      call(
        'management',
        name,
        { ...input, NextToken: 'x' },
        refusal(
          'InvalidInputException',
          'You specified an invalid value for nextToken. You must get the value from the response to a previous call to the API.',
          'INVALID_NEXT_TOKEN',
        ),
      ),
    ],
  },
});

/** Pages hold 1 to 20 (AWS service model); the reasons were not observed. */
export const pageSizeRefusals = (name: string, input: Input = {}): Cases => ({
  'refuses pages of no and of more than 20 items': {
    touches: touching(name),
    steps: [
      call(
        'management',
        name,
        { ...input, MaxResults: 0 },
        { error: 'InvalidInputException', status: 400, reason: 'MIN_VALUE_EXCEEDED:MAX_RESULTS', beforeSending: true },
      ),
      call(
        'management',
        name,
        { ...input, MaxResults: 21 },
        { error: 'InvalidInputException', status: 400, reason: 'MAX_VALUE_EXCEEDED:MAX_RESULTS' },
      ),
    ],
  },
});

/** What a missing and a misshapen value get (observed on live AWS). `member` is in the words of the request, `reason` in those of Reason. */
export const valueRefusals = (
  name: string,
  input: Input,
  member: string,
  reason: string,
  misshapen?: string,
): Cases => {
  const { [member]: _, ...others } = input;
  return {
    [`asks for ${member}`]: {
      touches: touching(name),
      steps: [
        call('management', name, others, {
          ...refusal(
            'InvalidInputException',
            'You must provide a value for the parameter.',
            `INPUT_REQUIRED:${reason}`,
          ),
          beforeSending: true,
        }),
      ],
    },
    ...(misshapen !== undefined && {
      [`refuses a ${member} that is none`]: {
        touches: touching(name),
        steps: [
          call(
            'management',
            name,
            { ...input, [member]: misshapen },
            refusal(
              'InvalidInputException',
              'You provided a value that does not match the required pattern.',
              `INVALID_PATTERN:${reason}`,
            ),
          ),
        ],
      },
    }),
  };
};

/** An id that nothing has. */
export const refusedId = (name: string, input: Input, refuses: Refusal): ParityCase => ({
  touches: touching(name),
  steps: [call('management', name, input, refuses)],
});

export const accountNotFound = refusal('AccountNotFoundException', "You specified an account that doesn't exist.");
