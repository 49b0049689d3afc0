import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentials } from './aws-gateway.ts';
import { promised } from './call.ts';

/** Which role, and as whom to assume it. */
export interface RoleToAssume {
  readonly roleArn: string;
  readonly profile?: string;
  readonly region?: string;
}

/**
 * Makes the function by which the SDK fetches credentials of a role, again whenever they expire. What STS refuses is thrown to the SDK, and
 * comes back as the failure of the call that needed them.
 *
 * @example
 * ```ts
 * import { makeAwsGateway, roleCredentials } from 'orgcontacts/aws';
 *
 * const credentials = roleCredentials({ roleArn: 'arn:aws:iam::111122223333:role/orgcontacts' });
 * const gateway = await makeAwsGateway({ credentials });
 * gateway.close();
 * ```
 */
export const roleCredentials =
  ({ roleArn, profile, region }: RoleToAssume): (() => Promise<AwsCredentials>) =>
  async () => {
    const client = new STSClient({ ...(profile && { profile }), region: region ?? 'us-east-1' });
    try {
      const { Credentials } = await client.send(
        new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'orgcontacts' }),
      );
      const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = promised(Credentials, 'Credentials');
      return {
        accessKeyId: promised(AccessKeyId, 'AccessKeyId'),
        secretAccessKey: promised(SecretAccessKey, 'SecretAccessKey'),
        ...(SessionToken !== undefined && { sessionToken: SessionToken }),
        ...(Expiration !== undefined && { expiration: Expiration }),
      };
    } finally {
      client.destroy();
    }
  };
