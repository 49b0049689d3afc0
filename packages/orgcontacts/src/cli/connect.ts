import type { Caller } from '../caller/caller.ts';
import { roleCredentials } from '../gateway/aws/assume-role.ts';
import { type AwsGateway, makeAwsGateway } from '../gateway/aws/aws-gateway.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { pacedGateway } from '../gateway/paced-gateway.ts';
import { withManagement } from '../gateway/with-management.ts';
import { observeCaller } from '../observe/observe-caller.ts';
import { makePacer, type Pacer } from '../pace/pacer.ts';
import { type QuotaTable, quotaTables, shareOf } from '../pace/quota-table.ts';
import { callerTrouble } from './caller-trouble.ts';
import { CliError } from './cli-error.ts';
import type { ConnectionOptions } from './connection-options.ts';
import type { Io } from './io.ts';

/** AWS as a command sees it: who is calling, and a gateway that keeps the pace. */
export interface Connection {
  /** Waits and retries end when the user stops. */
  readonly reading: Gateway;
  /** What has been begun is brought to its end, also when the user stops. */
  readonly writing: Gateway;
  readonly caller: Caller;
  readonly quotas: QuotaTable;
  readonly pacer: Pacer;
  readonly endpoint: string;
}

/** Connects and asks nothing: for whoever has to go on also where nobody can say who is calling. */
export const withUnknownCaller = async <Value>(
  io: Io,
  options: ConnectionOptions,
  task: (gateway: Gateway, management: Gateway | undefined) => Promise<Value>,
): Promise<Value> => {
  const gateway = await makeAwsGateway(placeOf(options));
  const management = await managementGateway(options);
  const quotas = quotasFor('aws', options);
  try {
    const reading = (each: AwsGateway) => pacedWith(each, io, quotas).reading;
    return await task(reading(gateway), management && reading(management));
  } finally {
    gateway.close();
    management?.close();
  }
};

/** What stands between a gateway and its pace; nothing unless somebody wants it. */
export type Around = (gateway: Gateway) => Gateway;

/** Connects, finds out who is calling, says so on standard error, and hands over to the task. */
export const withConnected = async <Value>(
  io: Io,
  options: ConnectionOptions,
  task: (connection: Connection) => Promise<Value>,
  around: Around = (gateway) => gateway,
): Promise<Value> => {
  const gateway = await makeAwsGateway(placeOf(options));
  const management = await managementGateway(options);
  try {
    const connection = await connect(io, options, around(gateway));
    return await task(management ? await joined(io, options, connection, around(management)) : connection);
  } finally {
    gateway.close();
    management?.close();
  }
};

/** Where to call, as the options say. */
const placeOf = ({ profile, region, userAgent }: ConnectionOptions) => ({
  ...(userAgent !== undefined && { userAgent }),
  ...(profile !== undefined && { profile }),
  ...(region !== undefined && { region }),
});

/** A second way in, for the one account that nobody else reaches. */
const managementGateway = async (options: ConnectionOptions): Promise<AwsGateway | undefined> => {
  const { managementProfile, managementRoleArn: roleArn } = options;
  if (managementProfile !== undefined) return makeAwsGateway({ ...placeOf(options), profile: managementProfile });
  if (roleArn === undefined) return undefined;
  return makeAwsGateway({ ...placeOf(options), credentials: roleCredentials({ roleArn, ...placeOf(options) }) });
};

/** Lets the contacts of the management account go through its own credentials, at its own pace. */
const joined = async (
  io: Io,
  options: ConnectionOptions,
  connection: Connection,
  management: Gateway,
): Promise<Connection> => {
  const { caller, quotas } = connection;
  const { reading, writing } = pacedWith(management, io, quotas);
  const identity = await reading.getCallerIdentity();
  if (identity.kind === 'failed') throw callerTrouble(identity.failure);
  const { managementAccountId } = caller;
  if (identity.value.accountId !== managementAccountId)
    throw new CliError(
      'error',
      `The management account of ${caller.organizationId} is ${managementAccountId}, and ${options.managementProfile ?? options.managementRoleArn} leads to ${identity.value.accountId}.`,
      'Name a profile or role of the management account, or leave it out.',
    );
  io.err(`contacts of the management account ${managementAccountId} through its own credentials\n`);
  return {
    ...connection,
    reading: withManagement(connection.reading, reading, managementAccountId),
    writing: withManagement(connection.writing, writing, managementAccountId),
    caller: { ...caller, reachesManagement: true },
  };
};

const connect = async (io: Io, options: ConnectionOptions, gateway: Gateway): Promise<Connection> => {
  const first = pacedWith(gateway, io, quotasFor('aws', options));
  const observed = await observeCaller(first.reading);
  if (observed.kind === 'failed') {
    throw callerTrouble(observed.failure);
  }
  const caller = observed.value;
  requireLocal(gateway.endpoint, options);
  io.err(`${headline(caller, gateway.endpoint)}\n`);
  const quotas = quotasFor(caller.partition, options);
  return {
    ...(caller.partition === 'aws' ? first : pacedWith(gateway, io, quotas)),
    caller,
    quotas,
    endpoint: gateway.endpoint,
  };
};

const quotasFor = (partition: string, { quotaShare, quotaTimes = 1 }: ConnectionOptions): QuotaTable => {
  const table = quotaTables[partition];
  if (!table) {
    throw new CliError(
      'error',
      `The partition ${partition} has no documented API for alternate contacts.`,
      'This tool works in aws and aws-cn.',
    );
  }
  return shareOf(table, quotaShare * quotaTimes);
};

/** One pace for both: reads and writes of one calling account share its buckets. */
const pacedWith = (gateway: Gateway, io: Io, quotas: QuotaTable): Pick<Connection, 'reading' | 'writing' | 'pacer'> => {
  const pacer = makePacer(quotas, io.clock);
  const pacing = { pacer, clock: io.clock, random: io.random };
  return {
    pacer,
    reading: pacedGateway(gateway, { ...pacing, signal: io.stop }),
    writing: pacedGateway(gateway, pacing),
  };
};

const localHost = /^https?:\/\/(127(\.\d+){3}|localhost|\[::1\])(:\d+)?$/;

/** AWS's quotas are what they are: only an emulator may allow more. */
const requireLocal = (endpoint: string, { quotaTimes }: ConnectionOptions): void => {
  if (quotaTimes === undefined || localHost.test(endpoint)) return;
  throw new CliError(
    'error',
    `--quota-times is for an emulator on this machine, and the endpoint is ${endpoint}.`,
    'Leave it out: AWS does not allow more than its quotas.',
  );
};

const roles: Readonly<Record<Caller['role'], string>> = {
  management: 'management account',
  'delegated-administrator': 'delegated administrator',
  member: 'member account',
};

const headline = ({ accountId, role, organizationId }: Caller, endpoint: string): string =>
  `${endpoint} · organization ${organizationId} · called from ${roles[role]} ${accountId}`;
