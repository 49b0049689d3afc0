import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import fc from 'fast-check';
import { createEmulator } from 'orgcontacts-emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { observeUndo } from '../apply/observe-undo.ts';
import { makeAwsGateway } from '../gateway/aws/aws-gateway.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { contactNeeds, widestNeeds } from '../iam/contact-needs.ts';
import type { PolicyDocument } from '../iam/documents.ts';
import { identityPolicy, type PolicySubject, type Purpose } from '../iam/identity-policy.ts';
import { contactsScp } from '../iam/role-documents.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { makeUndoPlan, writtenBy } from '../journal/undo-plan.ts';
import { observeCaller } from '../observe/observe-caller.ts';
import { realClock as clock } from '../pace/clock.ts';
import { makePacer } from '../pace/pacer.ts';
import { quotaTables } from '../pace/quota-table.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { applyStep } from '../setup/apply-step.ts';
import { observeSetup } from '../setup/observe-setup.ts';
import { planSetup } from '../setup/plan-setup.ts';
import { carryOut } from './carry-out.ts';
import { CliError } from './cli-error.ts';
import type { Connection } from './connect.ts';
import { anIo } from './io.builder.ts';
import { makeLivePlan } from './live-plan.ts';

const management = '111122223333';
const delegated = '222233334444';
const key = 'AKIAIOSFODNN7EXAMPLE';
const since = '2026-01-01T00:00:00.000Z';

const contact = { Name: 'Old', Title: 'Old', EmailAddress: 'old@example.com', PhoneNumber: '+1 555 0199' };
const everything = { BILLING: contact, OPERATIONS: contact, SECURITY: contact };

/** In every unit, and with every tag, one account has all contacts and one has none: whatever is written there, all of it happens. */
const account = (id: string, parent: string, isSet: boolean, more: object = {}) => ({
  id,
  name: `account ${id}`,
  email: `root+${id}@example.com`,
  parent,
  tags: { team: parent === 'ou-ex01-sandbox01' ? 'ops' : 'pay' },
  contacts: isSet ? everything : {},
  ...more,
});

/** A service control policy that has to be read, and is in nobody's way. */
const guard = {
  id: 'p-examplepolicyid',
  name: 'guard',
  content: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' } }),
};

/** The world in which a user of one account has this policy, and no other. */
const worldWith = (caller: string, document: PolicyDocument, isSetUp = true) => {
  const users = [{ name: 'contacts', accessKeyId: key, policies: [document] }];
  const of = (id: string) => (id === caller ? { users } : {});
  return {
    organization: {
      id: 'o-exampleorgid',
      managementAccountId: management,
      trustedServices: isSetUp ? [{ service: 'account.amazonaws.com', since }] : [],
      delegatedAdministrators: isSetUp ? [{ accountId: delegated, service: 'account.amazonaws.com', since }] : [],
      policyTypes: ['SERVICE_CONTROL_POLICY'],
      policies: [guard],
    },
    units: [
      { id: 'r-ex01', name: 'Root', serviceControlPolicies: ['p-FullAWSAccess', guard.id] },
      { id: 'ou-ex01-workload1', name: 'Workloads', parent: 'r-ex01' },
      { id: 'ou-ex01-prod00001', name: 'Prod', parent: 'ou-ex01-workload1' },
      { id: 'ou-ex01-sandbox01', name: 'Sandbox', parent: 'r-ex01' },
      { id: 'ou-ex01-empty0001', name: 'Empty', parent: 'r-ex01' },
    ],
    accounts: [
      account(management, 'r-ex01', true, of(management)),
      account(delegated, 'r-ex01', false, of(delegated)),
      account('333344445555', 'ou-ex01-prod00001', true),
      account('444455556666', 'ou-ex01-prod00001', false),
      account('555566667777', 'ou-ex01-sandbox01', true),
      account('666677778888', 'ou-ex01-sandbox01', false),
    ],
  };
};

// Its world is loaded before each try, in the form that its control address takes.
const emulator = createEmulator({ accounts: 3, quotas: 'off' });
afterAll(() => emulator.close());

const policyText = (rules: readonly string[]): string =>
  [
    'version: 1',
    'contacts:',
    '  desk: { name: Mary, title: Contact, email: mary@example.com, phone: "+1 555 0100" }',
    '  team: { name: "${tag.team}", title: Contact, email: team@example.com, phone: "+1 555 0100" }',
    'lint: { ignore: [unused-contact] }',
    'assignments:',
    ...rules.map((rule) => `  - ${rule}`),
    '',
  ].join('\n');

const matches = fc.constantFrom(
  'all',
  '{ ou: Workloads/Prod }',
  '{ ou: Workloads }',
  '{ ou: ou-ex01-sandbox01 }',
  '{ ou: [Workloads/Prod, ou-ex01-empty0001] }',
  '{ ou: / }',
  '{ tag: { team: pay } }',
  '{ tag: { team: ops }, ou: Sandbox }',
  '{ account: ["333344445555", "444455556666"] }',
  '{ not: { ou: Sandbox } }',
  '{ name: "account *" }',
);
const modes = fc.constantFrom('enforce', 'enforce', 'fill-missing', 'report-only');
const wants = fc
  .record(
    {
      billing: fc.constantFrom('desk', 'team', 'absent', 'unmanaged'),
      operations: fc.constantFrom('desk', 'absent'),
      security: fc.constantFrom('desk', 'team'),
    },
    { requiredKeys: [] },
  )
  .filter((each) => Object.keys(each).length > 0);

/** One or two assignments; each for accounts of which some have contacts and some have none. */
const anyPolicyText = fc
  .uniqueArray(fc.tuple(matches, modes, wants), { minLength: 1, maxLength: 2, selector: ([match]) => match })
  .map((rules) =>
    policyText(
      rules.map(([match, mode, want]) => {
        const words = Object.entries(want).map(
          ([type, word]) => `${type}: ${mode === 'fill-missing' && word === 'absent' ? 'desk' : word}`,
        );
        return `{ match: ${match}, mode: ${mode}, ${words.join(', ')} }`;
      }),
    ),
  )
  .filter((text) => parsePolicy(text, 'contacts.yaml').kind === 'valid');

const policyOf = (text: string): Policy => {
  const parsed = parsePolicy(text, 'contacts.yaml');
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.policy;
};

/** The command's own connection, without its pace. */
const connectionOf = async (gateway: Gateway): Promise<Connection | undefined> => {
  const caller = await observeCaller(gateway);
  const quotas = quotaTables['aws'];
  if (caller.kind === 'failed' || !quotas) return undefined;
  return {
    reading: gateway,
    writing: gateway,
    caller: caller.value,
    quotas,
    pacer: makePacer(quotas, clock),
    endpoint: 'memory',
  };
};

const io = { ...anIo(), clock, random: Math.random };
const planFor = (connection: Connection, policy: Policy) =>
  makeLivePlan(io, connection, {
    loaded: { policy, text: '', file: 'contacts.yaml', warnings: [], isStrict: false },
    filters: {},
    validFor: 3_600_000,
  });
const facts = { approved: null, canary: [], reason: null };

/** A call that AWS refuses once for reasons of its own, whatever the policy says. */
const refuseOnce = (...operations: readonly string[]) =>
  send(
    'PUT',
    '/_emulator/faults',
    operations.map((operation) => ({ operation, error: 'AccessDenied', times: 1 })),
  );

/** Whatever the command itself ends with is told by it; what counts here is what it asked for. */
const unlessTold = (thrown: unknown): undefined => {
  if (!(thrown instanceof CliError)) throw thrown;
};

/** Plans in bad weather; in good weather plans, applies and takes back; and applies once more in bad weather. */
const live = async (gateway: Gateway, texts: readonly [string, ...string[]], purpose: Purpose) => {
  const connection = await connectionOf(gateway);
  if (!connection) return;
  await refuseOnce('GetAlternateContact');
  for (const text of texts) await planFor(connection, policyOf(text)).catch(unlessTold);
  await send('DELETE', '/_emulator/faults');
  if (purpose !== 'apply' || (await askedSoFar()).denied.length > 0) return;
  const plan = await planFor(connection, policyOf(texts[0])).catch(unlessTold);
  if (!plan) return;
  const store = makeMemoryJournalStore();
  const record = await carryOut(io, connection, store, plan, facts).catch(unlessTold);
  if (!record) return;
  const seen = await observeUndo(gateway, connection.caller, writtenBy(record), clock);
  const undo = makeUndoPlan(record, seen, {
    origin: { kind: 'undo', run: record.header.run },
    organization: plan.organization,
    callerAccountId: connection.caller.accountId,
    now: clock.now(),
    validFor: 3_600_000,
  });
  await carryOut(io, connection, store, undo.plan, facts).catch(unlessTold);
  await refuseOnce('PutAlternateContact', 'DeleteAlternateContact');
  await carryOut(io, connection, store, plan, facts).catch(unlessTold);
};

const send = async (method: 'PUT' | 'DELETE', path: string, body?: unknown): Promise<void> => {
  const answer = await emulator.fetch(
    new Request(`http://127.0.0.1${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }),
  );
  if (!answer.ok) throw new Error(await answer.text());
};
const listening = emulator.listen();

/** What was asked for until now, as actions of IAM, and what of it a policy denied. */
const askedSoFar = async () => {
  const answer = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
  // The control address's documented answer.
  const { calls } = (await answer.json()) as {
    calls: readonly { service: string; operation: string; outcome: string; fault: object | null }[];
  };
  const action = ({ service, operation }: (typeof calls)[number]) => `${service}:${operation}`;
  const denied = calls.filter(({ outcome, fault }) => outcome.startsWith('AccessDenied') && fault === null);
  return {
    asked: [...new Set(calls.map(action))].filter((each) => each !== 'sts:GetCallerIdentity').sort(),
    denied: [...new Set(denied.map(action))].sort(),
  };
};

/** What a user of this world asks for in a task. */
const askedBy = async (world: object, task: (gateway: Gateway) => Promise<void>) => {
  await send('PUT', '/_emulator/world', world);
  await send('DELETE', '/_emulator/faults');
  await send('DELETE', '/_emulator/calls');
  const { url } = await listening;
  const gateway = await makeAwsGateway({ endpoint: url, credentials: { accessKeyId: key, secretAccessKey: 'test' } });
  await task(gateway).finally(() => gateway.close());
  return askedSoFar();
};

const holderOf = (callerId: string): PolicySubject['caller'] => ({
  accountId: anId(callerId),
  managementAccountId: anId(management),
  organizationId: 'o-exampleorgid',
  partition: 'aws',
  role: callerId === management ? 'management' : 'delegated-administrator',
});

const subjectOf = (callerId: string, text: string, purpose: Purpose): PolicySubject => ({
  purpose,
  needs: contactNeeds(policyOf(text)),
  caller: holderOf(callerId),
  paths: true,
  managementRoleArn: null,
});

const actionsIn = ({ Statement }: PolicyDocument): readonly string[] =>
  Statement.flatMap(({ Action }) => Action).toSorted();

const without = ({ Version, Statement }: PolicyDocument, action: string): PolicyDocument => ({
  Version,
  Statement: Statement.map((each) => ({ ...each, Action: each.Action.filter((one) => one !== action) })).filter(
    ({ Action }) => Action.length > 0,
  ),
});

/** The same policy with its units misspelt, if it names any: it needs the same. */
const misspelt = (text: string): string =>
  text
    .replaceAll('Workloads', 'workloads')
    .replaceAll('Sandbox', 'sandbox')
    .replaceAll(/ou-ex01-(sandbox|empty)/g, 'ou-ex01-x$1');

const policies = fc.sample(anyPolicyText, { numRuns: 24, seed: 6 });

it('is proven with policies that all differ, and need every kind of call', () => {
  expect(new Set(policies).size).toBeGreaterThanOrEqual(20);
  const actions = new Set(policies.flatMap((text) => actionsIn(identityPolicy(subjectOf(delegated, text, 'apply')))));
  expect(actions.size).toBe(13);
});

it.each(policies.map((text, index) => [index % 3 === 0 ? delegated : management, text] as const))(
  'allows exactly what plan, apply and undo of a generated policy ask for, and each action of it is needed (%#)',
  async (callerId, text) => {
    for (const purpose of ['plan', 'apply'] as const) {
      const document = identityPolicy(subjectOf(callerId, text, purpose));
      const asked = (given: PolicyDocument) =>
        askedBy(worldWith(callerId, given), (gateway) => live(gateway, [text, misspelt(text)], purpose));
      const whole = await asked(document);
      expect(whole.denied).toEqual([]);
      expect(whole.asked).toEqual(actionsIn(document));
      if (purpose === 'plan') continue;
      for (const action of actionsIn(document))
        expect((await asked(without(document, action))).denied, action).toContain(action);
    }
  },
);

describe('where AWS gives no Paths', () => {
  const text = policyText(['{ match: all, billing: desk }']);
  const pathless = createEmulator({ accounts: 3, quotas: 'off', behaviour: { accountPaths: 'absent' } });
  afterAll(() => pathless.close());

  /** What becomes of a plan with this policy of the identity: how many changes, or what the command tells. */
  const planWith = async (document: PolicyDocument): Promise<number | string> => {
    const body = JSON.stringify(worldWith(management, document));
    await pathless.fetch(new Request('http://127.0.0.1/_emulator/world', { method: 'PUT', body }));
    const { url } = await pathless.listen();
    const gateway = await makeAwsGateway({ endpoint: url, credentials: { accessKeyId: key, secretAccessKey: 'test' } });
    const connection = await connectionOf(gateway);
    const plan = connection && (await planFor(connection, policyOf(text)).catch((thrown: CliError) => thrown.message));
    gateway.close();
    return typeof plan === 'object' ? plan.changes.length : (plan ?? 'nobody calls');
  };

  it('allows every policy to walk the units, which none can then do without', async () => {
    const document = identityPolicy({ ...subjectOf(management, text, 'plan'), paths: false });
    expect(await planWith(document)).toBe(6);
    expect(await planWith(identityPolicy(subjectOf(management, text, 'plan')))).toContain('organizations:ListRoots');
    expect(await planWith(without(document, 'organizations:ListRoots'))).toContain('organizations:ListRoots');
    expect(actionsIn(document)).toContain('organizations:ListAccountsForParent');
  });
});

describe('to set up', () => {
  const document = identityPolicy({
    ...subjectOf(management, policyText(['{ match: all, billing: desk }']), 'setup'),
    needs: widestNeeds,
  });
  const setUp = (service?: string) => async (gateway: Gateway) => {
    const found = await observeSetup(gateway, anId(delegated));
    if (found.kind === 'failed') return;
    const plan = planSetup(found.value, anId(delegated));
    if (plan.kind === 'refused') throw new Error(plan.because);
    for (const step of plan.steps) await applyStep(gateway, step);
    if (service !== undefined) await gateway.enableTrustedAccess(service);
  };

  it('allows exactly what setup asks for, each action is needed, and no other service can be set up with it', async () => {
    const asked = (given: PolicyDocument, service?: string) =>
      askedBy(worldWith(management, given, false), setUp(service));
    const whole = await asked(document);
    expect(whole).toEqual({ asked: actionsIn(document), denied: [] });
    for (const action of actionsIn(document))
      expect((await asked(without(document, action))).denied, action).toContain(action);
    expect((await asked(document, 'sso.amazonaws.com')).denied).toEqual(['organizations:EnableAWSServiceAccess']);
  });
});

describe('the service control policy', () => {
  const role = {
    name: 'OrgContacts',
    trust: {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
    },
    policies: [{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }],
  };

  /** A member and the delegated administrator each have a role of that name; the policy is attached to the root. */
  const guarded = () => {
    const world = worldWith(management, { Version: '2012-10-17', Statement: [] });
    const policies = [
      { id: 'p-example001', name: 'contacts', content: JSON.stringify(contactsScp([role.name], 'aws', delegated)) },
    ];
    return {
      ...world,
      organization: { ...world.organization, policyTypes: ['SERVICE_CONTROL_POLICY'], policies },
      units: world.units.map((unit) =>
        unit.id === 'r-ex01' ? { ...unit, serviceControlPolicies: ['p-FullAWSAccess', 'p-example001'] } : unit,
      ),
      accounts: world.accounts.map((each) => ({ ...each, users: [], roles: [role] })),
    };
  };

  const member = '333344445555';

  it.each([
    ['an administrator of a member', member, false, member, 'denied'],
    ['a role of that name in a member', member, true, member, 'denied'],
    ['an administrator in the delegated administrator', delegated, false, member, 'denied'],
    ['the role in the delegated administrator', delegated, true, member, 'ok'],
    ['an administrator of the management account', management, false, member, 'ok'],
  ])('decides what %s may write', async (_, callerId, isRole, target, outcome) => {
    await send('PUT', '/_emulator/world', guarded());
    await send('DELETE', '/_emulator/faults');
    const { url } = await listening;
    const keys = { accessKeyId: callerId, secretAccessKey: 'test' };
    const sts = new STSClient({ endpoint: url, region: 'us-east-1', credentials: keys });
    const assume = new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${callerId}:role/${role.name}`,
      RoleSessionName: 'orgcontacts',
    });
    const { Credentials: given } = isRole ? await sts.send(assume) : {};
    sts.destroy();
    const session = given && {
      accessKeyId: given.AccessKeyId ?? '',
      secretAccessKey: given.SecretAccessKey ?? '',
      sessionToken: given.SessionToken ?? '',
    };
    const gateway = await makeAwsGateway({ endpoint: url, credentials: session ?? keys });
    const context = callerId === target ? 'standalone' : 'organization';
    const written = await gateway.deleteContact({ context, accountId: anId(target) }, 'BILLING');
    gateway.close();
    expect(written.kind === 'ok' ? 'ok' : written.failure.kind).toBe(outcome);
  });
});
