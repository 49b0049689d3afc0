import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeVirtualClock } from '../../pace/virtual-clock.ts';
import type { Claim } from '../journal-store.ts';
import { makeMemoryObjects } from './memory-objects.builder.ts';
import { makeObjectJournalStore } from './object-journal-store.ts';
import { choosePieces, packKey, segmentKey } from './segments.ts';

const release = async (claim: Claim): Promise<void> => {
  if (claim.kind === 'held') await claim.release();
};

const text = async (store: ReturnType<typeof makeObjectJournalStore>, run = 'run-1') =>
  (await store.read(run))?.journal.toString('utf8');

describe('a journal in objects', () => {
  it('is never written twice: not the plan, and no segment', async () => {
    const objects = makeMemoryObjects();
    const written: string[] = [];
    const spied = {
      ...objects,
      create: async (key: string, body: string | Buffer) => {
        written.push(key);
        return objects.create(key, body);
      },
      put: async () => {
        throw new Error('nothing may be replaced');
      },
    };
    const store = makeObjectJournalStore(spied, { clock: makeVirtualClock(), holder: 'one' });
    const log = await store.create('run-1', 'plan');
    for (const line of ['one\n', 'two\n', 'three\n']) await log.append(line);
    await log.close();
    expect(written.length).toBe(new Set(written).size);
    expect(await text(store)).toBe('one\ntwo\nthree\n');
  });

  it('is read from few objects once a part of it has ended', async () => {
    const objects = makeMemoryObjects();
    const store = makeObjectJournalStore(objects, { clock: makeVirtualClock(), holder: 'one' });
    const log = await store.create('run-1', 'plan');
    for (let line = 0; line < 50; line++) await log.append(`${line}\n`);
    const before = await text(store);
    await log.close();
    expect(choosePieces([...objects.objects.keys()])).toHaveLength(1);
    expect(await text(store)).toBe(before);
  });

  it('refuses what a second writer appends, and everything after it', async () => {
    const store = makeObjectJournalStore(makeMemoryObjects(), { clock: makeVirtualClock(), holder: 'one' });
    const first = await store.create('run-1', 'plan');
    await first.append('one\n');
    const second = await store.reopen('run-1', 4);
    await second.append('two\n');
    await expect(first.append('other\n')).rejects.toThrow('Somebody else has written');
    await expect(first.append('later\n')).rejects.toThrow('Somebody else has written');
    await second.append('three\n');
    expect(await text(store)).toBe('one\ntwo\nthree\n');
  });

  it('knows a line of its own again of which the answer was lost', async () => {
    let isLost = false;
    const objects = makeMemoryObjects();
    const lossy = {
      ...objects,
      create: async (key: string, body: string | Buffer) => {
        const created = await objects.create(key, body);
        if (!key.endsWith('.jsonl') || isLost) return created;
        isLost = true;
        return objects.create(key, body);
      },
    };
    const store = makeObjectJournalStore(lossy, { clock: makeVirtualClock(), holder: 'one' });
    const log = await store.create('run-1', 'plan');
    await log.append('one\n');
    expect(isLost).toBe(true);
    expect(await text(store)).toBe('one\n');
  });

  it('breaks off at the first segment that cannot be stored', async () => {
    let isFull = false;
    const objects = makeMemoryObjects((operation) =>
      isFull && operation === 'create' ? new Error('full') : undefined,
    );
    const store = makeObjectJournalStore(objects, { clock: makeVirtualClock(), holder: 'one' });
    const log = await store.create('run-1', 'plan');
    await log.append('one\n');
    isFull = true;
    await expect(log.append('two\n')).rejects.toThrow('full');
    isFull = false;
    await expect(log.append('three\n')).rejects.toThrow('full');
    expect(await text(store)).toBe('one\n');
  });

  it('cuts as often as it has to', async () => {
    const store = makeObjectJournalStore(makeMemoryObjects(), { clock: makeVirtualClock(), holder: 'one' });
    await (await store.create('run-1', 'plan')).append('one\ntorn');
    const second = await store.reopen('run-1', 4);
    await second.append('two\nto');
    const third = await store.reopen('run-1', 8);
    await third.append('three\n');
    await third.close();
    expect(await text(store)).toBe('one\ntwo\nthree\n');
  });
});

describe('the claim', () => {
  const setUp = () => {
    const clock = makeVirtualClock();
    const objects = makeMemoryObjects();
    const store = (holder: string) => makeObjectJournalStore(objects, { clock, holder });
    /** Time passes in short steps, so that a renewal is stored before the next is due. */
    const pass = async (milliseconds: number): Promise<void> => {
      for (let passed = 0; passed < milliseconds; passed += 5_000) {
        await clock.run(clock.sleep(5_000));
        for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
      }
    };
    return { clock, objects, store, pass };
  };

  it('is held as long as its holder lives, however long a run takes', async () => {
    const { pass, store } = setUp();
    const first = await store('one').claim();
    await pass(3_600_000);
    expect(await store('two').claim()).toMatchObject({ kind: 'taken', by: expect.stringContaining('one') });
    await release(first);
    const second = await store('two').claim();
    expect(second.kind).toBe('held');
    await release(second);
  });

  it('runs out after a minute where its holder was killed', async () => {
    const { clock, objects, store } = setUp();
    objects.objects.set('claims/00000007', Buffer.from(JSON.stringify({ by: 'dead', until: clock.now() + 60_000 })));
    expect(await store('two').claim()).toMatchObject({ kind: 'taken' });
    await clock.run(clock.sleep(70_000));
    const claim = await store('two').claim();
    expect(claim.kind).toBe('held');
    await release(claim);
  });

  it('that was lost lets nothing more be appended', async () => {
    let isDown = false;
    const clock = makeVirtualClock();
    const objects = makeMemoryObjects((operation) => (isDown && operation === 'put' ? new Error('down') : undefined));
    const store = makeObjectJournalStore(objects, { clock, holder: 'one' });
    const claim = await store.claim();
    const log = await store.create('run-1', 'plan');
    await log.append('one\n');
    isDown = true;
    await clock.run(clock.sleep(120_000));
    await expect(log.append('two\n')).rejects.toThrow('could not be renewed in time');
    isDown = false;
    await release(claim);
  });

  it('is given to one of many that ask at once', async () => {
    const { store } = setUp();
    const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => store(`writer ${index}`).claim()));
    expect(claims.filter(({ kind }) => kind === 'held')).toHaveLength(1);
    for (const claim of claims) await release(claim);
    const again = await store('later').claim();
    expect(again.kind).toBe('held');
    await release(again);
  });
});

it('of all packs and segments, those are chosen that hold each segment once', () => {
  const numbers = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(numbers, fc.array(numbers, { maxLength: 6 }), (count, cuts) => {
      const segments = Array.from({ length: count }, (_, index) => segmentKey(index + 1));
      const ends = [...new Set([0, ...cuts.filter((cut) => cut < count), count])].toSorted((one, other) => one - other);
      const packs = ends.slice(1).map((end, index) => packKey((ends[index] ?? 0) + 1, end));
      const chosen = choosePieces([...segments, ...packs.filter((_, index) => index % 2 === 0)]);
      const held = chosen.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
      expect(held).toEqual(segments.map((_, index) => index + 1));
    }),
  );
});
