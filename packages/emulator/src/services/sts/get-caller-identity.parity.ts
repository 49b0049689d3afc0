import type { ParityScript } from '../../parity/script.ts';

export const getCallerIdentityParity: ParityScript = {
  operation: 'sts:GetCallerIdentity',
  cases: {
    'says who calls, whatever the account': {
      touches: 'reads',
      steps: (['management', 'delegated', 'member', 'outsider'] as const).map((actor) => ({
        as: actor,
        call: 'sts:GetCallerIdentity' as const,
        gives: { Account: `\${${actor}}`, Arn: `\${${actor}.arn}`, UserId: { $matches: '^A[A-Z0-9]+(:.+)?$' } },
      })),
    },
    'says which session of which role calls': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'sts:AssumeRole',
          input: { RoleArn: 'arn:aws:iam::${member}:role/OrganizationAccountAccessRole', RoleSessionName: 'mary' },
          gives: {},
          keep: {
            key: 'Credentials.AccessKeyId',
            secret: 'Credentials.SecretAccessKey',
            token: 'Credentials.SessionToken',
            id: 'AssumedRoleUser.AssumedRoleId',
          },
        },
        {
          as: { accessKeyId: '${key}', secretAccessKey: '${secret}', sessionToken: '${token}' },
          call: 'sts:GetCallerIdentity',
          gives: {
            Account: '${member}',
            Arn: 'arn:aws:sts::${member}:assumed-role/OrganizationAccountAccessRole/mary',
            UserId: '${id}',
          },
        },
      ],
    },
    'refuses a key that there is not': {
      evidence: 'Observed on live AWS',
      touches: 'emulator',
      steps: [
        {
          as: { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', secretAccessKey: 'none', sessionToken: 'none' },
          call: 'sts:GetCallerIdentity',
          refuses: {
            error: 'InvalidClientTokenId',
            status: 403,
            message: 'The security token included in the request is invalid.',
          },
        },
      ],
    },
    'refuses a session after its time': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'sts:AssumeRole',
          input: {
            RoleArn: 'arn:aws:iam::${member}:role/OrganizationAccountAccessRole',
            RoleSessionName: 'mary',
            DurationSeconds: 900,
          },
          gives: {},
          keep: {
            key: 'Credentials.AccessKeyId',
            secret: 'Credentials.SecretAccessKey',
            token: 'Credentials.SessionToken',
          },
        },
        { passSeconds: 900 },
        {
          as: { accessKeyId: '${key}', secretAccessKey: '${secret}', sessionToken: '${token}' },
          call: 'sts:GetCallerIdentity',
          refuses: {
            error: 'ExpiredToken',
            status: 403,
            message: 'The security token included in the request is expired',
          },
        },
      ],
    },
  },
};
