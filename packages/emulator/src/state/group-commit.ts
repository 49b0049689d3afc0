/** Where lines are kept so that a crash does not lose them. */
export interface Disk {
  /** Adds lines behind those that are there; done when they are on the disk. */
  append(lines: readonly string[]): Promise<void>;
  /** Puts the world as it is now in the place of all lines, at once and for good. */
  replace(): void;
  /** Whether the lines are so many that a world in their place is read faster. */
  isLong(): boolean;
}

/** Brings lines to a disk in the order in which they come, as many at a time as have come meanwhile. */
export interface GroupCommit {
  add(line: string): void;
  /** Has the whole world written, instead of the lines that tell how it became so. */
  replace(): void;
  /**
   * Done when everything so far is on the disk; undefined when it is already. It rejects when something could not be written, and always
   * from then on: what comes later must not be there without what came before.
   */
  settled(): Promise<void> | undefined;
}

/** Lines that go to the disk together. */
interface Batch {
  readonly lines: string[];
  isWhole: boolean;
  readonly done: Promise<void>;
  readonly resolve: (result?: Promise<void>) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Makes a group commit: one write and one fsync for all who wait, however many they are. */
export const makeGroupCommit = (disk: Disk): GroupCommit => {
  let gathering: Batch | undefined;
  let writing: Batch | undefined;
  let failed: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    while (gathering && !failed) {
      writing = gathering;
      gathering = undefined;
      try {
        // The world as it is now holds what the lines would have told.
        if (writing.isWhole || disk.isLong()) disk.replace();
        else await disk.append(writing.lines);
        writing.resolve();
      } catch (thrown) {
        failed = writing.done;
        writing.reject(thrown);
      }
    }
    writing = undefined;
    // Whoever came meanwhile waits for nothing any more.
    if (failed) gathering?.resolve(failed);
  };
  const gather = (put: (batch: Batch) => void): void => {
    gathering ??= makeBatch();
    put(gathering);
    if (!writing) void write();
  };
  return {
    add: (line) => gather(({ lines }) => lines.push(line)),
    replace: () =>
      gather((batch) => {
        batch.isWhole = true;
      }),
    settled: () => failed ?? (gathering ?? writing)?.done,
  };
};

const makeBatch = (): Batch => {
  let resolve: Batch['resolve'] = () => {};
  let reject = (_: unknown): void => {};
  const done = new Promise<void>((fulfil, refuse) => {
    resolve = (result) => fulfil(result);
    reject = refuse;
  });
  // Who waits hears of a failure; that nobody waits is no reason to end.
  done.catch(() => {});
  return { lines: [], isWhole: false, done, resolve, reject };
};
