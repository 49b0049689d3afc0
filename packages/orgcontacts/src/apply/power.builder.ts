import fc from 'fast-check';
import type { Gateway } from '../gateway/gateway.ts';
import type { AppendLog, JournalStore } from '../journal/journal-store.ts';

/** When the power fails: after so many operations on contacts or the journal, in the middle of the next. */
export interface Cut {
  readonly after: number;
  /** Whether a write that was on its way then arrives. */
  readonly arrives: boolean;
  /** How much of a line that was being appended then is on disk, from 0 to 1. */
  readonly torn: number;
}

export const anyCut: fc.Arbitrary<Cut> = fc.record({
  after: fc.nat({ max: 70 }),
  arrives: fc.boolean(),
  torn: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** A process that dies at a moment: whatever it tries from then on does nothing. */
export interface Power {
  readonly isCut: () => boolean;
  readonly gateway: (gateway: Gateway) => Gateway;
  readonly store: (store: JournalStore) => JournalStore;
}

/** Models `kill -9` at a random moment: both the gateway and the journal stop in the middle of an operation. */
export const makePower = ({ after, arrives, torn }: Cut): Power => {
  let left = after;
  let cut = false;
  /** Runs an operation, or, when the power fails, at most the part of it that still happens. */
  const use = async <Value>(operation: () => Promise<Value>, part: () => Promise<unknown>): Promise<Value> => {
    if (cut) throw new Error('the power is off');
    if (left-- > 0) return operation();
    cut = true;
    await part();
    throw new Error('the power failed');
  };
  const nothing = async () => {};
  const logOf = (log: AppendLog): AppendLog => ({
    append: (line) => {
      const part = line.slice(0, Math.floor(line.length * torn));
      return use(
        () => log.append(line),
        () => log.append(part),
      );
    },
    close: () => log.close(),
  });
  return {
    isCut: () => cut,
    gateway: (gateway) => ({
      ...gateway,
      getContact: (...read) => use(() => gateway.getContact(...read), nothing),
      putContact: (...put) => {
        const write = () => gateway.putContact(...put);
        return use(write, arrives ? write : nothing);
      },
      deleteContact: (...gone) => {
        const write = () => gateway.deleteContact(...gone);
        return use(write, arrives ? write : nothing);
      },
    }),
    store: (store) => ({
      ...store,
      create: async (run, plan) => logOf(await store.create(run, plan)),
      reopen: async (run, length) => logOf(await store.reopen(run, length)),
      writeSummary: (run, summary) => use(() => store.writeSummary(run, summary), nothing),
    }),
  };
};
