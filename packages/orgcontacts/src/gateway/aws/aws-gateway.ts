import { AccountClient } from '@aws-sdk/client-account';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import { realClock } from '../../pace/clock.ts';
import type { Gateway } from '../gateway.ts';
import { awsContacts } from './contacts.ts';
import { awsControlPolicies } from './control-policies.ts';
import { awsDelegation } from './delegation.ts';
import { awsIdentity } from './identity.ts';
import { awsOrganization } from './organization.ts';
import { watchClock } from './watch-clock.ts';

/** Where to call, and as whom; without any of it the SDK decides as every AWS tool does. */
export interface AwsGatewayOptions {
  /** A profile of the AWS configuration files; otherwise the SDK's default chain decides. */
  readonly profile?: string;
  /** Any region of the partition: account and organizations have one endpoint for each partition. Default us-east-1. */
  readonly region?: string;
  /** For an emulator; otherwise the SDK finds the endpoint, AWS_ENDPOINT_URL included. */
  readonly endpoint?: string;
  /** Credentials, or where to fetch them; otherwise the SDK's default chain. */
  readonly credentials?: AwsCredentials | (() => Promise<AwsCredentials>);
  /** A word that is added to the user agent, by which calls are known again in CloudTrail. */
  readonly userAgent?: string;
  /** The time in milliseconds since the epoch, to be compared with what AWS says; otherwise that of this machine. */
  readonly now?: () => number;
}

/** Keys that calls are signed with; temporary ones have a session token. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** When they end; from then on they are fetched again. */
  readonly expiration?: Date;
}

/** A Gateway that holds connections open until it is closed. */
export interface AwsGateway extends Gateway {
  /** Closes the connections; calls that are under way fail. */
  close(): void;
}

/** Account Management and Organizations have one endpoint for a whole partition, so a missing region need not stop anybody. */
const defaultRegion = 'us-east-1';

/**
 * Makes the Gateway to AWS through the AWS SDK for JavaScript. Its own retries are off: each call is counted and paced by us, so wrap it in
 * `pacedGateway`. Nothing is called yet.
 *
 * @example
 * ```ts
 * import { observeCaller } from 'orgcontacts';
 * import { makeAwsGateway } from 'orgcontacts/aws';
 *
 * const gateway = await makeAwsGateway({ profile: 'management' });
 * const caller = await observeCaller(gateway);
 * if (caller.kind === 'ok') console.log(caller.value.role);
 * gateway.close();
 * ```
 */
export const makeAwsGateway = async (options: AwsGatewayOptions = {}): Promise<AwsGateway> => {
  const config = await configOf(options);
  const account = new AccountClient(config);
  const organizations = new OrganizationsClient(config);
  const sts = new STSClient(config);
  const seen = watchEndpoint(organizations);
  const watch = watchClock(options.now ?? realClock.now);
  account.middlewareStack.add(watch.step, watch.at);
  organizations.middlewareStack.add(watch.step, watch.at);
  sts.middlewareStack.add(watch.step, watch.at);
  return {
    get endpoint() {
      return seen() ?? options.endpoint ?? 'AWS';
    },
    ...awsContacts(account),
    ...awsOrganization(organizations),
    ...awsDelegation(organizations),
    ...awsControlPolicies(organizations),
    ...awsIdentity(sts, [account, organizations, sts]),
    clockSkew: watch.skew,
    close: () => {
      for (const client of [account, organizations, sts]) client.destroy();
    },
  };
};

const configOf = async ({ region, profile, endpoint, credentials, userAgent }: AwsGatewayOptions) => {
  const named = {
    maxAttempts: 1,
    ...(profile && { profile }),
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
    ...(userAgent && { customUserAgent: userAgent }),
  };
  return { ...named, region: region ?? (await configuredRegion(named)) };
};

/** The region that the environment or the AWS configuration files name, as the SDK reads them. */
const configuredRegion = async (named: { readonly profile?: string }): Promise<string> => {
  try {
    return await new STSClient(named).config.region();
  } catch {
    return defaultRegion;
  }
};

/** Notes where requests really go, whatever configured it. */
const watchEndpoint = (client: OrganizationsClient): (() => string | undefined) => {
  let seen: string | undefined;
  client.middlewareStack.add(
    (next) => (args) => {
      const { protocol, hostname, port } = readAddress(args.request);
      if (hostname !== undefined) seen = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
      return next(args);
    },
    { step: 'finalizeRequest', name: 'orgcontactsWatchEndpoint' },
  );
  return () => seen;
};

const readAddress = (request: unknown): { protocol?: string; hostname?: string; port?: number } =>
  typeof request === 'object' && request !== null ? request : {};
