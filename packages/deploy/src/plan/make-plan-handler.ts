import type { Caller, WatchState } from 'orgcontacts';
import { loadState, noteAll } from '../watch/watch-memory.ts';
import { inTurn } from '../work/in-turn.ts';
import { keys } from '../work/objects.ts';
import { pacedFor } from '../work/pace.ts';
import { parseSeen, rememberReads, type Seen } from '../work/remember-reads.ts';
import { startTimeLimit } from '../work/time-limit.ts';
import type { Tools } from '../work/tools.ts';
import type { Work } from '../work/work.ts';
import { concludePlan } from './conclude-plan.ts';
import { enter } from './enter.ts';
import { loadPolicy } from './load-policy.ts';
import { type Planned, planOrganization } from './plan-organization.ts';

/**
 * Makes the function that reads an organization and plans, a batch at a time: when its time is up it keeps what it has read, and the next
 * batch goes on there. Throws `TurnTaken`, `PolicyInvalid`, and whatever keeps it from reading the list of accounts.
 */
export const makePlanHandler =
  (tools: Tools) =>
  (work: Work): Promise<Work> =>
    inTurn(tools, work, async () => {
      const noted = noteAll(await loadState(tools, work.organization.name), work.signals ?? [], tools.clock.now());
      const named = withAccounts(work, noted);
      // All of it was noted and looked at before: events come more than once.
      if (named.accounts?.length === 0) return { ...named, status: 'in-sync', again: null, notice: null };
      return planBatch(tools, named, noted);
    });

/** Events name accounts by what is waiting; a further look is at the same accounts. */
const withAccounts = (work: Work, { waiting }: WatchState): Work => {
  if (work.signals === null || work.attempt > 0) return work;
  return { ...work, accounts: Object.keys(waiting).sort(), began: waiting };
};

const planBatch = async (tools: Tools, work: Work, state: WatchState): Promise<Work> => {
  const seen = parseSeen(await loadParts(tools, work));
  const limit = startTimeLimit(tools.clock, tools.settings.batch);
  try {
    const { planned, caller } = await planWithin(tools, work, seen, limit.signal);
    return await concludePlan(tools, work, { ...planned, caller, state });
  } catch (thrown) {
    if (thrown !== limit.signal.reason) throw thrown;
    return await interrupted(tools, work, seen);
  } finally {
    limit.end();
  }
};

const planWithin = async (
  tools: Tools,
  { organization, accounts, parts }: Work,
  seen: Seen,
  signal: AbortSignal,
): Promise<{ readonly planned: Planned; readonly caller: Caller }> => {
  const { name } = organization;
  const policy = await loadPolicy(tools, name);
  const connection = await tools.connect(organization);
  try {
    const { gateway, caller } = await enter(connection, (each) => pacedFor(each, tools, parts === 0, signal));
    const request = { policy, file: keys.policy(name), accounts, now: tools.clock.now() };
    return { planned: await planOrganization(rememberReads(gateway, seen), caller, request), caller };
  } finally {
    connection.close();
  }
};

const loadParts = async ({ objects }: Tools, { organization, execution, parts, attempt }: Work): Promise<string[]> => {
  const texts = await Promise.all(
    Array.from({ length: parts }, (_, part) => objects.get(partKey(organization.name, execution, attempt, part))),
  );
  return texts.map((text, part) => {
    if (text === undefined) throw new Error(`Part ${part} of what was read is gone: begin again with a new execution.`);
    return text;
  });
};

const interrupted = async ({ objects }: Tools, work: Work, { fresh }: Seen): Promise<Work> => {
  if (fresh.length === 0) throw new Error('A whole batch went by without a single answer of AWS.');
  const { organization, execution, attempt, parts } = work;
  await objects.put(partKey(organization.name, execution, attempt, parts), fresh.join('\n'));
  return { ...work, status: 'reading', parts: parts + 1 };
};

/** What was read for one look serves no other: that one is there to see what has changed. */
const partKey = (name: string, execution: string, attempt: number, part: number): string =>
  keys.work(name, execution, `read-${attempt}-${part}.jsonl`);
