import { AccountClient } from '@aws-sdk/client-account';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import type { Gateway } from '../gateway.ts';
import { awsContacts } from './contacts.ts';
import { awsIdentity } from './identity.ts';
import { awsOrganization } from './organization.ts';

export interface AwsGatewayOptions {
  /** A profile of the AWS configuration files; otherwise the SDK's default chain decides. */
  readonly profile?: string;
  /** Any region of the partition: account and organizations have one endpoint for each partition. Default us-east-1. */
  readonly region?: string;
  /** For an emulator; otherwise the SDK finds the endpoint, AWS_ENDPOINT_URL included. */
  readonly endpoint?: string;
  /** Fixed credentials, for an emulator; otherwise the SDK's default chain. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The Gateway to AWS through the AWS SDK for JavaScript. Its own retries are off: each call is counted and paced by us. */
export const makeAwsGateway = (options: AwsGatewayOptions = {}): Gateway & { close(): void } => {
  const { region, profile, endpoint, credentials } = options;
  const config = {
    maxAttempts: 1,
    ...(region && { region }),
    ...(profile && { profile }),
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
  };
  const account = new AccountClient(config);
  const organizations = new OrganizationsClient(config);
  const sts = new STSClient(config);
  return {
    endpoint: endpoint ?? 'AWS',
    ...awsContacts(account),
    ...awsOrganization(organizations),
    ...awsIdentity(sts),
    close: () => {
      for (const client of [account, organizations, sts]) client.destroy();
    },
  };
};
