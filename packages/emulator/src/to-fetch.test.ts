import { describe, expect, it } from 'vitest';
import { signedAs } from './client.builder.ts';
import type { Clock } from './clock.ts';
import { emulatorOf, ids, makeClock } from './world/worlds.builder.ts';

const request = (signal?: AbortSignal) =>
  new Request('http://127.0.0.1/getAlternateContact', {
    method: 'POST',
    headers: signedAs(ids.member, 'account'),
    body: '{"AlternateContactType":"SECURITY"}',
    ...(signal && { signal }),
  });

const message = '{"message":"No contact of the inputted alternate contact type found."}';

/** A clock whose sleepers wake when somebody says so, or when they are not to wait any longer. */
const makeSleepingClock = () => {
  const waiting: { readonly wake: () => void; readonly signal: AbortSignal | undefined }[] = [];
  const sleep: Clock['sleep'] = (_, signal) =>
    new Promise((wake) => {
      waiting.push({ wake, signal });
      signal?.addEventListener('abort', () => wake());
    });
  return { now: () => 0, sleep, waiting };
};

const slowly = (clock: Clock, milliseconds = 1000) =>
  emulatorOf({ clock, faults: [{ operation: 'GetAlternateContact', error: 'SlowBody', milliseconds }] });

describe('a slow answer of fetch', () => {
  it('has its head at once and its body by the clock', async () => {
    const clock = makeClock(0);
    const answered = await slowly(clock).fetch(request());
    expect([answered.status, clock.now()]).toEqual([404, 0]);
    expect(await answered.text()).toBe(message);
    expect(clock.now()).toBeCloseTo(1000);
  });

  it('comes piece by piece, as it is read', async () => {
    const clock = makeSleepingClock();
    const answered = await slowly(clock).fetch(request());
    const reader = answered.body!.getReader();
    expect(clock.waiting).toHaveLength(0);
    const first = reader.read();
    expect(clock.waiting).toHaveLength(1);
    clock.waiting[0]?.wake();
    const { value } = await first;
    expect(message.startsWith(Buffer.from(value!).toString('utf8'))).toBe(true);
    await reader.cancel();
  });

  it('ends for good when its reader goes away', async () => {
    const clock = makeSleepingClock();
    const answered = await slowly(clock).fetch(request());
    const reader = answered.body!.getReader();
    const first = reader.read();
    await reader.cancel();
    expect(await first).toEqual({ done: true, value: undefined });
    expect(clock.waiting.map(({ signal }) => signal?.aborted)).toEqual([true]);
  });

  it('breaks off when its request is aborted', async () => {
    const clock = makeSleepingClock();
    const gone = new AbortController();
    const emulator = slowly(clock);
    const answered = await emulator.fetch(request(gone.signal));
    const text = answered.text();
    gone.abort();
    await expect(text).rejects.toThrow('abort');
    expect(clock.waiting.map(({ signal }) => signal?.aborted)).toEqual([true]);
    expect((await emulator.fetch(new Request('http://127.0.0.1/_emulator/health'))).status).toBe(200);
  });
});

describe('the query of a request', () => {
  it('reaches the emulator', async () => {
    const answered = await emulatorOf().fetch(new Request('http://127.0.0.1/_emulator/calls?limit=x'));
    expect(answered.status).toBe(400);
  });
});
