import type { Clock } from '../../pace/clock.ts';
import type { Claim } from '../journal-store.ts';
import type { ObjectStore } from './object-store.ts';

/** For how long a claim holds without being renewed, and how often it is, in milliseconds. Own choice. */
const holdsFor = 60_000;
const renewEvery = 15_000;
/** How far clocks may differ: a claim of somebody else counts for so much longer. Own choice. */
const skew = 5_000;

/** What a claim needs. */
export interface ClaimTools {
  readonly clock: Clock;
  /** Names the holder for people, and tells claims apart: no two are equal. */
  readonly holder: string;
}

/** A claim on objects, and whether it is still held. */
export interface Lease {
  readonly claim: Claim;
  /** Throws when the claim was lost: it could not be renewed in time, and others may hold one. */
  readonly requireHeld: () => void;
}

/**
 * Claims a place for one run. Claims are numbered objects, and the highest counts: whoever finds it released or run out makes the next one,
 * which only one can (S3 creates on condition: `If-None-Match: *`). A holder renews its own as long as it lives.
 */
export const claimObjects = async (objects: ObjectStore, prefix: string, tools: ClaimTools): Promise<Lease> => {
  const { clock, holder } = tools;
  for (;;) {
    const keys = await objects.list(prefix);
    const last = keys.at(-1);
    const taken = last === undefined ? undefined : await holderOf(objects, last, clock.now());
    if (taken !== undefined) return { claim: { kind: 'taken', by: taken }, requireHeld: () => {} };
    const own = `${prefix}${nextName(last)}`;
    const until = clock.now() + holdsFor;
    if (!(await objects.create(own, renderClaim(holder, until)))) continue;
    // Held up since it looked, it may have made a number that others made and took away long ago.
    if ((await objects.list(prefix)).at(-1) !== own) {
      await objects.remove(own);
      continue;
    }
    for (const key of keys) await objects.remove(key);
    return keepUp(objects, own, { ...tools, until });
  }
};

const nextName = (last: string | undefined): string => {
  const [, number = '0'] = /(\d{8})$/.exec(last ?? '') ?? [];
  return String(Number(number) + 1).padStart(8, '0');
};

const renderClaim = (by: string, until: number): string => JSON.stringify({ by, until });

/** Who holds a claim; undefined when it was released or has run out. */
const holderOf = async (objects: ObjectStore, key: string, now: number): Promise<string | undefined> => {
  const text = (await objects.get(key))?.toString('utf8') ?? '{"until":0}';
  const { by, until } = readClaim(text);
  return until + skew > now ? `${by}, until ${new Date(until).toISOString()} at least` : undefined;
};

/** A claim that cannot be read is nobody's: it was not written here. */
const readClaim = (text: string): { readonly by: string; readonly until: number } => {
  try {
    const { by, until }: { by?: unknown; until?: unknown } = JSON.parse(text);
    return { by: String(by), until: typeof until === 'number' ? until : 0 };
  } catch {
    return { by: 'nobody', until: 0 };
  }
};

const keepUp = (objects: ObjectStore, own: string, { clock, holder, until }: ClaimTools & { until: number }): Lease => {
  const ending = new AbortController();
  let holds = until;
  const renewing = (async () => {
    for (;;) {
      await clock.sleep(renewEvery, ending.signal);
      const next = clock.now() + holdsFor;
      // A renewal that fails is tried again until the claim has run out.
      const isRenewed = await objects.put(own, renderClaim(holder, next)).then(
        () => true,
        () => false,
      );
      if (isRenewed) holds = next;
    }
  })().catch((thrown: unknown) => {
    if (!ending.signal.aborted) throw thrown;
  });
  const isHeld = () => clock.now() < holds;
  const release = async (): Promise<void> => {
    ending.abort();
    await renewing;
    // One that ran out may be somebody else's by now, and theirs has a higher number: to end ours does no harm.
    await objects.put(own, renderClaim('released', 0));
  };
  return {
    claim: { kind: 'held', release },
    requireHeld: () => {
      if (!isHeld()) throw new Error(`The claim ${own} could not be renewed in time; others may write now.`);
    },
  };
};
