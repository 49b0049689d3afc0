import {
  type AccountId,
  type AccountNow,
  accountsNow,
  admit,
  countItems,
  type JournalStore,
  lookAgainThrough,
  noteSweep,
  openItems,
  type Plan,
  parseAccountId,
  pausable,
  type RunRecord,
  type RunTools,
  readPlan,
  readRunOf,
  resumeRun,
  runName,
  runPlan,
} from 'orgcontacts';
import { type Entered, enter } from '../plan/enter.ts';
import { readOrg } from '../plan/read-org.ts';
import { concludeAccounts, loadState, noteRun, saveState } from '../watch/watch-memory.ts';
import { inTurn, paused } from '../work/in-turn.ts';
import { renderMetrics } from '../work/metrics.ts';
import { keys } from '../work/objects.ts';
import { pacedFor } from '../work/pace.ts';
import { readPause } from '../work/paused.ts';
import { startTimeLimit } from '../work/time-limit.ts';
import type { Tools } from '../work/tools.ts';
import { pauseAfter, unwrittenIn } from '../work/unsettled.ts';
import type { Work } from '../work/work.ts';
import { noticeOfRun } from './notice-of-run.ts';

/** The plan may not be carried out any more, or not by this caller: a new one has to be made. */
class PlanStale extends Error {
  override readonly name = 'PlanStale';
}

/**
 * Makes the function that carries out a plan, a batch at a time. A batch that was killed is simply run again: what the journal has as done is
 * not repeated, and what it has as meant is looked at first. Throws `TurnTaken` while another execution has its turn, and `PlanStale`.
 */
export const makeApplyHandler =
  (tools: Tools) =>
  (work: Work): Promise<Work> =>
    inTurn(tools, work, () => applyBatch(tools, work, tools.journal(work.organization)));

const applyBatch = async (tools: Tools, work: Work, store: JournalStore): Promise<Work> => {
  const plan = await loadPlan(tools, work);
  const connection = await tools.connect(work.organization);
  const limit = startTimeLimit(tools.clock, tools.settings.batch);
  try {
    const entered = await enter(connection, (each) =>
      pacedFor(
        pausable(each, () => readPause(tools.objects, work.organization.name)),
        tools,
        work.batch === 0,
      ),
    );
    requireAdmission(plan, entered, work, tools.clock.now());
    const accounts = await accountsOf(tools, work, entered);
    const record = await carryOut(tools, work, { store, plan, entered, accounts, stop: limit.signal });
    return await concluded(tools, work, record);
  } finally {
    limit.end();
    connection.close();
  }
};

const loadPlan = async ({ objects }: Tools, { plan: key }: Work): Promise<Plan> => {
  if (key === null) throw new Error('There is no plan to apply.');
  const read = readPlan((await objects.get(key)) ?? '');
  if (read.kind !== 'plan') throw new PlanStale(`The plan ${key} cannot be used: ${read.because}.`);
  return read.plan;
};

/**
 * Whether the plan passes a limit was decided when it was made, with all that was written in 24 hours, and stands in the cursor. It was
 * admitted when its run began: later batches go on with it, however long it takes.
 */
const requireAdmission = (plan: Plan, { caller }: Entered, work: Work, now: number): void => {
  const { approval, batch, needsApproval } = work;
  const { fingerprint, createdAt } = plan;
  if (needsApproval && approval?.approve !== fingerprint)
    throw new PlanStale(`The plan ${fingerprint} was not approved.`);
  const admission = admit(plan, { caller, now: batch === 0 ? now : Date.parse(createdAt), approved: fingerprint });
  if (admission.kind === 'stale')
    throw new PlanStale(`The plan ${fingerprint} cannot be applied: ${admission.because}.`);
};

/** The accounts as the first batch listed them: one run, one list, as with the command. */
const accountsOf = async (
  { objects }: Tools,
  { organization, execution, run }: Work,
  { gateway, caller }: Entered,
): Promise<ReadonlyMap<AccountId, AccountNow>> => {
  const key = keys.work(organization.name, execution, `accounts-${run}.json`);
  const kept = await objects.get(key);
  if (kept !== undefined) return parseAccounts(kept);
  const listed = accountsNow(await readOrg(gateway, caller, { tags: false, units: [] }));
  await objects.put(key, JSON.stringify([...listed]));
  return listed;
};

const parseAccounts = (text: string): ReadonlyMap<AccountId, AccountNow> => {
  // Written by the first batch of this execution, into the deployment's own bucket.
  const entries = JSON.parse(text) as readonly (readonly [string, AccountNow])[];
  return new Map(
    entries.flatMap(([text, now]) => {
      const id = parseAccountId(text);
      return id === undefined ? [] : [[id, now] as const];
    }),
  );
};

interface Undertaking {
  readonly store: JournalStore;
  readonly plan: Plan;
  readonly entered: Entered;
  readonly accounts: ReadonlyMap<AccountId, AccountNow>;
  readonly stop: AbortSignal;
}

const carryOut = async (
  { clock, random, settings }: Tools,
  { run, execution, approval, needsApproval }: Work,
  { store, plan, entered, accounts, stop }: Undertaking,
): Promise<RunRecord> => {
  const { gateway, caller } = entered;
  const wanted = run ?? runName(clock.now(), random);
  const runTools: RunTools = {
    gateway,
    clock,
    caller,
    accounts,
    lookAgain: lookAgainThrough(gateway),
    diagnose: async () => ({ kind: 'unclear' }),
    stop,
    onEvent: () => {},
  };
  const begun = await readRunOf(store, wanted);
  if (begun.kind === 'unusable') throw new Error(`The journal of ${wanted} cannot be used: ${begun.because}.`);
  if (begun.kind === 'run') return resumeRun(store, begun.record, settings.version, runTools, openItems(begun.record));
  // Killed before its first entry nothing was written, and its name is taken.
  const isTaken = (await store.list()).includes(wanted);
  const facts = {
    run: isTaken ? runName(clock.now(), random) : wanted,
    tool: settings.version,
    endpoint: gateway.endpoint,
    approved: needsApproval ? (approval?.approve ?? null) : null,
    canary: [],
    reason: `execution ${execution}`,
  };
  return runPlan(store, plan, facts, runTools);
};

const concluded = async (tools: Tools, work: Work, record: RunRecord): Promise<Work> => {
  const { clock, print } = tools;
  const { name } = work.organization;
  const counts = countItems(record);
  const isStopped = record.ended?.how === 'stopped';
  if (!isStopped && counts.open > 0)
    return { ...work, run: record.header.run, status: 'applying', batch: work.batch + 1 };
  const unwritten = unwrittenIn(work.accounts ?? [], record);
  const unsettled = [...new Set([...work.unsettled, ...unwritten])];
  const again = unsettled.length > 0 && !isStopped ? pauseAfter(work.attempt) : null;
  const noted = noteRun(await loadState(tools, name), record, clock.now());
  const swept = work.accounts === null ? noteSweep(noted, record.plan, Date.parse(record.plan.createdAt)) : noted;
  await saveState(tools, name, concludeAccounts(swept, work.began, unsettled, clock.now()));
  const notDone = counts.items - counts.written - counts.already;
  print(renderMetrics(name, { Written: counts.written, NotDone: notDone, Stopped: isStopped ? 1 : 0 }, clock.now()));
  if (isStopped && (await readPause(tools.objects, name)) !== undefined) return { ...work, ...paused };
  return {
    ...work,
    status: isStopped ? 'stopped' : 'applied',
    batch: work.batch + 1,
    unsettled,
    accounts: again === null ? work.accounts : unsettled,
    again,
    notice: again === null ? noticeOfRun(record, name) : null,
  };
};
