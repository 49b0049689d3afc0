import { AccountClient, GetAlternateContactCommand, PutAlternateContactCommand } from '@aws-sdk/client-account';
import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { WireRequest } from './request.ts';

/** Credentials and a region, as a client is set up with. */
export interface SignedWith {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly region?: string;
  /** When it is signed, in milliseconds since the epoch. */
  readonly at?: number;
}

/** A request as the handler of an AWS SDK client gets it: signed, and not sent yet. */
interface Signed {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const commands = {
  account: (settings: object) => new AccountClient(settings).send(new GetAlternateContactCommand(security)),
  'account write': (settings: object) => new AccountClient(settings).send(new PutAlternateContactCommand(umlauts)),
  organizations: (settings: object) => new OrganizationsClient(settings).send(new ListAccountsCommand({})),
  'assume role': (settings: object) => new STSClient(settings).send(new AssumeRoleCommand(deploy)),
  sts: (settings: object) => new STSClient(settings).send(new GetCallerIdentityCommand({})),
};

const security = { AlternateContactType: 'SECURITY' } as const;
const umlauts = {
  ...security,
  Name: 'Jürgen 🙂',
  Title: 'Security Contact',
  EmailAddress: 'security-contact@example.com',
  PhoneNumber: '+1(555)555-5555',
};

const deploy = {
  RoleArn: 'arn:aws:iam::444455556666:role/OrganizationAccountAccessRole',
  RoleSessionName: 'deploy',
};

export type SignedCall = keyof typeof commands;

/** Lets the AWS SDK's own signer sign a call, and gives the request that it would have sent. */
export const signedBySdk = async (
  call: SignedCall,
  { at, region = 'eu-west-1', ...key }: SignedWith,
): Promise<WireRequest> => {
  const systemClockOffset = at === undefined ? 0 : at - Date.now();
  const request = await capture(call, { region, credentials: key, systemClockOffset });
  // The clock of this machine goes on while the client signs.
  const isInTime = at === undefined || request.headers['x-amz-date'] === basic(at);
  return isInTime ? request : signedBySdk(call, { ...key, region, at });
};

const basic = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const capture = async (call: SignedCall, settings: object): Promise<WireRequest> => {
  const sent: Signed[] = [];
  const requestHandler = {
    handle: async (request: Signed) => {
      sent.push(request);
      throw new Error('It is not sent.');
    },
  };
  await commands[call]({ ...settings, endpoint: 'http://127.0.0.1:4571', requestHandler, maxAttempts: 1 }).catch(
    () => {},
  );
  const [request] = sent;
  if (!request) throw new Error('The client signed nothing.');
  return {
    method: request.method,
    path: request.path,
    query: '',
    headers: request.headers,
    body: textOf(request.body),
  };
};

const textOf = (body: unknown): string => (body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body));
