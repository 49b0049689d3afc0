import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { ok, type Result } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Weather } from '../gateway/memory/answer.ts';
import { type MemoryGateway, makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import type { MemoryWorld } from '../gateway/memory/memory-world.ts';
import { pacedGateway } from '../gateway/paced-gateway.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { readRunOf, type StoredRecord } from '../journal/run-record.ts';
import { makeUndoPlan, type UndoPlan, writtenBy } from '../journal/undo-plan.ts';
import { observeCaller } from '../observe/observe-caller.ts';
import { observeContacts } from '../observe/observe-contacts.ts';
import { observeOrg } from '../observe/observe-org.ts';
import { type Org, unitOf } from '../org/org.ts';
import { makePacer } from '../pace/pacer.ts';
import { makeVirtualClock } from '../pace/virtual-clock.ts';
import { makePlan, type PlanFrame } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../policy/policy.ts';
import { resolve, typesNamedBy } from '../resolve/resolve.ts';
import { wantedReads } from '../resolve/wanted-reads.ts';
import type { ApplyInput, RunEnd } from './apply-plan.ts';
import { observeUndo } from './observe-undo.ts';
import { endOf, listed } from './run.builder.ts';
import { resumeRun, runPlan } from './run-plan.ts';

/** What a session is told besides the world, the caller and where its journals are. */
export interface SessionOptions {
  readonly fail?: Weather['fail'];
  readonly around?: (gateway: Gateway) => Gateway;
  readonly stop?: AbortSignal;
}

/** One sitting at the command: everything between reading the organization and undoing a run. */
export interface Session {
  readonly memory: MemoryGateway;
  observe(): Promise<Org>;
  plan(policy: Policy): Promise<Plan>;
  apply(plan: Plan, run?: string): Promise<RunEnd>;
  resume(run?: string): Promise<RunEnd>;
  planUndo(run?: string): Promise<UndoPlan>;
  record(run?: string): Promise<StoredRecord | undefined>;
}

/** Begins a session against a world, as one account, at the virtual time of midnight. */
export const aSession = (
  world: MemoryWorld,
  callerId: AccountId,
  store: JournalStore,
  options: SessionOptions = {},
): Session => {
  const { fail, around = (each) => each, stop = new AbortController().signal } = options;
  const clock = makeVirtualClock();
  const memory = makeMemoryGateway(world, callerId, { clock, ...(fail && { fail }) });
  const gateway = pacedGateway(around(memory), { pacer: makePacer({}, clock), clock, random: () => 0.5 });

  const observe = async (caller: Caller, tags: boolean): Promise<Org> =>
    unwrap(await observeOrg(gateway, caller, { tags }));

  const frame = (caller: Caller, origin: Plan['origin']): PlanFrame => ({
    origin,
    organization: {
      id: caller.organizationId,
      partition: caller.partition,
      managementAccountId: caller.managementAccountId,
    },
    callerAccountId: caller.accountId,
    now: clock.now(),
    validFor: 86_400_000,
  });

  const plan = async (policy: Policy): Promise<Plan> => {
    const caller = unwrap(await observeCaller(gateway));
    const resolutions = resolve(policy, await observe(caller, true));
    const types = typesNamedBy(policy);
    const observed = await observeContacts(gateway, caller, wantedReads(resolutions, types));
    const origin = { kind: 'policy', file: 'contacts.yaml', hash: policy.hash } as const;
    return makePlan({ frame: frame(caller, origin), types, resolutions, observed });
  };

  const tools = async (): Promise<Omit<ApplyInput, 'plan' | 'items' | 'journal' | 'canary'>> => {
    const caller = unwrap(await observeCaller(gateway));
    const { accounts } = await observe(caller, false);
    return {
      gateway,
      clock,
      stop,
      caller,
      accounts: new Map(
        accounts.map((account) => [account.id, { state: account.state, unit: unitOf(account)?.id ?? null }]),
      ),
      lookAgain: async (id) => ok(listed(world).get(id)),
      diagnose: async () => ({ kind: 'unclear' }),
      onEvent: () => {},
    };
  };

  const record = async (run = 'run-1'): Promise<StoredRecord | undefined> => {
    const read = await readRunOf(store, run);
    if (read.kind === 'unusable' && !read.because.includes('has no header')) throw new Error(read.because);
    return read.kind === 'run' ? read.record : undefined;
  };

  const requireRecord = async (run?: string): Promise<StoredRecord> => {
    const found = await record(run);
    if (!found) throw new Error('no such run');
    return found;
  };

  const planUndo = async (run?: string): Promise<UndoPlan> => {
    const found = await requireRecord(run);
    const caller = unwrap(await observeCaller(gateway));
    const observed = await observeUndo(gateway, caller, writtenBy(found), clock);
    return makeUndoPlan(found, observed, frame(caller, { kind: 'undo', run: found.header.run }));
  };

  const facts = { tool: '0.0.0', endpoint: 'memory', approved: null, canary: [], reason: null };
  return {
    memory,
    record,
    observe: () => clock.run(observeCaller(gateway).then((caller) => observe(unwrap(caller), true))),
    plan: (policy) => clock.run(plan(policy)),
    apply: (each, run = 'run-1') =>
      clock.run(
        tools()
          .then((all) => runPlan(store, each, { ...facts, run }, all))
          .then(endOf),
      ),
    resume: async (run) => {
      const found = await requireRecord(run);
      return clock.run(
        tools()
          .then((all) => resumeRun(store, found, '0.0.0', all))
          .then(endOf),
      );
    },
    planUndo: (run) => clock.run(planUndo(run)),
  };
};

const unwrap = <Value>(result: Result<Value>): Value => {
  if (result.kind === 'failed') throw new Error(`${result.failure.operation}: ${result.failure.code}`);
  return result.value;
};
