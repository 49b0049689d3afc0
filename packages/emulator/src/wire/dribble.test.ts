import { describe, expect, it } from 'vitest';
import { makeClock } from '../world/worlds.builder.ts';
import { dribble } from './dribble.ts';

const collect = async (body: string, milliseconds: number, signal = new AbortController().signal) => {
  const clock = makeClock(0);
  const pieces: Uint8Array[] = [];
  const times: number[] = [];
  for await (const piece of dribble(body, milliseconds, clock.sleep, signal)) {
    pieces.push(piece);
    times.push(clock.now());
  }
  return { text: Buffer.concat(pieces).toString('utf8'), times };
};

describe('a body that dribbles', () => {
  it.each(['{}', 'a', '{"message":"Grüße 🙂"}', 'x'.repeat(1000), 'x'.repeat(1001), ''])(
    'is whole: %j',
    async (body) => {
      const { text, times } = await collect(body, 500);
      expect(text).toBe(body);
      expect(times.length).toBeLessThanOrEqual(10);
      expect(times.at(-1)).toBeCloseTo(500);
    },
  );

  it('comes in equal steps', async () => {
    expect((await collect('0123456789', 1000)).times).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  });

  it('ends when nobody listens any more', async () => {
    const gone = new AbortController();
    const pieces = dribble('0123456789', 1000, makeClock(0).sleep, gone.signal);
    expect((await pieces.next()).done).toBe(false);
    gone.abort();
    expect((await pieces.next()).done).toBe(true);
  });
});
