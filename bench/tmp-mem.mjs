globalThis.n=0;
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
const memory = makeMemoryGateway(world, management, { clock, quotas, latency });
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

const mem=(l)=>{globalThis.gc?.();const m=process.memoryUsage();console.error(l,(m.heapUsed/1e6).toFixed(0),(m.external/1e6).toFixed(0),(m.rss/1e6).toFixed(0),(process.resourceUsage().maxRSS/1024).toFixed(0))};mem('start');
const { caller, plan, now } = await clock.run(planNow());mem('planned');
const items = plan.changes.length;
const calls = { 'account:GetAlternateContact': 2 * items, 'account:PutAlternateContact': items };
// The saved plan is applied later: buckets are full again.
await clock.run(clock.sleep(60_000));
const { pacer, gateway } = pace();
const expected = pacer.forecast(calls);
const startedAt = clock.now();
let notDone = 0;

await clock.run(
  runPlan(
    makeMemoryJournalStore(),
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
      onEvent: ({ outcome }) => { if (++globalThis.n%10000===0) mem('run '+globalThis.n);
        if (outcome?.kind !== 'done') notDone++;
      },
    },
  ),
);
mem('applied');const took = clock.now() - startedAt;
const written = [...world.accounts.values()].reduce((sum, { contacts }) => sum + Object.keys(contacts).length, 0);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const floor = forecast(calls, quotas) + latency;
console.log(
  JSON.stringify({
    items,
    written,
    notDone,
    throttled: memory.calls.filter(({ outcome }) => outcome === 'throttled').length,
    ratio: took / floor,
    forecast: expected / took,
    hours: took / 3_600_000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  }),
);
