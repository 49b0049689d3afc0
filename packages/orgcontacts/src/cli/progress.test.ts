import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { anIo, type HeardIo } from './io.builder.ts';
import { makeProgress } from './progress.ts';

const erase = '\r\u001b[2K';

/** Moves the time of an io on. */
const wait = (io: HeardIo, milliseconds: number) => io.clock.run(io.clock.sleep(milliseconds));

describe('on a terminal', () => {
  it('rewrites one line, and takes it away at the end', async () => {
    const io = anIo({ errIsTerminal: true });
    const progress = makeProgress(io);
    progress.update('1 of 3');
    await wait(io, 100);
    progress.update('2 of 3');
    progress.end();
    expect(io.told).toEqual([`${erase}1 of 3`, `${erase}2 of 3`, erase]);
    expect(io.said()).toBe('');
  });

  it('is not painted more often than the eye can follow', async () => {
    const io = anIo({ errIsTerminal: true });
    const progress = makeProgress(io);
    for (let step = 0; step < 100; step++) {
      progress.update(`${step}`);
      await wait(io, 10);
    }
    expect(io.told.length).toBeLessThanOrEqual(13);
    expect(io.told.length).toBeGreaterThanOrEqual(12);
  });

  it.each([11, 20, 80])('is never as long as %i columns, where the line would break', (width) => {
    const io = anIo({ errIsTerminal: true, width: () => width });
    makeProgress(io).update('x'.repeat(500));
    expect(stringWidth((io.told[0] ?? '').slice(erase.length))).toBe(width - 1);
  });

  it('leaves nothing to take away when nothing was painted', () => {
    const io = anIo({ errIsTerminal: true });
    makeProgress(io).end();
    expect(io.told).toEqual([]);
  });
});

describe('in a log', () => {
  const tenMinutes = async () => {
    const io = anIo();
    const progress = makeProgress(io);
    const times: number[] = [];
    const begun = io.clock.now();
    for (let second = 0; second < 600; second++) {
      const before = io.told.length;
      progress.update(`second ${second}`);
      if (io.told.length > before) times.push((io.clock.now() - begun) / 1000);
      await wait(io, 1_000);
    }
    progress.end();
    return { io, times };
  };

  it('writes lines ever more rarely, down to one every half minute', async () => {
    const { times } = await tenMinutes();
    expect(times.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps).toEqual([...gaps].sort((one, other) => one - other));
    expect(gaps.at(-1)).toBe(30);
    expect(times.length).toBeLessThan(30);
  });

  it('always says the last state, once', async () => {
    const { io } = await tenMinutes();
    expect(io.told.filter((line) => line === 'second 599\n')).toHaveLength(1);
    expect(io.told.at(-1)).toBe('second 599\n');
    expect(io.told.join('')).not.toContain('\r');
  });

  it('says the last state of what took no time, and only that', () => {
    const io = anIo();
    const progress = makeProgress(io);
    progress.update('1 of 2');
    progress.update('2 of 2');
    progress.end();
    expect(io.told).toEqual(['2 of 2\n']);
  });

  it('does not repeat at the end what was just said', async () => {
    const io = anIo();
    const progress = makeProgress(io);
    await wait(io, 2_000);
    progress.update('2 of 2');
    progress.end();
    expect(io.told).toEqual(['2 of 2\n']);
  });
});
