import { chainStart, readChain } from '../journal/chain.ts';
import type { Entry } from '../journal/entry.ts';
import { makeRunFold, type RunRecord } from '../journal/run-fold.ts';
import type { RunNews } from '../page/page-event.ts';
import { itemState } from '../page/shown-items.ts';
import { shownRun } from '../page/shown-run.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { UiWorld } from './ui-world.ts';

/** Follows the newest run while another process writes its journal. */
export interface RunFollower {
  /** What is new; undefined when nothing is. */
  readonly look: () => Promise<RunNews | undefined>;
  /** The run that is followed, as far as it is known. */
  readonly record: () => RunRecord | undefined;
  /** Whether a run was seen to grow just now. */
  readonly isRunning: (run: string) => boolean;
}

/** A run that has not grown for so long was killed, or waits for something that takes long, in milliseconds. Own choice. */
const patience = 60_000;

interface Followed {
  readonly name: string;
  readonly fold: ReturnType<typeof makeRunFold>;
  record: RunRecord | undefined;
  head: string;
  length: number;
  grewAt: number | undefined;
}

/** Makes a follower of the newest run of a store. */
export const makeRunFollower = ({ store, clock }: Pick<UiWorld, 'store' | 'clock'>): RunFollower => {
  let followed: Followed | undefined;
  let isFirst = true;
  const isRunning = (run: string): boolean =>
    followed?.name === run &&
    !followed.record?.ended &&
    followed.grewAt !== undefined &&
    clock.now() - followed.grewAt < patience;

  const take = (run: Followed, bytes: Buffer): readonly Entry[] => {
    const chain = readChain(bytes, run.head);
    if (chain.kind === 'broken') return [];
    for (const entry of chain.entries) run.fold.note(entry);
    run.head = chain.head;
    run.length += chain.length;
    return chain.entries;
  };

  return {
    record: () => followed?.record,
    isRunning,
    look: async () => {
      const name = (await store.list()).at(-1);
      if (name === undefined) return undefined;
      // What was there before anybody looked is history, and not news.
      const wasThere = isFirst;
      isFirst = false;
      if (followed?.name !== name)
        followed = { name, fold: makeRunFold(), record: undefined, head: chainStart, length: 0, grewAt: undefined };
      const bytes = await store.readFrom(name, followed.length);
      const entries = bytes ? take(followed, bytes) : [];
      if (entries.length === 0) return undefined;
      const plan = followed.record?.plan ?? (await planOf(store, name));
      followed.record = plan && followed.fold.record(plan);
      if (!wasThere) followed.grewAt = clock.now();
      return followed.record && newsOf(followed.record, entries, isRunning(name));
    },
  };
};

const planOf = async (store: UiWorld['store'], run: string) => {
  const read = readPlan((await store.read(run))?.plan ?? '');
  return read.kind === 'plan' ? read.plan : undefined;
};

const newsOf = (record: RunRecord, entries: readonly Entry[], isRunning: boolean): RunNews => {
  const touched = new Set(entries.flatMap((entry) => ('item' in entry ? [entry.item] : [])));
  return {
    run: shownRun(record, isRunning),
    items: [...touched].map((item) => [item, itemState(record.items.get(item))] as const),
  };
};
