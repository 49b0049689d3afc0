// A process of its own, so that its CPU time and memory are its own. Prints one line of JSON.
import {
  forecast,
  makePacer,
  makePlan,
  observeCaller,
  observeContacts,
  observeOrg,
  pacedGateway,
  parsePolicy,
  quotaTables,
  resolve,
  runPlan,
} from '../packages/orgcontacts/dist/index.js';
import { makeMemoryGateway, makeMemoryJournalStore, makeVirtualClock } from '../packages/orgcontacts/dist/memory.js';

const accounts = Number(process.argv[2]);
const types = ['BILLING', 'OPERATIONS', 'SECURITY'];
const management = '111122223333';
/** Milliseconds from request to answer, as between an AWS Region and us-east-1. */
const latency = 60;

const policyText = `version: 1
contacts:
  desk: { name: Mary Major, title: Security Contact, email: security-contact@example.com, phone: "+1(555)555-5555" }
assignments:
  - { match: all, billing: desk, operations: desk, security: desk }
`;

const worldOf = () => {
  const ids = [management, ...Array.from({ length: accounts - 1 }, (_, index) => String(300000000000 + index))];
  const account = (id) => ({
    id,
    name: `account-${id}`,
    email: `aws+${id}@example.com`,
    state: 'ACTIVE',
    parent: 'r-ex01',
    tags: {},
    contacts: {},
  });
  return {
    organizationId: 'o-exampleorgid',
    managementAccountId: management,
    units: [{ id: 'r-ex01', name: 'Root' }],
    accounts: new Map(ids.map((id) => [id, account(id)])),
    delegatedAdministrators: [],
    trustedServices: ['account.amazonaws.com'],
  };
};

const frameOf = (org, policy, now) => ({
  origin: { kind: 'policy', file: 'contacts.yaml', hash: policy.hash },
  organization: { id: org.id, partition: org.partition, managementAccountId: org.managementAccountId },
  callerAccountId: management,
  now,
  validFor: 86_400_000,
});

const quotas = quotaTables.aws;
const clock = makeVirtualClock();
const world = worldOf();
const memory = makeMemoryGateway(world, management, { clock, quotas, latency, forgetsCalls: true });
const pace = () => {
  const pacer = makePacer(quotas, clock);
  return { pacer, gateway: pacedGateway(memory, { pacer, clock, random: () => 0.5 }) };
};

const planNow = async () => {
  const { gateway } = pace();
  const caller = (await observeCaller(gateway)).value;
  const org = (await observeOrg(gateway, caller, { tags: false, units: [] })).value;
  const { policy } = parsePolicy(policyText, 'contacts.yaml');
  const resolutions = resolve(policy, org);
  const wanted = resolutions.map(({ account }) => ({ accountId: account.id, types }));
  const observed = await observeContacts(gateway, caller, wanted);
  const plan = makePlan({ frame: frameOf(org, policy, clock.now()), types, resolutions, observed });
  const now = new Map(org.accounts.map(({ id, state, units }) => [id, { state, unit: units.value.at(-1).id }]));
  return { caller, plan, now };
};

const { caller, plan, now } = await clock.run(planNow());
const items = plan.changes.length;
const calls = { 'account:GetAlternateContact': 2 * items, 'account:PutAlternateContact': items };
// The saved plan is applied later: buckets are full again.
await clock.run(clock.sleep(60_000));
// A journal goes to the disk, and not into memory: here its bytes are only counted.
let bytes = 0;
const store = {
  ...makeMemoryJournalStore(),
  create: async () => ({
    append: async (line) => {
      bytes += Buffer.byteLength(line);
    },
    close: async () => {},
  }),
  writeSummary: async () => {},
};
const { pacer, gateway } = pace();
const expected = pacer.forecast(calls);
const startedAt = clock.now();
let notDone = 0;

await clock.run(
  runPlan(
    store,
    plan,
    { run: 'bench', tool: '0', endpoint: 'memory', approved: null, canary: [], reason: null },
    {
      gateway,
      caller,
      clock,
      accounts: now,
      lookAgain: async () => ({ kind: 'ok', value: undefined }),
      diagnose: async () => ({ kind: 'unclear' }),
      stop: new AbortController().signal,
      onEvent: ({ outcome }) => {
        if (outcome?.kind !== 'done') notDone++;
      },
    },
  ),
);
const took = clock.now() - startedAt;
const written = [...world.accounts.values()].reduce((sum, { contacts }) => sum + Object.keys(contacts).length, 0);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const floor = forecast(calls, quotas) + latency;
console.log(
  JSON.stringify({
    items,
    written,
    notDone,

    ratio: took / floor,
    forecast: expected / took,
    journal: bytes,
    hours: took / 3_600_000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  }),
);
