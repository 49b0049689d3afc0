// A process of its own, so that its CPU time and memory are its own. Prints one line of JSON.
import {
  forecast,
  makePacer,
  observeCaller,
  pacedGateway,
  quotaTables,
  runPlan,
} from '../packages/orgcontacts/dist/index.js';
import { makeMemoryGateway, makeMemoryJournalStore, makeVirtualClock } from '../packages/orgcontacts/dist/memory.js';
import { facts, planFor, quietTools } from './plan-for.mjs';

const accounts = Number(process.argv[2]);
const types = ['BILLING', 'OPERATIONS', 'SECURITY'];
const management = '111122223333';
/** Milliseconds from request to answer, as between an AWS Region and us-east-1. */
const latency = 60;

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

const quotas = quotaTables.aws;
const clock = makeVirtualClock();
const world = worldOf();
const memory = makeMemoryGateway(world, management, { clock, quotas, latency, forgetsCalls: true });
let throttled = 0;
const counted =
  (call) =>
  async (...args) => {
    const result = await call(...args);
    if (result.kind === 'failed' && result.failure.kind === 'throttled') throttled++;
    return result;
  };
const watched = { ...memory, getContact: counted(memory.getContact), putContact: counted(memory.putContact) };
const pace = () => {
  const pacer = makePacer(quotas, clock);
  return { pacer, gateway: pacedGateway(watched, { pacer, clock, random: () => 0.5 }) };
};

const planNow = async () => {
  const { gateway } = pace();
  const caller = (await observeCaller(gateway)).value;
  return { caller, ...(await planFor(gateway, caller, { types, now: clock.now })) };
};

const { caller, plan, accounts: listed } = await clock.run(planNow());
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
  runPlan(store, plan, facts('memory'), {
    ...quietTools,
    gateway,
    caller,
    clock,
    accounts: listed,
    onEvent: ({ outcome }) => {
      if (outcome?.kind !== 'done') notDone++;
    },
  }),
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
    throttled,

    ratio: took / floor,
    forecast: expected / took,
    journal: bytes,
    hours: took / 3_600_000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  }),
);
