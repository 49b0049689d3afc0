import { type Clock, realClock } from 'orgcontacts';
import { makeAwsGateway, makeS3JournalStore } from 'orgcontacts/aws';
import { createEmulator, type Emulator, type EmulatorOptions, type World } from 'orgcontacts-emulator';
import { makeApplyHandler } from '../apply/make-apply-handler.ts';
import { makeBeginHandler, organizationsOf } from '../begin/make-begin-handler.ts';
import type { Functions } from '../machine/run-machine.builder.ts';
import { makePlanHandler } from '../plan/make-plan-handler.ts';
import { names } from '../stack/names.ts';
import { ids, resourcesOf } from '../stack/resolve-template.builder.ts';
import { type DeclaredRole, rolesOf } from '../stack/roles-of.builder.ts';
import type { Settings, Tools } from '../work/tools.ts';
import { s3Objects } from './aws/s3-objects.ts';
import { type LocalBucket, startLocalBucket } from './local-bucket.builder.ts';

/** The deployment as its templates declare it, with AWS on this machine: every function calls with exactly its role. */
export interface Deployed extends Functions {
  readonly bucket: LocalBucket;
  readonly emulator: Emulator;
  readonly lines: string[];
  /** What each role called in Account Management, Organizations and STS: `role action`. */
  readonly called: () => Promise<ReadonlySet<string>>;
  /** What was denied to any of them. */
  readonly denied: () => Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What differs from test to test. */
export interface DeployedOf {
  readonly policy: string;
  readonly world?: (world: World) => World;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly emulator?: EmulatorOptions;
  readonly clock?: Clock;
}

const since = '2026-01-02T03:04:05.678Z';
const everything = { Writes: 'yes', ManagesManagementAccount: 'yes' };

/** Whoever tests takes the role as the account's administrator; the trust of a function is in the Lambda service. */
const trustInAdministrator = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ids.keeper}:root` }, Action: 'sts:AssumeRole' }],
};

const account = (id: string, more: Partial<World['accounts'][number]> = {}): World['accounts'][number] => ({
  id,
  name: `account ${id}`,
  email: `aws+${id}@example.com`,
  state: 'ACTIVE',
  joinedMethod: 'CREATED',
  joinedAt: since,
  parent: 'r-ex01',
  tags: {},
  contacts: {},
  ...more,
});

const inWorld = ({ name, raw }: DeclaredRole, trust: object) => ({
  name,
  policies: raw as Record<string, unknown>[],
  trust: trust as Record<string, unknown>,
  tags: {},
  maxSessionDuration: 3600,
});

const aWorld = (keeper: ReadonlyMap<string, DeclaredRole>, management: ReadonlyMap<string, DeclaredRole>): World => ({
  organization: {
    id: ids.organization,
    featureSet: 'ALL',
    managementAccountId: ids.management,
    trustedServices: [{ service: 'account.amazonaws.com', since }],
    delegatedAdministrators: [{ accountId: ids.keeper, service: 'account.amazonaws.com', since }],
    policyTypes: [],
    policies: [],
  },
  defaultAccountId: ids.management,
  units: [
    { id: 'r-ex01', name: 'Root', tags: {} },
    { id: 'ou-ex01-workload1', name: 'Workloads', parent: 'r-ex01', tags: {} },
  ],
  accounts: [
    account(ids.management, {
      roles: [...management.values()]
        .filter(({ name }) => name !== names.roles.forward)
        .map((role) => inWorld(role, role.trust)),
    }),
    account(ids.keeper, { roles: [...keeper.values()].map((role) => inWorld(role, trustInAdministrator)) }),
    account('444455556666', { parent: 'ou-ex01-workload1', tags: { team: 'payments' } }),
    account('555566667777', { parent: 'ou-ex01-workload1' }),
    account('666677778888'),
  ],
});

/** Deploys. */
export const deploy = async (options: DeployedOf): Promise<Deployed> => {
  const keeper = rolesOf(resourcesOf('administrator', { ...everything, ...options.parameters }));
  const management = rolesOf(resourcesOf('management'));
  const { world = (each) => each } = options;
  const emulator = createEmulator({ world: world(aWorld(keeper, management)), quotas: 'off', ...options.emulator });
  const { url: endpoint } = await emulator.listen();
  const bucket = await startLocalBucket(
    ids.bucket,
    (role, action, resource) => keeper.get(role)?.may(action, resource) ?? false,
  );
  bucket.objects.set(`${ids.keeper}/contacts.yaml`, Buffer.from(options.policy));
  const lines: string[] = [];
  const objectsAs = (role: string) => s3Objects({ ...placeOf(bucket, role) });
  const toolsAs = (role: string, managementRole: string): Tools => ({
    settings: {
      writes: true,
      edits: 'restore',
      partition: 'aws',
      quotaShare: 50,
      batch: 480_000,
      version: '0.0.0',
      ...options.settings,
    },
    objects: objectsAs(role),
    journal: ({ name }) => makeS3JournalStore({ ...placeOf(bucket, role), prefix: name }),
    connect: async () => {
      const session = await assume(
        emulator,
        { accessKeyId: ids.keeper },
        `arn:aws:iam::${ids.keeper}:role/${role}`,
        role,
      );
      const gatewayOf = (credentials: Session) => makeAwsGateway({ endpoint, region: 'us-east-1', credentials });
      const gateway = await gatewayOf(session);
      const reach = options.parameters?.['ManagesManagementAccount'] !== 'no';
      const there =
        reach &&
        (await gatewayOf(await assume(emulator, session, `arn:aws:iam::${ids.management}:role/${managementRole}`)));
      return {
        gateway,
        ...(there && { management: there }),
        close: () => {
          gateway.close();
          if (there) there.close();
        },
      };
    },
    clock: options.clock ?? realClock,
    random: () => Number(`0.${lines.length}1`),
    variable: () => undefined,
    print: (line) => lines.push(line),
  });
  const calls = async () => {
    const answered = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
    const { calls } = (await answered.json()) as {
      calls: readonly { principal: string; service: string; operation: string; outcome: string }[];
    };
    return calls.flatMap(({ principal, service, operation, outcome }) => {
      const [, role] = /:assumed-role\/([^/]+)\//.exec(principal) ?? [];
      return role === undefined ? [] : [{ call: `${role} ${service}:${operation}`, outcome }];
    });
  };
  return {
    bucket,
    emulator,
    lines,
    begin: makeBeginHandler({ objects: objectsAs(names.roles.begin) }, organizationsOf(ids.keeper, [])),
    plan: makePlanHandler(toolsAs(names.roles.plan, names.roles.readManagement)),
    apply: makeApplyHandler(toolsAs(names.roles.apply, names.roles.writeManagement)),
    called: async () => new Set((await calls()).map(({ call }) => call)),
    denied: async () =>
      (await calls()).filter(({ outcome }) => outcome.startsWith('AccessDenied')).map(({ call }) => call),
    close: async () => {
      await bucket.close();
      await emulator.close();
    },
  };
};

const placeOf = ({ bucket, endpoint }: LocalBucket, role: string) => ({
  bucket,
  endpoint,
  region: ids.region,
  credentials: { accessKeyId: role, secretAccessKey: 'example' },
});

interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Takes a role as STS gives it; Lambda names the session of a function after it. */
const assume = async (
  emulator: Emulator,
  { accessKeyId, sessionToken }: { readonly accessKeyId: string; readonly sessionToken?: string },
  roleArn: string,
  sessionName = 'orgcontacts',
): Promise<Session> => {
  const answered = await emulator.fetch(
    new Request('http://127.0.0.1/', {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261124/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00`,
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
      },
      body: new URLSearchParams({
        Action: 'AssumeRole',
        Version: '2011-06-15',
        RoleArn: roleArn,
        RoleSessionName: sessionName,
      }),
    }),
  );
  const xml = await answered.text();
  const [id, secret, token] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map(
    (name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1],
  );
  if (!id || !secret || !token) throw new Error(`${roleArn} cannot be taken: ${xml}`);
  return { accessKeyId: id, secretAccessKey: secret, sessionToken: token };
};
