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
