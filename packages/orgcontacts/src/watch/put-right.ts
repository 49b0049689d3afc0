import type { AccountId } from '../contact/account-id.ts';
import { noteContests } from '../events/contest.ts';
import { noteWrites } from '../events/note-writes.ts';
import { newContests, type WeighedPlan, weighPlan } from '../events/weigh-plan.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import { countItems } from '../journal/summary.ts';
import type { Org } from '../org/org.ts';
import { narrowPlan } from '../plan/narrow-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { NamedContact } from './happening.ts';
import type { WatchTools } from './watch-tools.ts';
import { writePlan } from './write-plan.ts';

/** What a look found. */
export interface Found {
  readonly plan: Plan;
  readonly org: Org;
  /** Why it was made, for the journal. */
  readonly reason: string;
}

/** What became of it: a run, nothing to write, or why writing has to wait. */
export type PutRight =
  | { readonly kind: 'run'; readonly record: RunRecord }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'later'; readonly because: string };

/** Weighs what a look found, tells what is left to a person, writes the rest, and remembers all of it. */
export const putRight = (tools: WatchTools, { plan, org, reason }: Found): Promise<PutRight> =>
  tools.inTurn(async () => {
    const { memory, mode, writes, writing, tell } = tools;
    const weighed = writes ? weighPlan(memory.state(), plan, { mode, now: writing.clock.now() }) : onlyTold(plan);
    const contests = newContests(memory.state(), weighed);
    if (contests.length > 0) tell({ kind: 'contested', contacts: contests.map(named) });
    const reported = [...weighed.report, ...plan.findings];
    if (reported.length > 0) tell({ kind: 'reported', contacts: reported.map(named) });
    const accounts = readWhole(plan, org);
    await memory.change((state) =>
      noteContests(state, { contested: weighed.contested, accounts, now: writing.clock.now() }),
    );
    return write(tools, plan, weighed, reason);
  });

const onlyTold = ({ changes }: Plan): WeighedPlan => ({ write: [], report: changes, contested: [], breaches: [] });

const write = async (
  { memory, writing, tell }: WatchTools,
  plan: Plan,
  { write: changes, breaches }: WeighedPlan,
  reason: string,
): Promise<PutRight> => {
  if (changes.length === 0) return { kind: 'nothing' };
  if (breaches.length > 0) {
    tell({ kind: 'refused', breaches, changes: changes.length });
    return { kind: 'refused' };
  }
  const written = await writePlan(writing, narrowPlan(plan, changes, []), reason);
  if (written.kind === 'later') return written;
  const { record } = written;
  await memory.change((state) => noteWrites(state, record, writing.clock.now()));
  const { run } = record.header;
  tell({ kind: 'wrote', run, counts: countItems(record), detail: record.ended?.detail ?? '' });
  return written;
};

const named = (item: { readonly account: { readonly id: AccountId }; readonly type: NamedContact['type'] }) => ({
  accountId: item.account.id,
  type: item.type,
});

/** The accounts of which every contact was read: only of them it is known that nothing is contested any more. */
const readWhole = ({ leftAlone }: Plan, { accounts }: Org): ReadonlySet<AccountId> => {
  const unread = new Set(leftAlone.filter(({ kind }) => kind !== 'unmanaged').map(({ accountId }) => accountId));
  return new Set(accounts.map(({ id }) => id).filter((id) => !unread.has(id)));
};
