import type { Input } from '../operation.ts';

/** One call as it was answered. */
export interface LoggedCall {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly service: string;
  readonly operation: string;
  /** The calling account. */
  readonly caller: string;
  /** The account or resource that it names; null when it names none. */
  readonly account: string | null;
  /** `ok`, or the error code, or `reset`. */
  readonly outcome: string;
  readonly status: number;
  /** What a write sent; null for reads. */
  readonly parameters: Input | null;
}

/** Remembers the last calls and counts all of them. */
export interface CallLog {
  add(call: Omit<LoggedCall, 'seq'>): void;
  calls(): readonly LoggedCall[];
  /** How many calls of each operation came to each outcome: `PutAlternateContact ok`. */
  counters(): Readonly<Record<string, number>>;
  clear(): void;
}

/** Makes a log that keeps so many calls. */
export const makeCallLog = (capacity: number): CallLog => {
  let ring: LoggedCall[] = [];
  let seq = 0;
  const counts = new Map<string, number>();
  return {
    add: (call) => {
      const key = `${call.operation} ${call.outcome}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      ring[seq % capacity] = { seq, ...call };
      seq++;
    },
    calls: () => (seq <= capacity ? ring : [...ring.slice(seq % capacity), ...ring.slice(0, seq % capacity)]),
    counters: () => Object.fromEntries(counts),
    clear: () => {
      ring = [];
      seq = 0;
      counts.clear();
    },
  };
};
