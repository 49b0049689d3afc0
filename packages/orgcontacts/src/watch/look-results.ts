import type { AccountId } from '../contact/account-id.ts';
import type { LookResult } from '../events/conclude-look.ts';
import { isNew } from '../events/note-signal.ts';
import type { WatchState } from '../events/watch-state.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import type { Org } from '../org/org.ts';
import type { Plan } from '../plan/plan.ts';

/** What looking at some accounts brought to light. */
export interface Looked {
  readonly org: Org;
  readonly plan: Plan;
  /** The run that came of it; undefined when nothing was to be written, or nothing could be. */
  readonly record: RunRecord | undefined;
}

const settled: LookResult = { kind: 'settled' };
const later = (because: string): LookResult => ({ kind: 'later', because });

/** States from which an account becomes active by itself (AWS docs: account states of Organizations). */
const coming: ReadonlySet<string> = new Set(['PENDING_ACTIVATION']);

/** Says of each account that was looked at whether it is done with, or has to be looked at again. Pure. */
export const lookResults = (
  accounts: readonly AccountId[],
  began: WatchState['waiting'],
  { org, plan, record }: Looked,
): ReadonlyMap<AccountId, LookResult> => {
  const states = new Map(org.accounts.map(({ id, state }) => [id, state]));
  const unreadable = new Map(
    plan.leftAlone.flatMap(({ kind, accountId, detail }) =>
      kind === 'unreadable' ? [[accountId, detail] as const] : [],
    ),
  );
  const unwritten = record ? unwrittenIn(record) : new Map<AccountId, string>();
  const resultOf = (id: AccountId): LookResult => {
    const state = states.get(id);
    if (state === undefined) return { kind: 'later', because: 'it is not in the organization', isMissing: true };
    if (coming.has(state)) return later(`its state is ${state}`);
    const waiting = began[id];
    const unread = unreadable.get(id);
    // AWS refuses calls about an account that is new for a while; one that is not will be refused the next time too.
    if (unread !== undefined) return waiting && isNew(waiting) ? later(unread) : settled;
    const because = unwritten.get(id);
    return because === undefined ? settled : later(because);
  };
  return new Map(accounts.map((id) => [id, resultOf(id)]));
};

const unwrittenIn = ({ plan, items }: RunRecord): ReadonlyMap<AccountId, string> =>
  new Map(
    plan.changes.flatMap(({ account }, item) => {
      const because = whyNotDone(items.get(item)?.outcome);
      return because === undefined ? [] : [[account.id, because] as const];
    }),
  );

const whyNotDone = (outcome: Outcome | undefined): string | undefined => {
  switch (outcome?.kind) {
    case undefined:
      return 'its turn did not come';
    case 'done':
      return undefined;
    case 'failed':
      return describeFailure(outcome.failure);
    case 'skipped':
    case 'unconfirmed':
      return outcome.detail;
    default:
      return outcome satisfies never;
  }
};
