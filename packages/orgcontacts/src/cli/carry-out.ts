import { accountsNow, lookAgainThrough } from '../apply/accounts-now.ts';
import type { RunEvent } from '../apply/apply-plan.ts';
import { resumeRun, runName, runPlan } from '../apply/run-plan.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import type { Org } from '../org/org.ts';
import type { Change } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import { countText } from '../report/count-text.ts';
import { durationText } from '../report/duration-text.ts';
import { warnInCloudShell } from './cloudshell.ts';
import type { Connection } from './connect.ts';
import { makeRunDiagnosis, type RunDiagnosis } from './diagnose.ts';
import { loadRun } from './find-run.ts';
import { callsFor } from './forecast-plan.ts';
import type { Io } from './io.ts';
import { journalTrouble, requireRoom, whileClaimed } from './journal-place.ts';
import { makeProgress } from './progress.ts';
import { readOrg } from './read-live.ts';
import { version } from './version.ts';

/** What carrying out a plan needs to know besides the plan. */
export interface CarryOutFacts {
  readonly approved: string | null;
  readonly canary: readonly AccountId[];
  readonly reason: string | null;
}

/** Lists the accounts again, carries out a plan as a new run, and gives its record. */
export const carryOut = async (
  io: Io,
  connection: Connection,
  store: JournalStore,
  plan: Plan,
  facts: CarryOutFacts,
): Promise<RunRecord> => {
  await requireRoom(store, plan);
  return whileClaimed(store, async () => {
    const org = await readOrg(io, connection, { tags: false, units: [], names: false });
    const run = runName(io.clock.now(), io.random);
    const header = { run, tool: version(), endpoint: connection.writing.endpoint, ...facts };
    io.err(`Run ${run}\n`);
    const watch = watchRun(io, connection, plan.changes);
    const diagnosis = diagnosisOf(connection, org);
    const tools = { ...toolsOf(io, connection, org, diagnosis), onEvent: told(watch, diagnosis) };
    const record = await runPlan(store, plan, header, tools).catch(rethrowAs(store, run)).finally(watch.end);
    await diagnosis.tell(io);
    return record;
  });
};

/** Lists the accounts again and takes a run up where it ended. */
export const carryOn = async (
  io: Io,
  connection: Connection,
  store: JournalStore,
  record: RunRecord,
): Promise<RunRecord> => {
  const { run } = record.header;
  await requireRoom(store, record.plan);
  return whileClaimed(store, async () => {
    const org = await readOrg(io, connection, { tags: false, units: [], names: false });
    // Read again now that nobody else can write to it.
    const now = await loadRun(store, run);
    const left = now.plan.changes.filter((_, item) => now.items.get(item)?.outcome?.kind !== 'done');
    warnInCloudShell(io, connection.pacer.forecast(callsFor(left)), run);
    const watch = watchRun(io, connection, left);
    const diagnosis = diagnosisOf(connection, org);
    const tools = { ...toolsOf(io, connection, org, diagnosis), onEvent: told(watch, diagnosis) };
    const after = await resumeRun(store, now, version(), tools).catch(rethrowAs(store, run)).finally(watch.end);
    await diagnosis.tell(io);
    return after;
  });
};

const rethrowAs =
  ({ place }: JournalStore, run: string) =>
  (thrown: unknown): never => {
    throw journalTrouble(thrown, place, run);
  };

/** Accounts were listed just now, so that whether one is in the organization need not be asked. */
const diagnosisOf = ({ writing, caller }: Connection, org: Org): RunDiagnosis =>
  makeRunDiagnosis(writing, caller, { listed: new Map(org.accounts.map(({ id, state }) => [id, state])) });

const told =
  (watch: { readonly onEvent: (event: RunEvent) => void }, diagnosis: RunDiagnosis) =>
  (event: RunEvent): void => {
    watch.onEvent(event);
    diagnosis.note(event);
  };

const toolsOf = (io: Io, { writing, caller }: Connection, org: Org, { diagnose }: RunDiagnosis) => ({
  gateway: writing,
  clock: io.clock,
  caller,
  accounts: accountsNow(org),
  lookAgain: lookAgainThrough(writing),
  diagnose,
  stop: io.stop,
});

/** Tells how far a run is and when it will end: as the quotas say with their buckets as they are, or as it goes if that is slower. */
const watchRun = (io: Io, { pacer }: Connection, changes: readonly Change[]) => {
  const progress = makeProgress(io);
  const startedAt = io.clock.now();
  const whole = pacer.forecast(callsFor(changes));
  let ended = 0;
  let undone = 0;
  const tellItem = ({ outcome }: Extract<RunEvent, { kind: 'item' }>): void => {
    ended++;
    if (outcome.kind !== 'done') undone++;
    const spent = io.clock.now() - startedAt;
    const left = Math.max(0, Math.max(whole, (spent * changes.length) / ended) - spent);
    const trouble = undone > 0 ? `, ${undone} not done` : '';
    const rest = ended < changes.length ? `, about ${durationText(left)} left` : '';
    progress.update(`${bar(ended, changes.length)} ${ended} of ${changes.length}${trouble}${rest}`);
  };
  const tellCanary = ({ accounts, items }: Extract<RunEvent, { kind: 'canary' }>): void => {
    progress.end();
    const tried = `${countText(accounts, 'account')}: ${countText(items, 'contact')} written and confirmed`;
    io.err(`Canary of ${tried}; going on\n`);
  };
  const onEvent = (event: RunEvent): void => (event.kind === 'item' ? tellItem(event) : tellCanary(event));
  return { onEvent, end: () => progress.end() };
};

const barLength = 24;

const bar = (done: number, of: number): string => {
  const filled = Math.round((done / of) * barLength);
  return `[${'#'.repeat(filled)}${'.'.repeat(barLength - filled)}]`;
};
