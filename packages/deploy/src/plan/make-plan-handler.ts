import { admit, type Caller, formats, type Plan, renderPlan, runName } from 'orgcontacts';
import { inTurn } from '../work/in-turn.ts';
import { renderMetrics } from '../work/metrics.ts';
import { keys } from '../work/objects.ts';
import { pacedFor } from '../work/pace.ts';
import { parseSeen, rememberReads, type Seen } from '../work/remember-reads.ts';
import { startTimeLimit } from '../work/time-limit.ts';
import type { Tools } from '../work/tools.ts';
import { pauseAfter, unsettledIn } from '../work/unsettled.ts';
import type { Status, Work } from '../work/work.ts';
import { enter } from './enter.ts';
import { loadPolicy } from './load-policy.ts';
import { noticeOfPlan } from './notice-of-plan.ts';
import { type Planned, planOrganization } from './plan-organization.ts';

/**
 * Makes the function that reads an organization and plans, a batch at a time: when its time is up it keeps what it has read, and the next
 * batch goes on there. Throws `TurnTaken`, `PolicyInvalid`, and whatever keeps it from reading the list of accounts.
 */
export const makePlanHandler =
  (tools: Tools) =>
  (work: Work): Promise<Work> =>
    inTurn(tools, work, () => planBatch(tools, work));

const planBatch = async (tools: Tools, work: Work): Promise<Work> => {
  const seen = parseSeen(await loadParts(tools, work));
  const limit = startTimeLimit(tools.clock, tools.settings.batch);
  try {
    const { planned, caller } = await planWithin(tools, work, seen, limit.signal);
    return await concluded(tools, work, planned, caller);
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

const concluded = async (tools: Tools, work: Work, { plan, org }: Planned, caller: Caller): Promise<Work> => {
  const { objects, clock, random, settings, print } = tools;
  const { organization, execution, accounts } = work;
  const attempt = work.attempt + 1;
  const status = statusOf(plan, caller, settings.writes, clock.now());
  const unsettled = accounts ? unsettledIn(accounts, org, plan) : [];
  const run = status === 'applying' || status === 'refused' ? runName(clock.now(), random) : null;
  if (run !== null) await objects.put(keys.plan(organization.name, run), renderPlan(plan));
  await objects.put(keys.report(organization.name, execution, attempt), renderReport(plan));
  print(renderMetrics(organization.name, metricsOf(plan, status, unsettled.length), clock.now()));
  return {
    ...work,
    attempt,
    status,
    parts: 0,
    batch: 0,
    run,
    fingerprint: plan.fingerprint,
    unsettled,
    again: run === null && unsettled.length > 0 ? pauseAfter(attempt) : null,
    notice: noticeOfPlan({ plan, status, run, unsettled, isLast: pauseAfter(attempt) === null }, organization.name),
  };
};

const statusOf = (plan: Plan, caller: Caller, writes: boolean, now: number): Status => {
  if (plan.changes.length === 0) return 'in-sync';
  if (!writes) return 'reported';
  return admit(plan, { caller, now, approved: undefined }).kind === 'admitted' ? 'applying' : 'refused';
};

const renderReport = (plan: Plan): string => formats.json({ kind: 'check', plan });

const metricsOf = ({ changes, findings, scope }: Plan, status: Status, unsettled: number) => ({
  Looks: 1,
  Differences: changes.length + findings.length,
  Unreadable: scope.unreadableAccounts,
  Unsettled: unsettled,
  LimitExceeded: status === 'refused' ? 1 : 0,
});
