import { afterEach, describe, expect, it } from 'vitest';
import { type LocalS3, startLocalS3 } from './local-s3.builder.ts';
import { makeS3JournalStore } from './s3-journal-store.ts';
import { s3Objects } from './s3-objects.ts';

const buckets: LocalS3[] = [];
const start = async (...args: Parameters<typeof startLocalS3>): Promise<LocalS3> => {
  const bucket = await startLocalS3(...args);
  buckets.push(bucket);
  return bucket;
};

afterEach(async () => {
  for (const bucket of buckets.splice(0)) await bucket.close();
});

describe('a journal store in S3', () => {
  it('creates plan and lines on the condition that there are none, below its prefix', async () => {
    const bucket = await start();
    const store = makeS3JournalStore({ ...bucket.place, prefix: 'production/' });
    const log = await store.create('run-1', 'plan');
    await log.append('one\n');
    await log.close();
    const puts = bucket.requests.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ path }) => path)).toEqual([
      '/example-journals/production/runs/run-1/plan.json',
      '/example-journals/production/runs/run-1/journal/00000001.jsonl',
    ]);
    expect(puts.every(({ condition }) => condition === '*')).toBe(true);
    expect(store.place).toBe('s3://example-journals/production/');
  });

  it('tries again where somebody else was writing at the same moment', async () => {
    let conflicts = 1;
    const bucket = await start(({ method }) => (method === 'PUT' && conflicts-- > 0 ? 409 : undefined));
    expect(await s3Objects(bucket.place).create('key', 'text')).toBe(true);
    expect(await s3Objects(bucket.place).create('key', 'other')).toBe(false);
  });

  it('throws what S3 refuses, and takes nothing for missing that it may not read', async () => {
    const bucket = await start(({ method }) => (method === 'GET' ? 403 : undefined));
    await expect(makeS3JournalStore(bucket.place).read('run-1')).rejects.toThrow();
  });

  it('asks nothing of an address without TLS but on this machine', () => {
    expect(() => makeS3JournalStore({ bucket: 'example', endpoint: 'http://s3.example.com' })).toThrow('TLS');
    expect(() => makeS3JournalStore({ bucket: 'example', endpoint: 'http://localhost:9000' })).not.toThrow();
    expect(() => makeS3JournalStore({ bucket: 'example', endpoint: 'https://s3.example.com' })).not.toThrow();
  });
});
