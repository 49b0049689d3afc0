import { randomUUID } from 'node:crypto';
import { type Clock, realClock } from '../../pace/clock.ts';
import type { JournalStore } from '../journal-store.ts';
import { makeObjectJournalStore } from '../objects/object-journal-store.ts';
import { type S3Place, s3Objects } from './s3-objects.ts';

/** Which bucket, how to call, and who writes. */
export interface S3JournalOptions extends S3Place {
  /** Names who writes, for people that wait for it; as the name of the function or of the machine. */
  readonly writer?: string;
  /** For renewing claims; otherwise the clock on the wall. */
  readonly clock?: Clock;
}

/**
 * Keeps runs in a bucket of S3, as objects that are never written twice; nothing is called yet. One run writes at a time: a claim is an object
 * that only one can create, is renewed every 15 seconds and runs out after 60. The bucket should be encrypted and versioned, and refuse
 * calls without TLS. The role needs `s3:GetObject`, `s3:PutObject`, `s3:DeleteObject` below the prefix, and `s3:ListBucket`.
 *
 * @example
 * ```ts
 * import { readRunOf } from 'orgcontacts';
 * import { makeS3JournalStore } from 'orgcontacts/aws';
 *
 * const store = makeS3JournalStore({ bucket: 'example-journals', prefix: 'production' });
 * for (const run of await store.list()) console.log(run, (await readRunOf(store, run)).kind);
 * ```
 */
export const makeS3JournalStore = (options: S3JournalOptions): JournalStore => {
  const { writer = 'a run', clock = realClock, ...place } = options;
  return makeObjectJournalStore(s3Objects(place), { clock, holder: `${writer} (${randomUUID()})` });
};
