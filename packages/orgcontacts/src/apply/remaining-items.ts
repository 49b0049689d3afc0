import type { RunRecord } from '../journal/run-fold.ts';

/** What is left of a run: every item that is not done, and whether a call for it may have gone out already. */
export const remainingItems = ({
  plan,
  items,
}: RunRecord): readonly { readonly item: number; readonly attempted: boolean }[] =>
  plan.changes.flatMap((_, item) => {
    const record = items.get(item);
    if (record?.outcome?.kind === 'done') return [];
    return [{ item, attempted: (record?.intents.length ?? 0) > 0 }];
  });
