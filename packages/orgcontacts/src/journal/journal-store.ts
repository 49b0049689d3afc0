/** What a run leaves behind, as it was stored. */
export interface StoredRun {
  /** The text of its plan file. */
  readonly plan: string;
  /** The bytes of its journal, a torn last line included. */
  readonly journal: Buffer;
}

/**
 * Takes lines one after the other; each is durable when its promise resolves. Once one was rejected all later ones are too, and
 * nothing more is written: a line after a gap would break the chain.
 */
export interface AppendLog {
  /** Resolves when the line is durable. */
  append(line: string): Promise<void>;
  /** Nothing can be appended any more. */
  close(): Promise<void>;
}

/** The right to write runs: held by one at a time, so that no two runs work from one place at once. */
export type Claim =
  | {
      readonly kind: 'held';
      /** Lets others write; to be called once the runs are done. */
      release(): Promise<void>;
    }
  /** Somebody else holds it, described for people. A claim ends with the process that made it. */
  | { readonly kind: 'taken'; readonly by: string };

/** Where runs are kept: a folder, memory, or whatever else can append durably. */
export interface JournalStore {
  /** Where that is, for people. */
  readonly place: string;
  /** Keeps other runs out until it is released. */
  claim(): Promise<Claim>;
  /** How many bytes can still be written; Infinity where there is no telling. */
  freeBytes(): Promise<number>;
  /** The names of all runs, oldest first. */
  list(): Promise<readonly string[]>;
  /** Begins a run with its plan; fails if the run exists. */
  create(run: string, plan: string): Promise<AppendLog>;
  /** Takes a run up again after so many bytes of its journal; what follows them is cut off. */
  reopen(run: string, length: number): Promise<AppendLog>;
  /** Undefined when there is no such run. */
  read(run: string): Promise<StoredRun | undefined>;
  /** The bytes of its journal from this one on, for whoever follows it; undefined when there is no such run. */
  readFrom(run: string, start: number): Promise<Buffer | undefined>;
  /** Takes a run away for good; nothing can be undone or resumed from it any more. */
  remove(run: string): Promise<void>;
  /** Keeps a short account of the run for people and scripts; replaces an earlier one. */
  writeSummary(run: string, summary: string): Promise<void>;
}
