import { setMaxListeners } from 'node:events';
import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { ok } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Weather } from '../gateway/memory/answer.ts';
import { type MemoryGateway, makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { management } from '../gateway/memory/memory-world.builder.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { pacedGateway } from '../gateway/paced-gateway.ts';
import { readChain } from '../journal/chain.ts';
import type { Entry } from '../journal/entry.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { makeMemoryJournalStore } from '../journal/memory/memory-journal-store.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import { readRunOf, type StoredRecord } from '../journal/run-record.ts';
import { makePacer } from '../pace/pacer.ts';
import type { QuotaTable } from '../pace/quota-table.ts';
import { makeVirtualClock, type VirtualClock } from '../pace/virtual-clock.ts';
import type { Change } from '../plan/change.ts';
import { assemblePlan } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { AccountNow, ApplyInput, RunEnd, RunEvent } from './apply-plan.ts';
import type { Diagnose } from './denials.ts';
import { resumeRun, runPlan } from './run-plan.ts';

export const mary: Contact = {
  name: 'Mary Major',
  title: 'Security Contact',
  email: 'security-contact@example.com',
  phone: '+1(555)555-5555',
};

/** A caller of the test organization. */
export const aCaller = (overrides: Partial<Caller> = {}): Caller => ({
  accountId: management,
  arn: `arn:aws:iam::${management}:user/administrator`,
  partition: 'aws',
  role: 'management',
  reachesManagement: true,
  organizationId: 'o-exampleorgid',
  managementAccountId: management,
  ...overrides,
});

/** The change that brings an account of a world from what it has to a contact, or to none. */
export const changeTo = (world: MemoryWorld, id: AccountId, type: ContactType, after: Contact | null): Change => {
  const account = world.accounts.get(id);
  if (!account) throw new Error(`no account ${id}`);
  const before = account.contacts[type] ?? null;
  const item = {
    account: { id, name: account.name, unit: account.parent },
    type,
    because: { where: 'contacts.yaml:1', selector: 'all', contactName: null, masked: [] },
  };
  if (before === null && after !== null) return { ...item, kind: 'create', before, after };
  if (before !== null && after !== null) return { ...item, kind: 'update', before, after };
  if (before !== null && after === null) return { ...item, kind: 'delete', before, after };
  throw new Error('nothing would change');
};

/** A plan of just these changes, made now by the test caller. */
export const planOf = (changes: readonly Change[], now: number): Plan =>
  assemblePlan(
    {
      origin: { kind: 'policy', file: 'contacts.yaml', hash: 'none' },
      organization: { id: 'o-exampleorgid', partition: 'aws', managementAccountId: management },
      callerAccountId: management,
      now,
      validFor: 86_400_000,
    },
    ['BILLING', 'OPERATIONS', 'SECURITY'],
    {
      changes,
      findings: [],
      leftAlone: [],
      keeps: 0,
      scope: { accounts: changes.length, unreadableAccounts: 0, existing: { BILLING: 0, OPERATIONS: 0, SECURITY: 0 } },
    },
  );

/** Everything a run needs, in memory and on a virtual clock. */
export interface Bench {
  readonly clock: VirtualClock;
  readonly gateway: MemoryGateway;
  readonly store: JournalStore;
  apply(plan: Plan, options?: BenchOptions): Promise<RunEnd>;
  resume(options?: BenchOptions): Promise<RunEnd>;
  record(run?: string): Promise<StoredRecord>;
  /** The lines of its journal. */
  entries(run?: string): Promise<readonly Entry[]>;
}

type Tools = Omit<ApplyInput, 'plan' | 'items' | 'journal' | 'canary'>;

interface BenchOptions {
  readonly stop?: AbortSignal;
  readonly accounts?: ReadonlyMap<AccountId, AccountNow>;
  readonly run?: string;
  readonly canary?: readonly AccountId[];
  readonly caller?: Caller;
  readonly diagnose?: Diagnose;
  readonly onEvent?: (event: RunEvent) => void;
}

/** The weather of a bench, what stands between it and the gateway, and where it keeps its journals. */
export interface BenchSetup extends Omit<Weather, 'clock'> {
  readonly around?: (gateway: Gateway) => Gateway;
  readonly store?: JournalStore;
}

/** Sets up a run against a world: the pacer believes `quotas`, the weather decides what AWS does. */
export const aBench = (world: MemoryWorld, quotas: QuotaTable = {}, setup: BenchSetup = {}): Bench => {
  const { around = (each) => each, store = makeMemoryJournalStore(), ...weather } = setup;
  const clock = makeVirtualClock();
  const gateway = makeMemoryGateway(world, management, { clock, ...weather });
  const paced = pacedGateway(around(gateway), { pacer: makePacer(quotas, clock), clock, random: () => 0.5 });
  const tools = (options: BenchOptions): Tools => ({
    gateway: paced,
    clock,
    caller: options.caller ?? aCaller(),
    stop: options.stop ?? neverStopped(),
    accounts: options.accounts ?? listed(world),
    lookAgain: async (id) => ok(listed(world).get(id)),
    diagnose: options.diagnose ?? (async () => ({ kind: 'unclear' as const })),
    onEvent: options.onEvent ?? (() => {}),
  });
  const entries = async (run = 'run-1'): Promise<readonly Entry[]> => {
    const stored = await store.read(run);
    const chain = stored && readChain(stored.journal);
    if (chain?.kind !== 'intact') throw new Error(`no intact journal: ${chain?.because}`);
    return chain.entries;
  };
  const record = async (run = 'run-1'): Promise<StoredRecord> => {
    const read = await readRunOf(store, run);
    if (read.kind !== 'run') throw new Error(`no readable run: ${read.because}`);
    return read.record;
  };
  return {
    clock,
    gateway,
    store,
    record,
    entries,
    apply: (plan, options = {}) => {
      const facts = {
        run: options.run ?? 'run-1',
        tool: '0.0.0',
        endpoint: 'memory',
        approved: null,
        canary: options.canary ?? [],
        reason: null,
      };
      return clock.run(runPlan(store, plan, facts, tools(options)).then(endOf));
    },
    resume: async (options = {}) =>
      clock.run(resumeRun(store, await record(options.run), '0.0.0', tools(options)).then(endOf)),
  };
};

/** How a run ended that was carried out. */
export const endOf = ({ ended }: RunRecord): RunEnd => {
  if (!ended) throw new Error('the run has no end');
  return { how: ended.how, detail: ended.detail };
};

/** A signal that nobody aborts; every sleeping item listens to it. */
const neverStopped = (): AbortSignal => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
};

/** The accounts of a world as they are listed now. */
export const listed = (world: MemoryWorld): ReadonlyMap<AccountId, AccountNow> =>
  new Map([...world.accounts.values()].map(({ id, state, parent }) => [id, { state, unit: parent }]));
