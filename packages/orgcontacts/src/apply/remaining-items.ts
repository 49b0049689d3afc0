import type { RunRecord } from '../journal/run-fold.ts';

/**
 * What is left of a run: every item that is not done, and whether a call for it may have gone out already. Pure.
 *
 * @example
 * ```ts
 * import { remainingItems, type RunRecord } from 'orgcontacts';
 *
 * const accountsLeft = (record: RunRecord): number =>
 *   new Set(remainingItems(record).map(({ item }) => record.plan.changes[item]?.account.id)).size;
 * ```
 */
export const remainingItems = ({
  plan,
  items,
}: RunRecord): readonly { readonly item: number; readonly attempted: boolean }[] =>
  plan.changes.flatMap((_, item) => {
    const record = items.get(item);
    if (record?.outcome?.kind === 'done') return [];
    return [{ item, attempted: (record?.intents.length ?? 0) > 0 }];
  });

/**
 * What a run has not come to yet: its items without an outcome. A run that goes on in parts takes these up in the next part, and leaves
 * those that failed or were skipped to whoever resumes the run later. Pure.
 *
 * @example
 * ```ts
 * import { openItems, type RunRecord } from 'orgcontacts';
 *
 * const isThrough = (record: RunRecord): boolean => openItems(record).length === 0;
 * ```
 */
export const openItems = (record: RunRecord): ReturnType<typeof remainingItems> =>
  remainingItems(record).filter(({ item }) => record.items.get(item)?.outcome === undefined);
