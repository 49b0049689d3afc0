import type { ParityScript } from '../../parity/script.ts';
import type { CallStep } from '../../parity/step.ts';

const roleArn = 'arn:aws:iam::${member}:role/OrganizationAccountAccessRole';
const usual = { RoleArn: roleArn, RoleSessionName: 'mary' } as const;

/** The credentials that a step gives, under names of their own. */
const kept = {
  key: 'Credentials.AccessKeyId',
  secret: 'Credentials.SecretAccessKey',
  token: 'Credentials.SessionToken',
} as const;
const session = { accessKeyId: '${key}', secretAccessKey: '${secret}', sessionToken: '${token}' } as const;

const assumed = (input: object = {}): CallStep => ({
  as: 'management',
  call: 'sts:AssumeRole',
  input: { ...usual, ...input },
  gives: { AssumedRoleUser: { Arn: 'arn:aws:sts::${member}:assumed-role/OrganizationAccountAccessRole/mary' } },
  keep: kept,
});

const invalid = (input: object, message: string, beforeSending?: true): CallStep => ({
  as: 'management',
  call: 'sts:AssumeRole',
  input: { ...usual, ...input },
  refuses: {
    error: 'ValidationError',
    status: 400,
    message,
    ...(beforeSending && { beforeSending }),
  },
});

const denied = (as: 'management' | 'delegated' | 'member', RoleArn: string): CallStep => ({
  as,
  call: 'sts:AssumeRole',
  input: { ...usual, RoleArn },
  refuses: {
    error: 'AccessDenied',
    status: 403,
    message: `User: \${${as}.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
  },
});

const onlyOperations = {
  Statement: {
    Effect: 'Allow',
    Action: 'account:*AlternateContact',
    Resource: '*',
    Condition: { 'ForAnyValue:StringEquals': { 'account:AlternateContactTypes': 'OPERATIONS' } },
  },
};

export const assumeRoleParity: ParityScript = {
  operation: 'sts:AssumeRole',
  cases: {
    'gives the management account a session in a created account': {
      touches: 'emulator',
      steps: [
        {
          ...assumed({ DurationSeconds: 900 }),
          gives: {
            Credentials: {
              AccessKeyId: { $matches: '^ASIA[A-Z0-9]{16}$' },
              SecretAccessKey: { $any: 'string' },
              SessionToken: { $any: 'string' },
              Expiration: { $time: 'any' },
            },
            AssumedRoleUser: {
              AssumedRoleId: { $matches: '^AROA[A-Z0-9]{17}:mary$' },
              Arn: 'arn:aws:sts::${member}:assumed-role/OrganizationAccountAccessRole/mary',
            },
            PackedPolicySize: { $absent: true },
          },
        },
        {
          as: session,
          call: 'account:GetAlternateContact',
          input: { AlternateContactType: 'SECURITY', AccountId: '${member}' },
          refuses: {
            error: 'AccessDeniedException',
            status: 403,
            message:
              'User: arn:aws:sts::${member}:assumed-role/OrganizationAccountAccessRole/mary is not authorized to perform: account:GetAlternateContact',
          },
        },
        {
          as: session,
          call: 'account:GetAlternateContact',
          input: { AlternateContactType: 'SECURITY' },
          refuses: {
            error: 'ResourceNotFoundException',
            status: 404,
            message: 'No contact of the inputted alternate contact type found.',
          },
        },
      ],
    },
    'holds a session to its session policy': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [
        { ...assumed({ Policy: JSON.stringify(onlyOperations) }), gives: { PackedPolicySize: { $any: 'number' } } },
        {
          as: session,
          call: 'account:GetAlternateContact',
          input: { AlternateContactType: 'OPERATIONS' },
          refuses: {
            error: 'ResourceNotFoundException',
            status: 404,
            message: 'No contact of the inputted alternate contact type found.',
          },
        },
        {
          as: session,
          call: 'account:GetAlternateContact',
          input: { AlternateContactType: 'BILLING' },
          refuses: {
            error: 'AccessDeniedException',
            status: 403,
            message:
              'User: arn:aws:sts::${member}:assumed-role/OrganizationAccountAccessRole/mary is not authorized to perform: account:GetAlternateContact on resource: arn:aws:account::${member}:account because no session policy allows the account:GetAlternateContact action',
          },
        },
      ],
    },
    'tells the source identity, and passes it and the tags on': {
      touches: 'emulator',
      emulator: {
        accounts: {
          member: {
            roles: [
              {
                name: 'Desk',
                trust: {
                  Version: '2012-10-17',
                  Statement: { Effect: 'Allow', Principal: { AWS: ['111122223333', '444455556666'] }, Action: 'sts:*' },
                },
                policies: ['AdministratorAccess'],
                maxSessionDuration: 3600,
                tags: {},
              },
            ],
          },
        },
      },
      steps: [
        {
          as: 'management',
          call: 'sts:AssumeRole',
          input: {
            RoleArn: 'arn:aws:iam::${member}:role/Desk',
            RoleSessionName: 'mary',
            ExternalId: 'desk-1',
            SourceIdentity: 'mary.major',
            Tags: [{ Key: 'team', Value: 'desk' }],
            TransitiveTagKeys: ['team'],
          },
          gives: { SourceIdentity: 'mary.major', PackedPolicySize: { $any: 'number' } },
          keep: kept,
        },
        {
          as: session,
          call: 'sts:AssumeRole',
          input: { RoleArn: 'arn:aws:iam::${member}:role/Desk', RoleSessionName: 'john' },
          gives: { SourceIdentity: 'mary.major' },
        },
        {
          as: session,
          call: 'sts:AssumeRole',
          input: {
            RoleArn: 'arn:aws:iam::${member}:role/Desk',
            RoleSessionName: 'john',
            Tags: [{ Key: 'team', Value: 'other' }],
          },
          refuses: {
            error: 'InvalidParameterValue',
            status: 400,
            message:
              "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
          },
        },
        {
          as: session,
          call: 'sts:AssumeRole',
          input: { RoleArn: 'arn:aws:iam::${member}:role/Desk', RoleSessionName: 'john', DurationSeconds: 3601 },
          refuses: {
            error: 'ValidationError',
            status: 400,
            message:
              'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
          },
        },
      ],
    },
    'denies a role that is not there, and one that trusts somebody else, with the same sentence': {
      evidence: 'Observed on live AWS: a missing role and missing trust look the same',
      touches: 'emulator',
      steps: [
        denied('management', 'arn:aws:iam::${member}:role/Nothing'),
        denied('delegated', roleArn),
        denied('member', roleArn),
        denied('management', 'arn:aws:iam::${outsider}:role/OrganizationAccountAccessRole'),
      ],
    },
    'refuses what breaks the shape': {
      touches: 'emulator',
      steps: [
        invalid(
          { RoleSessionName: 'PowerUser/mary' },
          "1 validation error detected: Value 'PowerUser/mary' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
        ),
        invalid(
          { RoleArn: 'bogus' },
          "1 validation error detected: Value 'bogus' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
          true,
        ),
        invalid(
          { DurationSeconds: 0 },
          "1 validation error detected: Value '0' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
          true,
        ),
        invalid({ RoleArn: 'arn:aws:iam::${member}:user/mary' }, 'Request ARN is invalid'),
        invalid(
          { DurationSeconds: 3601 },
          'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
        ),
      ],
    },
    'refuses session policies that are none, or too large': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'sts:AssumeRole',
          input: { ...usual, Policy: '{' },
          refuses: {
            error: 'MalformedPolicyDocumentException',
            status: 400,
            message: 'The policy is not in the valid JSON format.',
          },
        },
        {
          as: 'management',
          call: 'sts:AssumeRole',
          input: { ...usual, Policy: JSON.stringify(onlyOperations).padEnd(2049, ' ') },
          refuses: {
            error: 'PackedPolicyTooLargeException',
            status: 400,
            message: 'Packed policy consumes 101% of allotted space, please use smaller policy.',
          },
        },
      ],
    },
  },
};
