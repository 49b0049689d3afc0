import {
  type AccountId,
  admit,
  type Caller,
  formats,
  narrowPlan,
  newContests,
  noteContests,
  noteSweep,
  type Org,
  type Plan,
  renderPlan,
  runName,
  type WatchState,
  type WeighedPlan,
  weighPlan,
} from 'orgcontacts';
import { concludeAccounts, saveState } from '../watch/watch-memory.ts';
import { renderMetrics } from '../work/metrics.ts';
import { keys } from '../work/objects.ts';
import type { Tools } from '../work/tools.ts';
import { pauseAfter, unsettledIn } from '../work/unsettled.ts';
import type { Status, Work } from '../work/work.ts';
import { noticeOfPlan } from './notice-of-plan.ts';
import type { Planned } from './plan-organization.ts';

/** A plan that was just made, by whom, and what was remembered before. */
export interface Finding extends Planned {
  readonly caller: Caller;
  readonly state: WatchState;
}

/**
 * Decides what becomes of a plan: what of it may be written without a person, what is contested, whether a limit is passed, and whether its
 * accounts have to be looked at again. Keeps the plan, the report and what is to be remembered.
 */
export const concludePlan = async (
  tools: Tools,
  work: Work,
  { plan: whole, org, caller, state }: Finding,
): Promise<Work> => {
  const { objects, clock, random, settings, print } = tools;
  const { organization, execution, accounts } = work;
  const now = clock.now();
  const attempt = work.attempt + 1;
  const weighed = weighPlan(state, whole, { mode: settings.edits, now });
  // Limits are counted over 24 hours and the whole organization: what is written is what was weighed.
  const plan = narrowPlan(whole, weighed.write, weighed.breaches);
  const status = statusOf(plan, caller, settings.writes, now);
  const unsettled = accounts ? unsettledIn(accounts, org, whole) : [];
  const run = status === 'applying' || status === 'refused' ? runName(now, random) : null;
  const key = run === null ? null : keys.plan(organization.name, run);
  const contests = newContests(state, weighed);
  if (key !== null) await objects.put(key, renderPlan(plan));
  await objects.put(keys.report(organization.name, execution, attempt), formats.json({ kind: 'check', plan: whole }));
  await saveState(
    tools,
    organization.name,
    after(state, work, { whole, org, weighed, unsettled, isOver: run === null, now }),
  );
  print(renderMetrics(organization.name, metricsOf(whole, status, unsettled.length, contests.length), now));
  return {
    ...work,
    attempt,
    status,
    parts: 0,
    batch: 0,
    run,
    plan: key,
    fingerprint: plan.fingerprint,
    needsApproval: status === 'refused',
    unsettled,
    accounts: run === null && unsettled.length > 0 ? unsettled : accounts,
    again: run === null && unsettled.length > 0 ? pauseAfter(attempt) : null,
    notice: noticeOfPlan(
      { plan, key, unsettled, contests, unreadable: unreadableIn(whole), isLast: pauseAfter(attempt) === null },
      organization.name,
    ),
  };
};

const statusOf = (plan: Plan, caller: Caller, writes: boolean, now: number): Status => {
  if (plan.changes.length === 0) return 'in-sync';
  if (!writes) return 'reported';
  return admit(plan, { caller, now, approved: undefined }).kind === 'admitted' ? 'applying' : 'refused';
};

interface Looked {
  readonly whole: Plan;
  readonly org: Org;
  readonly weighed: WeighedPlan;
  readonly unsettled: readonly string[];
  /** Nothing is applied: the look is at its end. */
  readonly isOver: boolean;
  readonly now: number;
}

const after = (
  state: WatchState,
  { accounts, began }: Work,
  { whole, org, weighed, unsettled, isOver, now }: Looked,
): WatchState => {
  // What a run writes has to be noted before the look that it belongs to.
  const swept = accounts === null && isOver ? noteSweep(state, whole, Date.parse(whole.createdAt)) : state;
  const contested = noteContests(swept, { contested: weighed.contested, accounts: readIn(org, whole, accounts), now });
  return isOver ? concludeAccounts(contested, began, unsettled, now) : contested;
};

/** The accounts of which every managed contact was read: whatever is contested there was seen again, or is over. */
const readIn = (org: Org, plan: Plan, accounts: readonly string[] | null): ReadonlySet<AccountId> => {
  const unread = new Set(plan.leftAlone.map(({ accountId }) => accountId));
  const named = accounts && new Set<string>(accounts);
  const looked = org.accounts.map(({ id }) => id).filter((id) => named === null || named.has(id));
  return new Set(looked.filter((id) => !unread.has(id)));
};

const unreadableIn = ({ leftAlone }: Plan): number => leftAlone.filter(({ kind }) => kind === 'unreadable').length;

const metricsOf = ({ changes, findings, scope }: Plan, status: Status, unsettled: number, contested: number) => ({
  Looks: 1,
  Differences: changes.length + findings.length,
  Unreadable: scope.unreadableAccounts,
  Unsettled: unsettled,
  LimitExceeded: status === 'refused' ? 1 : 0,
  Contested: contested,
});
