import type { WorldAccount } from './world-file.ts';

/** What accounts were before they were written: for reads that are behind. */
export interface Past {
  /** How far reads are behind, in milliseconds. */
  readonly delay: number;
  /** Keeps what an account was until now. */
  keep(image: WorldAccount, now: number): void;
  /** An account as it was the consistency delay ago. */
  delayed(account: WorldAccount, now: number): WorldAccount;
  /** An account as it was before its last write, or earlier where the delay says so. */
  stale(account: WorldAccount, now: number): WorldAccount;
  /** How many images are kept. */
  size(): number;
  clear(): void;
}

/** An account as it was until a moment, in milliseconds since the epoch. */
interface Image {
  readonly until: number;
  readonly account: WorldAccount;
}

/** Makes a past in which reads are so many milliseconds behind. It keeps no more than they can see, and the last image of each account. */
export const makePast = (delay: number): Past => {
  const images = new Map<string, Image[]>();
  /** Whose images grow old, in this order. */
  let ageing: { readonly id: string; readonly until: number }[] = [];
  const forget = (now: number): void => {
    const fresh = ageing.findIndex(({ until }) => until + delay > now);
    const old = ageing.splice(0, fresh < 0 ? ageing.length : fresh);
    for (const { id } of old) {
      const kept = images.get(id) ?? [];
      while (kept.length > 1 && (kept[0]?.until ?? now) + delay <= now) kept.shift();
    }
  };
  const delayed = (account: WorldAccount, now: number): WorldAccount =>
    images.get(account.id)?.find(({ until }) => until + delay > now)?.account ?? account;
  return {
    delay,
    keep: (account, now) => {
      const kept = images.get(account.id) ?? [];
      kept.push({ until: now, account });
      images.set(account.id, kept);
      ageing.push({ id: account.id, until: now });
      forget(now);
    },
    delayed,
    stale: (account, now) => {
      const seen = delayed(account, now);
      return seen === account ? (images.get(account.id)?.at(-1)?.account ?? account) : seen;
    },
    size: () => [...images.values()].reduce((count, kept) => count + kept.length, 0),
    clear: () => {
      images.clear();
      ageing = [];
    },
  };
};
