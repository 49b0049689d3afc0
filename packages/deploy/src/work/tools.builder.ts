import { type Clock, type JournalStore, realClock } from 'orgcontacts';
import { makeMemoryJournalStore } from 'orgcontacts/memory';
import { type MemoryObjects, memoryObjects } from './memory-objects.builder.ts';
import { keys } from './objects.ts';
import type { Connection, Settings, Tools } from './tools.ts';

/** Tools that keep everything in memory, and what they kept. */
export interface Bench extends Tools {
  readonly objects: MemoryObjects;
  readonly lines: string[];
  readonly store: JournalStore;
}

/** What differs from test to test. */
export interface BenchOf {
  readonly policy: string;
  readonly connect: () => Promise<Connection>;
  readonly settings?: Partial<Settings>;
  readonly clock?: Clock;
  readonly store?: JournalStore;
}

/** The account that a deployment in a test is in. */
export const keeper = '222233334444';

/** Makes tools for one organization. */
export const aBench = ({
  policy,
  connect,
  settings,
  clock = realClock,
  store = makeMemoryJournalStore(),
}: BenchOf): Bench => {
  const objects = memoryObjects([keys.policy(keeper), policy]);
  const lines: string[] = [];
  return {
    settings: {
      writes: true,
      edits: 'restore',
      partition: 'aws',
      quotaShare: 1,
      batch: 480_000,
      version: '0.0.0',
      ...settings,
    },
    objects,
    lines,
    store,
    journal: () => store,
    connect,
    clock,
    random: () => 0.5,
    variable: () => undefined,
    print: (line) => lines.push(line),
  };
};

/** The sum of a measure over all lines of a log. */
export const measured = ({ lines }: Pick<Bench, 'lines'>, name: string): number =>
  lines.reduce((sum, line) => sum + (JSON.parse(line)[name] ?? 0), 0);
