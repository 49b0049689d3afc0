import { createEmulator, type Emulator, type EmulatorOptions } from 'orgcontacts-emulator';
import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Cause } from '../doctor/denial.ts';
import type { Failure, Result } from '../failure/failure.ts';
import { type AwsCredentials, type AwsGateway, makeAwsGateway } from '../gateway/aws/aws-gateway.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import type { Target } from '../org/target.ts';

/** Accounts that the scenes speak of. */
export const ids = {
  management: anId('111122223333'),
  delegated: anId('222233334444'),
  member: anId('444455556666'),
  another: anId('333344445555'),
  suspended: anId('012345678901'),
  /** An account of nobody's organization. */
  outsider: anId('999900001111'),
  /** Twelve digits that no account has. */
  unknown: anId('777788889999'),
} as const;
export type Home = keyof typeof ids;

/** A policy of one statement about everything, unless it says otherwise. */
export const policyOf = (statement: object): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }],
});

/** What a service control policy says, besides the one that allows everything. */
const guards = {
  none: undefined,
  elsewhere: policyOf({ Effect: 'Deny', Action: 's3:*' }),
  'contact-deny': policyOf({
    Effect: 'Deny',
    Action: ['account:Put*', 'account:Delete*', 'account:GetAlternateContact'],
  }),
  'standalone-deny': policyOf({ Effect: 'Deny', Action: 'account:*', Resource: 'arn:aws:account::*:account' }),
  'region-deny': policyOf({
    Effect: 'Deny',
    Action: undefined,
    NotAction: ['iam:*', 'organizations:*', 'sts:*'],
    Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
  }),
  'region-deny-elsewhere': policyOf({
    Effect: 'Deny',
    Condition: { StringNotEqualsIfExists: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } },
  }),
  'role-deny': policyOf({
    Effect: 'Deny',
    Action: 'account:*',
    Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/OrgContactsAdmin' } },
  }),
  'everything-deny': policyOf({ Effect: 'Deny', Action: ['account:*', 'organizations:*'] }),
  silent: policyOf({ Action: ['s3:*', 'sts:*', 'organizations:*'] }),
} as const;
export type Guard = keyof typeof guards;

/** Who calls: an administrator of an account, a user with policies, or a session of a role with them. */
export type Kind = 'administrator' | 'user' | 'session';

/** How things stand when a call is made. */
export interface Scene {
  readonly home: Home;
  readonly kind?: Kind;
  readonly guard?: Guard;
  /** What the user or role may do; everything unless it says otherwise. */
  readonly may?: readonly object[];
  readonly boundary?: object;
  readonly session?: object;
  readonly trusted?: boolean;
  readonly delegated?: boolean;
  readonly featureSet?: 'ALL' | 'CONSOLIDATED_BILLING';
  /** When the members joined. */
  readonly joinedAt?: string;
}

const since = '2026-01-01T00:00:00.000Z';
const key = 'AKIAIOSFODNN7EXAMPLE';
const guardId = 'p-examplepolicyid';
const account = 'account.amazonaws.com';

const worldOf = (scene: Scene): object => {
  const { home, guard = 'none', trusted = true, delegated = true, featureSet = 'ALL' } = scene;
  const content = guards[guard];
  const isUsable = trusted && featureSet === 'ALL';
  return {
    organization: {
      id: 'o-exampleorgid',
      featureSet,
      managementAccountId: ids.management,
      trustedServices: isUsable ? [{ service: account, since }] : [],
      delegatedAdministrators: isUsable && delegated ? [{ accountId: ids.delegated, service: account, since }] : [],
      ...(content && {
        policyTypes: ['SERVICE_CONTROL_POLICY'],
        policies: [{ id: guardId, name: 'guard', content: JSON.stringify(content) }],
      }),
    },
    units: [
      { id: 'r-ex01', name: 'Root' },
      {
        id: 'ou-ex01-workload1',
        name: 'Workloads',
        parent: 'r-ex01',
        ...(content && { serviceControlPolicies: guard === 'silent' ? [guardId] : ['p-FullAWSAccess', guardId] }),
      },
    ],
    accounts: [
      accountIn('management', { parent: 'r-ex01' }),
      accountIn('delegated', { parent: 'ou-ex01-workload1' }),
      accountIn('member', { parent: 'ou-ex01-workload1', joinedAt: scene.joinedAt ?? since }),
      accountIn('another', { parent: 'r-ex01' }),
      accountIn('suspended', { parent: 'r-ex01', state: 'SUSPENDED' }),
      accountIn('outsider', { joinedMethod: 'INVITED' }),
    ].map((each) => (each.id === ids[home] ? { ...each, ...principals(scene) } : each)),
  };
};

const accountIn = (home: Home, more: object) => ({
  id: ids[home],
  name: home,
  email: `aws+${home}@example.com`,
  joinedAt: since,
  ...more,
});

const principals = ({ home, may = [policyOf({})], boundary }: Scene): object => {
  const held = { policies: may, ...(boundary && { boundary }) };
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: ids[home] }, Action: 'sts:AssumeRole' }],
  };
  return {
    users: [{ name: 'mary', accessKeyId: key, ...held }],
    roles: [{ name: 'Tool', trust, ...held }],
  };
};

/** One of AWS's behaviours that nobody established, set to one of its values. */
export type Behaviour = NonNullable<EmulatorOptions['behaviour']>;

/** An emulator in which scenes are played one after the other. */
export interface Stage {
  readonly play: <Value>(scene: Scene, act: (gateway: Gateway) => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
}

/** Opens an emulator with a behaviour; its world is loaded anew for each scene. */
export const openStage = async (behaviour: Behaviour = {}): Promise<Stage> => {
  const emulator = createEmulator({ accounts: 3, quotas: 'off', behaviour });
  const { url } = await emulator.listen();
  return {
    play: async (scene, act) => {
      const body = JSON.stringify(worldOf(scene));
      const loaded = await emulator.fetch(new Request('http://127.0.0.1/_emulator/world', { method: 'PUT', body }));
      if (!loaded.ok) throw new Error(await loaded.text());
      const credentials = await keysOf(emulator, scene);
      const gateway: AwsGateway = await makeAwsGateway({ endpoint: url, region: 'us-east-1', credentials });
      try {
        return await act(gateway);
      } finally {
        gateway.close();
      }
    },
    close: () => emulator.close(),
  };
};

const keysOf = async (emulator: Emulator, { home, kind = 'user', session }: Scene): Promise<AwsCredentials> => {
  if (kind === 'administrator') return { accessKeyId: ids[home], secretAccessKey: 'test' };
  if (kind === 'user') return { accessKeyId: key, secretAccessKey: 'test' };
  const xml = await assume(emulator, ids[home], session);
  const read = (name: string) => new RegExp(`<${name}>([^<]+)`).exec(xml)?.[1] ?? '';
  return {
    accessKeyId: read('AccessKeyId'),
    secretAccessKey: read('SecretAccessKey'),
    sessionToken: read('SessionToken'),
  };
};

const assume = async (emulator: Emulator, home: AccountId, session?: object): Promise<string> => {
  const body = new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: `arn:aws:iam::${home}:role/Tool`,
    RoleSessionName: 'mary',
    ...(session && { Policy: JSON.stringify(session) }),
  });
  const answered = await emulator.fetch(
    new Request('http://127.0.0.1/', {
      method: 'POST',
      body,
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=${home}/20261124/us-east-1/sts/aws4_request, x` },
    }),
  );
  const text = await answered.text();
  if (!answered.ok) throw new Error(text);
  return text;
};

/** Calls that a scene can make. */
export const operations = ['get', 'put', 'delete'] as const;
export type Operation = (typeof operations)[number];

const contact = { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555 0100' };

/** Makes one call; a contact type that AWS does not know is sent as it is. */
export const callOn = (
  gateway: Gateway,
  operation: Operation,
  target: Target,
  type = 'SECURITY',
): Promise<Result<unknown>> => {
  // Also words that are no type: AWS denies them.
  const asked = type as ContactType;
  if (operation === 'get') return gateway.getContact(target, asked);
  return operation === 'put' ? gateway.putContact(target, asked, contact) : gateway.deleteContact(target, asked);
};

/** What AWS's sentence may be instead, now or in other years: the same with less after it. */
export const wordings = (failure: Failure): readonly Failure[] => {
  const bare = failure.message.replace(/(not authorized to perform: \S+).*$/s, '$1');
  const resource = failure.message.replace(/( on resource: \S+).*$/s, '$1');
  const unnamed = failure.message.replace(/( with an explicit deny).*$/s, '$1');
  return [...new Set([failure.message, bare, resource, unnamed])].map((message) => ({ ...failure, message }));
};

/** Sentences that have nothing to do with the denial. */
export const otherSentences = [
  'no',
  '(Your organization must first enable trusted access with AWS Account Management.)',
  '(The management account can only be managed using the standalone context from the management account.)',
  'on resource: * because no identity-based policy allows the account:GetAlternateContact action',
  'on resource: * with an explicit deny in a service control policy',
] as const;

/** The code of a cause, for short. */
export const codeOf = ({ code }: Pick<Cause, 'code'>): Cause['code'] => code;
