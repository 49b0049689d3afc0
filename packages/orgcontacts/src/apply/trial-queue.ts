/** An item waiting its turn; items with the same value share a trial. */
export interface Queued {
  readonly item: number;
  /** Names the value that is written; null when nothing is written that AWS could refuse. */
  readonly value: string | null;
}

/** How the trial of a value ended: it may go everywhere, nowhere, or the next item has to try it. */
export type Verdict = 'proven' | 'refused' | 'undecided';

/** Hands out items so that each distinct value goes to one account first, and to the others once it was confirmed there. */
export interface TrialQueue {
  /** The next item, or undefined when there is none left. Waits while all that is left depends on trials under way. */
  next(): Promise<number | undefined>;
  /**
   * Says how an item that was handed out ended. Gives the items that will never be handed out, their value being refused; after
   * the end there are none: they were not given up for that.
   */
  settle(item: number, verdict: Verdict): readonly number[];
  /** Hands out nothing more; whoever waits is told so. */
  end(): void;
}

/** The trial of one value; the items parked behind it wait for its end. */
interface Trial {
  open: boolean;
  readonly parked: number[];
}

/** Makes a queue of items: the first item of each value in their order, then the others as their values are proven. */
export const makeTrialQueue = (queued: readonly Queued[]): TrialQueue => {
  const { ready, trialOf } = sortOut(queued);
  let handedOut = 0;
  let openTrials = new Set(trialOf.values()).size;
  let ended = false;
  let waiting: (() => void)[] = [];
  const wakeAll = () => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const close = (trial: Trial) => {
    trial.open = false;
    openTrials--;
  };
  return {
    next: async () => {
      while (!ended && handedOut >= ready.length && openTrials > 0) {
        await new Promise<void>((wake) => waiting.push(wake));
      }
      return ended ? undefined : ready[handedOut++];
    },
    settle: (item, verdict) => {
      const trial = trialOf.get(item);
      if (ended || !trial?.open) return [];
      const released = verdict === 'undecided' ? trial.parked.splice(0, 1) : trial.parked.splice(0);
      if (verdict !== 'undecided' || released.length === 0) close(trial);
      if (verdict !== 'refused') for (const each of released) ready.push(each);
      wakeAll();
      return verdict === 'refused' ? released : [];
    },
    end: () => {
      ended = true;
      wakeAll();
    },
  };
};

const sortOut = (queued: readonly Queued[]): { ready: number[]; trialOf: ReadonlyMap<number, Trial> } => {
  const byValue = new Map<string, Trial>();
  const trialOf = new Map<number, Trial>();
  const ready: number[] = [];
  for (const { item, value } of queued) {
    const known = value === null ? undefined : byValue.get(value);
    const trial = known ?? { open: true, parked: [] };
    if (known) known.parked.push(item);
    else ready.push(item);
    if (value === null) continue;
    byValue.set(value, trial);
    trialOf.set(item, trial);
  }
  return { ready, trialOf };
};
