import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emulatorOf, makeClock } from '../world/worlds.builder.ts';
import { anyWrite } from './writes.builder.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'orgcontacts-lives-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What happens to the process before a write: nothing, a kill, or an orderly stop. */
const anyEvent = fc.constantFrom('nothing', 'nothing', 'kill', 'stop');

const steps = fc.array(fc.tuple(anyEvent, anyWrite), { maxLength: 15 });

/** How many lives were begun, so that each has a folder of its own. */
let lives = 0;

const begin = (clock: ReturnType<typeof makeClock>, from?: string) => {
  const folder = join(root, String(lives++));
  // A folder is on the disk as the killed process left it; its claim would be that of a living one here.
  if (from !== undefined) cpSync(from, folder, { recursive: true, filter: (path) => !path.includes('claim-') });
  return { folder, emulator: emulatorOf({ state: folder, clock }) };
};

type Life = ReturnType<typeof begin>;

const next = async (life: Life, event: string, clock: ReturnType<typeof makeClock>): Promise<Life> => {
  if (event === 'nothing') return life;
  if (event === 'stop') await life.emulator.close();
  const later = begin(clock, life.folder);
  if (event === 'kill') await life.emulator.close();
  return later;
};

it('a world goes on as if nothing had been, however often its process is killed or stopped', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const [steady, clock] = [makeClock(), makeClock()];
      const undisturbed = emulatorOf({ clock: steady });
      let life = begin(clock);
      for (const [event, write] of sequence) {
        life = await next(life, event, clock);
        expect(await write(life.emulator)).toEqual(await write(undisturbed));
        for (const each of [steady, clock]) each.advance(700);
      }
      const last = await next(life, 'kill', clock);
      expect(last.emulator.snapshot()).toEqual(undisturbed.snapshot());
      await last.emulator.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);
