import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { accountCell, type Cell, contactCell, tagCell, unitCell, type WorldPage } from './cells.ts';
import { type EmulatorProcess, killWhileStarting, startEmulator } from './processes.ts';

/** How many kills; npm run test:crash makes 200. CRASH_SEED makes the moments others. */
const count = Number(process.env['CRASH_MOMENTS'] ?? 4);
const seed = Number(process.env['CRASH_SEED'] ?? 1);

/** When the process is killed: after so many acknowledged writes and so many milliseconds more, or while it starts. */
const anyMoment = fc.oneof(
  { weight: 4, arbitrary: fc.record({ writes: fc.nat({ max: 120 }), more: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ starting: fc.integer({ min: 50, max: 600 }) }) },
);

const moments = fc.sample(fc.noBias(anyMoment), { numRuns: count, seed });

const [management, delegated, other] = ['111122223333', '222233334444', '067369883414'] as const;

const touched = new Set<string>([management, delegated, other]);

const cells: readonly Cell[] = [
  contactCell(delegated, 'SECURITY'),
  contactCell(delegated, 'BILLING'),
  contactCell(other, 'OPERATIONS'),
  tagCell(management),
  tagCell(other),
  unitCell('ou-ex01-sandbox01'),
  accountCell,
];

/** What a cell may hold: what was acknowledged last, or the one write after it whose answer never came. */
interface Piece {
  readonly cell: Cell;
  acknowledged: number;
  sent: number;
}

/** Writes a cell until the process is gone; every answer that comes is an acknowledgement. */
const writeOn = async (url: string, piece: Piece, acknowledge: () => void): Promise<void> => {
  for (;;) {
    piece.sent = piece.acknowledged + 1;
    const isDone = await piece.cell.write(url, piece.sent).catch(() => undefined);
    if (isDone === undefined) return;
    // A refusal of one that is there already would be a loss of another kind.
    expect(isDone).toBe(true);
    piece.acknowledged = piece.sent;
    acknowledge();
  }
};

/** What no cell writes has to stay as it was. */
const untouched = ({ accounts }: WorldPage): unknown =>
  accounts.filter(({ id, name }) => !touched.has(id) && !name.startsWith('value-'));

const worldOf = async (emulator: EmulatorProcess): Promise<WorldPage> => (await emulator.get('world')) as WorldPage;

let running: EmulatorProcess | undefined;

const start = async (own: readonly string[]): Promise<EmulatorProcess> => {
  running = await startEmulator([], own);
  return running;
};

/** Also where the test has failed. */
afterEach(async () => running?.kill());

it(
  `killed ${count} times while it is written to, an emulator has exactly the acknowledged writes each time it starts again`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-crash-'));
    const own = ['--accounts', '6', '--quotas', 'off', '--instant', '--state', folder];
    const pieces = cells.map((cell): Piece => ({ cell, acknowledged: 0, sent: 0 }));
    const before = untouched(await startedOnce(own));
    for (const moment of moments) {
      if ('starting' in moment) await killWhileStarting(moment.starting, own);
      const emulator = await start(own);
      const world = await worldOf(emulator);
      for (const piece of pieces) settle(piece, world);
      expect(untouched(world)).toEqual(before);
      if ('writes' in moment) await writeUntilKilled(emulator, pieces, moment);
      else await emulator.kill();
    }
    const last = await start(own);
    const world = await worldOf(last);
    for (const piece of pieces) settle(piece, world);
    expect(pieces.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
    await last.stop();
    if (count > 10) console.log({ seed, kills: count, acknowledged: pieces.map(({ acknowledged }) => acknowledged) });
  },
  60_000 + count * 5000,
);

const startedOnce = async (own: readonly string[]): Promise<WorldPage> => {
  const emulator = await start(own);
  const world = await worldOf(emulator);
  await emulator.kill();
  return world;
};

/** A write whose answer was lost is there or not; from now on that is known too. */
const settle = (piece: Piece, world: WorldPage): void => {
  const held = piece.cell.read(world);
  expect([piece.acknowledged, piece.sent]).toContain(held);
  piece.acknowledged = held;
};

const writeUntilKilled = async (
  emulator: EmulatorProcess,
  pieces: readonly Piece[],
  { writes, more }: { readonly writes: number; readonly more: number },
): Promise<void> => {
  let acknowledged = 0;
  let enough = (): void => {};
  const isEnough = new Promise<void>((resolve) => {
    enough = resolve;
  });
  if (writes === 0) enough();
  const writers = pieces.map((piece) =>
    writeOn(emulator.url, piece, () => {
      if (++acknowledged === writes) enough();
    }),
  );
  await isEnough;
  await sleep(more);
  await emulator.kill();
  await Promise.all(writers);
};
