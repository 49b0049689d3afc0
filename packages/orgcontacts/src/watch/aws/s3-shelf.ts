import { randomUUID } from 'node:crypto';
import type { S3JournalOptions } from '../../journal/aws/s3-journal-store.ts';
import { s3Objects } from '../../journal/aws/s3-objects.ts';
import { realClock } from '../../pace/clock.ts';
import { makeObjectShelf } from '../object-shelf.ts';
import type { Shelf } from '../shelf.ts';

/** Keeps texts in a bucket of S3, beside the journals there. */
export const makeS3Shelf = ({ writer = 'a watch', clock = realClock, ...place }: S3JournalOptions): Shelf =>
  makeObjectShelf(s3Objects(place), { clock, holder: `${writer} (${randomUUID()})` });
