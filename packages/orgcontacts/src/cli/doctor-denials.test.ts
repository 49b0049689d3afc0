import { behaviours, createEmulator, type EmulatorOptions } from 'orgcontacts-emulator';
import { expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import { causeOfDenial, type DenialCause } from '../doctor/cause-of-denial.ts';
import { observeFacts } from '../doctor/observe-facts.ts';
import { makeAwsGateway } from '../gateway/aws/aws-gateway.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import type { Target } from '../org/target.ts';

const management = anId('111122223333');
const delegated = anId('222233334444');
const member = anId('333344445555');
const suspended = anId('444455556666');
const outsider = anId('555566667777');
const unknown = anId('999988887777');
const since = '2026-01-01T00:00:00.000Z';
const key = 'AKIAIOSFODNN7EXAMPLE';

const allow = (...actions: readonly string[]) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: actions, Resource: '*' },
});
const deny = (...actions: readonly string[]) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Deny', Action: actions, Resource: '*' },
});
const reads = allow('organizations:*', 'sts:*');

interface Scene {
  readonly caller: AccountId;
  /** The policies of the caller; an administrator without them. */
  readonly policies?: readonly object[];
  readonly trusted?: boolean;
  readonly featureSet?: 'ALL' | 'CONSOLIDATED_BILLING';
  readonly scp?: object;
}

const worldOf = ({ caller, policies = [allow('*')], trusted = true, featureSet = 'ALL', scp }: Scene) => {
  const user = { users: [{ name: 'somebody', accessKeyId: key, policies }] };
  const account = (id: AccountId, more: object = {}) => ({
    id,
    name: `account ${id}`,
    email: `root+${id}@example.com`,
    tags: {},
    contacts: {},
    ...(id !== outsider && { parent: 'r-ex01' }),
    ...(id === caller && user),
    ...more,
  });
  const isUsable = trusted && featureSet === 'ALL';
  return {
    organization: {
      id: 'o-exampleorgid',
      featureSet,
      managementAccountId: management,
      trustedServices: isUsable ? [{ service: 'account.amazonaws.com', since }] : [],
      delegatedAdministrators: isUsable ? [{ accountId: delegated, service: 'account.amazonaws.com', since }] : [],
      ...(scp && {
        policyTypes: ['SERVICE_CONTROL_POLICY'],
        policies: [{ id: 'p-examplepolicyid', name: 'guard', description: '', content: JSON.stringify(scp), tags: {} }],
      }),
    },
    units: [
      {
        id: 'r-ex01',
        name: 'Root',
        tags: {},
        ...(scp && { serviceControlPolicies: ['p-FullAWSAccess', 'p-examplepolicyid'] }),
      },
    ],
    accounts: [
      account(management),
      account(delegated),
      account(member),
      account(suspended, { state: 'SUSPENDED' }),
      account(outsider),
    ],
  };
};

type Behaviour = NonNullable<EmulatorOptions['behaviour']>;

/** What is said of a call in a scene: the cause, or that the call was allowed. */
const causeIn = async (scene: Scene, target: Target, behaviour: Behaviour = {}, operation: 'get' | 'put' = 'get') => {
  const emulator = createEmulator({ accounts: 3, quotas: 'off', behaviour });
  const load = await emulator.fetch(
    new Request('http://127.0.0.1/_emulator/world', { method: 'PUT', body: JSON.stringify(worldOf(scene)) }),
  );
  if (!load.ok) throw new Error(await load.text());
  const { url } = await emulator.listen();
  const gateway = await makeAwsGateway({ endpoint: url, credentials: { accessKeyId: key, secretAccessKey: 'test' } });
  try {
    const contact = { name: 'M', title: 'T', email: 'm@example.com', phone: '+1' };
    const result =
      operation === 'get'
        ? await gateway.getContact(target, 'SECURITY')
        : await gateway.putContact(target, 'SECURITY', contact);
    if (result.kind === 'ok') return 'allowed';
    expect(result.failure.kind).toBe('denied');
    const facts = await observeFacts(gateway);
    const described =
      target.context === 'organization' ? { described: await gateway.describeAccount(target.accountId) } : {};
    const diagnosis = causeOfDenial(facts, { target, failure: result.failure, ...described });
    expect(diagnosis.fact).not.toBe('');
    expect(diagnosis.fix).not.toBe('');
    return diagnosis.cause;
  } finally {
    gateway.close();
    await emulator.close();
  }
};

const named = (accountId: AccountId): Target => ({ context: 'organization', accountId });
const own = (accountId: AccountId): Target => ({ context: 'standalone', accountId });

/** A call in a scene, and what is to be said of it. */
type Row = readonly [name: string, scene: Scene, target: Target, cause: DenialCause | 'allowed'];

const rows: readonly Row[] = [
  // domain.md 2.3: who answers for whom.
  ['management, itself without naming it', { caller: management }, own(management), 'allowed'],
  ['management, itself by name', { caller: management }, named(management), 'management-needs-standalone'],
  ['management, a member', { caller: management }, named(member), 'allowed'],
  ['management, the delegated administrator', { caller: management }, named(delegated), 'allowed'],
  ['delegated administrator, itself without naming it', { caller: delegated }, own(delegated), 'allowed'],
  ['delegated administrator, itself by name', { caller: delegated }, named(delegated), 'allowed'],
  ['delegated administrator, a member', { caller: delegated }, named(member), 'allowed'],
  ['delegated administrator, management', { caller: delegated }, named(management), 'management-out-of-reach'],
  ['member, itself without naming it', { caller: member }, own(member), 'allowed'],
  ['member, itself by name', { caller: member }, named(member), 'not-delegated'],
  ['member, another member', { caller: member }, named(delegated), 'not-delegated'],
  ['member, management', { caller: member }, named(management), 'not-delegated'],
  // domain.md 2.2: every denial of a contact.
  [
    '1 a member names an account, trusted access off',
    { caller: member, trusted: false },
    named(delegated),
    'not-delegated',
  ],
  ['2 trusted access off', { caller: management, trusted: false }, named(member), 'trusted-access-off'],
  [
    '3 the management account by itself, by name',
    { caller: management },
    named(management),
    'management-needs-standalone',
  ],
  [
    '4 the management account by the delegated administrator',
    { caller: delegated },
    named(management),
    'management-out-of-reach',
  ],
  [
    '5 no identity policy allows it, management',
    { caller: management, policies: [reads] },
    named(member),
    'identity-policy',
  ],
  [
    '5 no identity policy allows it, delegated administrator',
    { caller: delegated, policies: [reads] },
    named(member),
    'identity-policy',
  ],
  [
    '5 no identity policy allows it, a member by itself',
    { caller: member, policies: [reads] },
    own(member),
    'identity-policy',
  ],
  [
    '6 an identity policy denies it',
    { caller: management, policies: [allow('*'), deny('account:*')] },
    named(member),
    'identity-policy',
  ],
  [
    '6 a service control policy denies it',
    { caller: delegated, scp: deny('account:*') },
    named(member),
    'service-control-policy',
  ],
  [
    '6 a service control policy denies it to a member',
    { caller: member, scp: deny('account:GetAlternateContact') },
    own(member),
    'service-control-policy',
  ],
  ['10 an account of another organization or none', { caller: management }, named(outsider), 'not-in-organization'],
  ['10 an account that does not exist', { caller: delegated }, named(unknown), 'not-in-organization'],
  [
    '11 without all features',
    { caller: management, featureSet: 'CONSOLIDATED_BILLING' },
    named(member),
    'all-features-off',
  ],
  ['12 an account outside any organization', { caller: outsider }, named(member), 'no-organization'],
];

/** Each point of AWS's behaviour that nobody has established, at each of its values: the default of all, and each other one by itself. */
const settings: readonly (readonly [string, Behaviour])[] = [
  ['as the emulator is', {}],
  ...Object.entries(behaviours).flatMap(([name, { values }]) =>
    values.slice(1).map((value): readonly [string, Behaviour] => [`${name}: ${value}`, { [name]: value }]),
  ),
  ['with bare words for all', { trustedAccessOff: 'bare', delegatedToManagement: 'bare', consolidatedBilling: 'bare' }],
  ['with other words for all', { unknownTarget: 'not-member', noOrganization: 'not-member' }],
];

it('is tried with every point that is not established', () => {
  expect(settings.length).toBeGreaterThan(Object.keys(behaviours).length);
});

/** Without a word of the policy that denies, nobody can tell one from another. */
const withoutDetail = ({ explicitDenyDetail }: Behaviour, [name, , , cause]: Row) =>
  explicitDenyDetail === 'bare' && name.startsWith('6 ') ? 'cannot-tell' : cause;

it.each(settings)('names the cause of every denial, and nothing where none is denied (%s)', async (_, behaviour) => {
  const said: [string, string][] = [];
  for (const [name, scene, target] of rows) said.push([name, await causeIn(scene, target, behaviour)]);
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(rows.map((row) => [row[0], withoutDetail(behaviour, row)])),
  );
});

it('13 cannot tell why a write to an account that is not ACTIVE was denied', async () => {
  expect(await causeIn({ caller: management }, named(suspended), { putOnInactive: 'deny' }, 'put')).toBe('cannot-tell');
  expect(await causeIn({ caller: management }, named(suspended), { putOnInactive: 'allow' }, 'put')).toBe('allowed');
});

it('cannot tell what it may not look at: an identity that may read contacts of members and nothing of the organization', async () => {
  const blind = { caller: delegated, policies: [allow('sts:*')] };
  expect(await causeIn(blind, named(member))).toBe('cannot-tell');
  const half = {
    caller: management,
    trusted: false,
    policies: [allow('account:*', 'organizations:DescribeOrganization')],
  };
  expect(await causeIn(half, named(member))).toBe('cannot-tell');
});
