import type { AccountId } from '../contact/account-id.ts';
import { concludeLook, type LookResult } from '../events/conclude-look.ts';
import type { WatchState } from '../events/watch-state.ts';
import { isIncomplete, type Plan } from '../plan/plan.ts';
import type { Happening } from './happening.ts';
import { lookResults } from './look-results.ts';
import { observePlan } from './observe-plan.ts';
import { putRight } from './put-right.ts';
import type { WatchTools } from './watch-tools.ts';

/** Looks at accounts that wait, puts them right, and remembers which have to be looked at again. */
export const lookAt = async (tools: WatchTools, accounts: readonly AccountId[]): Promise<void> => {
  const { memory } = tools;
  const began = memory.state().waiting;
  const putOff = (because: string): Promise<void> =>
    conclude(tools, began, new Map(accounts.map((id) => [id, { kind: 'later', because }])));
  const policy = await tools.readPolicy();
  if ('because' in policy) return putOff(policy.because);
  // Only a look at everything shows whether a policy fits the organization.
  if (policy.policy.hash !== memory.state().policy) {
    await memory.change((state) => ({ ...state, swept: null }));
    return putOff('everything is looked at first, since the policy is new');
  }
  const observed = await observePlan(tools.reading, policy, accounts);
  if (observed.kind === 'trouble') return putOff(observed.because);
  const { plan, org } = observed;
  tools.tell(lookedAt(accounts, plan));
  const put = await putRight(tools, { plan, org, reason: `watch: ${reasonOf(accounts, began)}` });
  if (put.kind === 'later') return putOff(put.because);
  const record = put.kind === 'run' ? put.record : undefined;
  await conclude(tools, began, lookResults(accounts, began, { org, plan, record }));
};

const conclude = async (
  { memory, writing, pace, tell }: WatchTools,
  began: WatchState['waiting'],
  results: ReadonlyMap<AccountId, LookResult>,
): Promise<void> => {
  const { state, givenUp } = concludeLook(memory.state(), { began, results }, writing.clock.now(), pace);
  await memory.change(() => state);
  for (const each of givenUp) tell({ kind: 'given-up', ...each });
  for (const [accountId, result] of results) {
    const waiting = state.waiting[accountId];
    if (result.kind === 'later' && waiting)
      tell({ kind: 'later', accountId, because: result.because, tries: waiting.tries });
  }
};

/** What a look found, for people. */
export const lookedAt = (accounts: readonly AccountId[] | 'all', plan: Plan): Happening => ({
  kind: 'looked',
  accounts,
  changes: plan.changes.length,
  findings: plan.findings.length,
  isIncomplete: isIncomplete(plan),
});

const reasonOf = (accounts: readonly AccountId[], began: WatchState['waiting']): string =>
  [...new Set(accounts.flatMap((id) => Object.keys(began[id]?.because ?? {})))].toSorted().join(', ');
