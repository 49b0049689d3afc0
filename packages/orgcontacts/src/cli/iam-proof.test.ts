import fc from 'fast-check';
import { createEmulator } from 'orgcontacts-emulator';
import { afterAll, expect, it } from 'vitest';
import { accountsNow, lookAgainThrough } from '../apply/accounts-now.ts';
import { observeUndo } from '../apply/observe-undo.ts';
import { runPlan } from '../apply/run-plan.ts';
import { makeAwsGateway } from '../gateway/aws/aws-gateway.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { contactNeeds } from '../iam/contact-needs.ts';
import type { PolicyDocument } from '../iam/documents.ts';
import { identityPolicy, type Purpose } from '../iam/identity-policy.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import { makeUndoPlan, writtenBy } from '../journal/undo-plan.ts';
import { observeCaller } from '../observe/observe-caller.ts';
import { observeContacts } from '../observe/observe-contacts.ts';
import { observeOrg } from '../observe/observe-org.ts';
import { realClock as clock } from '../pace/clock.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { needsOf } from '../resolve/needs-of.ts';
import { resolve, typesNamedBy } from '../resolve/resolve.ts';
import { wantedReads } from '../resolve/wanted-reads.ts';

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

/** The world in which a user of one account has this policy, and no other. */
const worldWith = (caller: string, document: PolicyDocument) => {
  const users = [{ name: 'contacts', accessKeyId: key, policies: [document] }];
  const of = (id: string) => (id === caller ? { users } : {});
  return {
    organization: {
      id: 'o-exampleorgid',
      managementAccountId: management,
      trustedServices: [{ service: 'account.amazonaws.com', since }],
      delegatedAdministrators: [{ accountId: delegated, service: 'account.amazonaws.com', since }],
    },
    units: [
      { id: 'r-ex01', name: 'Root' },
      { id: 'ou-ex01-workload1', name: 'Workloads', parent: 'r-ex01' },
      { id: 'ou-ex01-prod00001', name: 'Prod', parent: 'ou-ex01-workload1' },
      { id: 'ou-ex01-sandbox01', name: 'Sandbox', parent: 'r-ex01' },
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

/** Plans, and applies and undoes what the plan says; ends where nothing more can be done. */
const live = async (gateway: Gateway, policy: Policy, purpose: Purpose): Promise<void> => {
  const caller = await observeCaller(gateway);
  if (caller.kind === 'failed') return;
  const org = await observeOrg(gateway, caller.value, needsOf(policy));
  if (org.kind === 'failed') return;
  const resolutions = resolve(policy, org.value);
  const types = typesNamedBy(policy);
  const observed = await observeContacts(gateway, caller.value, wantedReads(resolutions, types));
  const { id, partition, managementAccountId } = org.value;
  const frame = {
    organization: { id, partition, managementAccountId },
    callerAccountId: caller.value.accountId,
    now: clock.now(),
    validFor: 3_600_000,
  };
  const plan = makePlan({
    frame: { ...frame, origin: { kind: 'policy', file: '', hash: '' } },
    types,
    resolutions,
    observed,
  });
  if (purpose !== 'apply') return;
  const tools = {
    gateway,
    clock,
    caller: caller.value,
    accounts: accountsNow(org.value),
    lookAgain: lookAgainThrough(gateway),
    diagnose: async () => ({ kind: 'unclear' }) as const,
    stop: new AbortController().signal,
    onEvent: () => {},
  };
  const store = makeMemoryJournalStore();
  const run = (name: string, what: Plan) =>
    runPlan(store, what, { run: name, tool: '0', endpoint: '', approved: null, canary: [], reason: null }, tools);
  const record = await run('20260101T000000000Z-aaaaaa', plan);
  const seen = await observeUndo(gateway, caller.value, writtenBy(record), clock);
  const undo = makeUndoPlan(record, seen, { ...frame, origin: { kind: 'undo', run: record.header.run } });
  await run('20260101T000001000Z-bbbbbb', undo.plan);
};

/** What was asked for by a user with this policy, as actions of IAM, and what of it was denied. */
const askedWith = async (callerId: string, document: PolicyDocument, policy: Policy, purpose: Purpose) => {
  const load = await emulator.fetch(
    new Request('http://127.0.0.1/_emulator/world', {
      method: 'PUT',
      body: JSON.stringify(worldWith(callerId, document)),
    }),
  );
  if (!load.ok) throw new Error(await load.text());
  await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls', { method: 'DELETE' }));
  const { url } = await listening;
  const gateway = await makeAwsGateway({ endpoint: url, credentials: { accessKeyId: key, secretAccessKey: 'test' } });
  await live(gateway, policy, purpose).finally(() => gateway.close());
  const answer = await emulator.fetch(new Request('http://127.0.0.1/_emulator/calls'));
  const { calls } = (await answer.json()) as {
    calls: readonly { service: string; operation: string; outcome: string }[];
  };
  const action = ({ service, operation }: (typeof calls)[number]) => `${service}:${operation}`;
  const denied = calls.filter(({ outcome }) => outcome.startsWith('AccessDenied'));
  return {
    asked: [...new Set(calls.map(action))].filter((each) => each !== 'sts:GetCallerIdentity').sort(),
    denied: [...new Set(denied.map(action))].sort(),
  };
};
const listening = emulator.listen();

const documentFor = (callerId: string, policy: Policy, purpose: Purpose): PolicyDocument =>
  identityPolicy({
    purpose,
    needs: contactNeeds(policy),
    caller: {
      accountId: callerId as never,
      managementAccountId: management as never,
      organizationId: 'o-exampleorgid',
      partition: 'aws',
      role: callerId === management ? 'management' : 'delegated-administrator',
    },
  });

const actionsIn = ({ Statement }: PolicyDocument): readonly string[] =>
  Statement.flatMap(({ Action }) => Action).toSorted();

const without = ({ Version, Statement }: PolicyDocument, action: string): PolicyDocument => ({
  Version,
  Statement: Statement.map((each) => ({ ...each, Action: each.Action.filter((one) => one !== action) })).filter(
    ({ Action }) => Action.length > 0,
  ),
});

const policies = fc.sample(anyPolicyText, { numRuns: 24, seed: 6 });

it('is proven with policies that all differ, and need every kind of call', () => {
  expect(new Set(policies).size).toBeGreaterThanOrEqual(20);
  const actions = new Set(policies.flatMap((text) => actionsIn(documentFor(delegated, policyOf(text), 'apply'))));
  expect(actions.size).toBe(8);
});

it.each(policies.map((text, index) => [index % 3 === 0 ? delegated : management, text] as const))(
  'allows exactly what plan, apply and undo of a generated policy ask for, and each action of it is needed (%#)',
  async (callerId, text) => {
    const policy = policyOf(text);
    for (const purpose of ['plan', 'apply'] as const) {
      const document = documentFor(callerId, policy, purpose);
      const whole = await askedWith(callerId, document, policy, purpose);
      expect(whole.denied).toEqual([]);
      expect(whole.asked).toEqual(actionsIn(document));
      if (purpose === 'plan') continue;
      for (const action of actionsIn(document)) {
        const { denied } = await askedWith(callerId, without(document, action), policy, purpose);
        expect(denied, action).toContain(action);
      }
    }
  },
);
