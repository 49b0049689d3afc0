import { makeFileJournalStore } from '../journal/file/file-journal-store.ts';
import { thisProcess } from '../journal/file/this-process.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import type { Shelf } from '../watch/shelf.ts';
import { CliError } from './cli-error.ts';

/** As whom to call where journals are in a bucket; otherwise the usual chain decides. */
export interface JournalAccess {
  readonly profile?: string;
  readonly region?: string;
}

/** Opens the place where journals are kept: a folder, or `s3://BUCKET/PREFIX`. Nothing is read or written yet. */
export const openJournal = async (place: string, access: JournalAccess = {}): Promise<JournalStore> => {
  const bucket = bucketOf(place);
  if (!bucket) return makeFileJournalStore(place);
  const { makeS3JournalStore } = await import('../journal/aws/s3-journal-store.ts');
  return makeS3JournalStore({ ...bucket, ...accessOf(access) });
};

/** Opens the place beside the journals where a watch keeps what it remembers. */
export const openShelf = async (place: string, access: JournalAccess = {}): Promise<Shelf> => {
  const bucket = bucketOf(place);
  if (!bucket) return (await import('../watch/file/file-shelf.ts')).makeFileShelf(place);
  const { makeS3Shelf } = await import('../watch/aws/s3-shelf.ts');
  return makeS3Shelf({ ...bucket, ...accessOf(access) });
};

const bucketOf = (place: string): { readonly bucket: string; readonly prefix: string } | undefined => {
  if (!place.startsWith('s3://')) return undefined;
  // What a bucket may be called: AWS docs, "General purpose bucket naming rules".
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(place) ?? [];
  if (bucket === undefined)
    throw new CliError('error', `${place} names no bucket.`, 'Write s3://BUCKET/PREFIX, or a folder.');
  return { bucket, prefix };
};

const accessOf = ({ profile, region }: JournalAccess) => {
  const { pid, host } = thisProcess();
  return { writer: `process ${pid} on ${host}`, ...(profile && { profile }), ...(region && { region }) };
};
