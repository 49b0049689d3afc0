import { execFileSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange, type Heard, type Step } from '../src/wire/exchange.builder.ts';
import { hostileSteps } from '../src/wire/hostile-steps.builder.ts';
import { crowdedWorld } from '../src/wire/hostile-world.builder.ts';
import { type EmulatorProcess, startEmulator } from './processes.ts';
import { tryUntil } from './until.ts';

/** Seed and path are printed with a failure: given, they lead there at once. */
const { FUZZ_SECONDS, FUZZ_SEED, FUZZ_PATH } = process.env;
const seconds = Number(FUZZ_SECONDS ?? 60);
const seed = Number(FUZZ_SEED ?? Date.now() % 2 ** 31);

/** A leak of a few kilobytes a request fills this heap in a minute, and then the process ends; the call log may take 64 MiB. */
const heap = ['--max-old-space-size=256'];

/** What the process may take more than after its warm-up, in MiB: the heap that it may fill, and bodies on their way. */
const mayGrow = 256;

let emulator: EmulatorProcess;
const start = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-fuzz-'));
  const world = join(folder, 'world.json');
  await writeFile(world, JSON.stringify(crowdedWorld()));
  emulator = await startEmulator(heap, ['--world', world, '--quotas', 'off', '--instant']);
};
beforeAll(start);
afterAll(() => emulator.stop());

const figures = { batches: 0, connections: 0, slowest: 0, statuses: new Map<number | Heard['end'], number>() };

const add = (what: number | Heard['end']): void =>
  void figures.statuses.set(what, (figures.statuses.get(what) ?? 0) + 1);

const resident = (): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(emulator.pid)], { encoding: 'utf8' })) / 1024);

/** A refusal, an answer to what turned out to be a sound call, or that somebody may go on with a body. */
const isTaken = (status: number): boolean => status === 100 || status === 200 || (status >= 400 && status < 500);

const checkHeard = ({ text, statuses, end }: Heard): void => {
  for (const status of statuses) {
    add(status);
    expect(isTaken(status), text.slice(0, 1000)).toBe(true);
  }
  if (statuses.length === 0) add(end);
};

/** It is there, answers quickly, and its world is one. */
const checkHealth = async (): Promise<void> => {
  expect(emulator.isRunning()).toBe(true);
  const asked = performance.now();
  await emulator.get('health');
  const took = performance.now() - asked;
  figures.slowest = Math.max(figures.slowest, Math.round(took));
  expect(took).toBeLessThan(2000);
  const world = await emulator.get('world');
  await emulator.send('PUT', 'world', world);
  expect(await emulator.get('world')).toEqual(world);
};

const isSmall = (steps: readonly Step[]): boolean =>
  steps.every((step) => step.kind !== 'send' || step.bytes.length < 20_000);

const batch = fc.oneof(
  { weight: 20, arbitrary: fc.array(hostileSteps, { minLength: 1, maxLength: 24, size: 'max' }) },
  // Many at once, all of the same kind, and together not larger than what the process may hold.
  { weight: 1, arbitrary: hostileSteps.filter(isSmall).map((steps) => Array.from({ length: 300 }, () => steps)) },
);

const text = (part: string): Step => ({ kind: 'send', bytes: Buffer.from(part) });
const drip = (part: string): readonly Step[] =>
  Array.from({ length: 400 }, (): Step[] => [{ kind: 'wait', milliseconds: 200 }, text(part)]).flat();
const head = 'POST /getAlternateContact HTTP/1.1\r\nHost: 127.0.0.1\r\n';

/** Senders that never come to an end: each has to be sent away by the emulator. */
const endless: readonly (readonly Step[])[] = [
  [],
  [text('P')],
  [text(head), ...drip('X: 1\r\n')],
  [text(head), ...drip('X')],
  [text(`${head}Content-Length: 1000\r\n\r\n`), ...drip('x')],
  [text(`${head}Content-Length: 1000\r\n\r\n{`)],
  [text(`${head}Transfer-Encoding: chunked\r\n\r\n`), ...drip('1\r\nx\r\n')],
];

describe('the emulator, among people who mean it harm', () => {
  it(
    'refuses, goes on, and does not grow',
    async () => {
      const sentAway = Promise.all(endless.map((steps) => exchange(emulator.port, steps, 60_000)));
      const began = performance.now();
      let warm = 0;
      await tryUntil({ seconds, seed, path: FUZZ_PATH }, [batch], async (together) => {
        if (!emulator.isRunning()) await start();
        await emulator.send('DELETE', 'faults');
        for (const heard of await Promise.all(together.map((steps) => exchange(emulator.port, steps, 4000))))
          checkHeard(heard);
        figures.batches += 1;
        figures.connections += together.length;
        await emulator.send('DELETE', 'faults');
        await checkHealth();
        if (warm === 0 && performance.now() - began > seconds * 250) warm = resident();
        if (figures.batches % 50 === 0) await emulator.send('POST', 'reset');
      });
      for (const { statuses, end } of await sentAway) {
        expect(statuses).toEqual([408]);
        expect(end).not.toBe('patience');
      }
      await sleep(100);
      await checkHealth();
      console.log({ seed, seconds, ...figures, residentAfterWarmUp: warm, residentAtEnd: resident() });
      expect(resident()).toBeLessThan(warm + mayGrow);
    },
    (seconds + 120) * 1000,
  );
});
