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
  /** The ARN of the user or role session that called. */
  readonly principal: string;
  /** The account, unit or resource that it names; null when it names none. */
  readonly account: string | null;
  /** `ok`, or the error code, or `reset`. */
  readonly outcome: string;
  readonly status: number;
  /** The ordered failure that struck, and whether before or after the call took effect; null when none did. */
  readonly fault: { readonly error: string; readonly when: 'before' | 'after' } | null;
  /** What a write sent; null for reads. */
  readonly parameters: Input | null;
}

/** Remembers the last calls and counts all of them. */
export interface CallLog {
  /** Under which name it is counted; its operation, unless somebody says otherwise. */
  add(call: Omit<LoggedCall, 'seq'>, counted?: string): void;
  calls(): readonly LoggedCall[];
  /** How many calls of each operation came to each outcome: `PutAlternateContact ok`. All of them, kept or not. */
  counters(): Readonly<Record<string, number>>;
  clear(): void;
}

/** What the kept calls may have sent in all, in bytes as far as they can be told: 100,000 usual writes do not send so much. */
const usuallyHeld = 64 * 1024 * 1024;

/** Makes a log that keeps so many calls, or fewer where they sent very much. */
export const makeCallLog = (capacity: number, mostHeld = usuallyHeld): CallLog => {
  const counts = new Map<string, number>();
  /** A call stands at its seq modulo the capacity; what was forgotten is undefined. */
  let ring: (LoggedCall | undefined)[] = [];
  let oldest = 0;
  let seq = 0;
  let held = 0;
  const forgetOldest = (): void => {
    const place = oldest++ % capacity;
    const call = ring[place];
    if (call) held -= sizeOf(call);
    ring[place] = undefined;
  };
  const keep = (call: LoggedCall): void => {
    if (call.seq - oldest === capacity) forgetOldest();
    ring[call.seq % capacity] = call;
    held += sizeOf(call);
    while (held > mostHeld) forgetOldest();
  };
  return {
    add: (call, counted = call.operation) => {
      const key = `${counted} ${call.outcome}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (capacity > 0) keep({ seq, ...call });
      seq++;
    },
    calls: () => {
      const kept =
        capacity > 0 ? Array.from({ length: seq - oldest }, (_, index) => ring[(oldest + index) % capacity]) : [];
      return kept.filter((call) => call !== undefined);
    },
    counters: () => Object.fromEntries(counts),
    clear: () => {
      ring = [];
      counts.clear();
      oldest = 0;
      seq = 0;
      held = 0;
    },
  };
};

/** A value takes about so many bytes besides its text, so that many small ones are more than they look. */
const overhead = 24;

const sizeOf = ({ operation, account, parameters }: LoggedCall): number =>
  operation.length + (account?.length ?? 0) + 2 * overhead + (parameters ? sizeOfInput(parameters) : 0);

const sizeOfInput = (input: Input): number => {
  const text = JSON.stringify(input);
  return text.length + overhead * (text.match(/[{[,]/g)?.length ?? 0);
};
