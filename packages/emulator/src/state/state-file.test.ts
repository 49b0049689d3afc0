import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBehaviour } from '../behaviour/behaviours.ts';
import { smallWorld } from '../world/worlds.builder.ts';
import { sealAll } from './sealed-line.ts';
import { DamagedState, parseState, renderState } from './state-file.ts';

const written = { world: smallWorld(), offset: 5, behaviour: chooseBehaviour(), instant: false };
const records = [1, 2, 3].map((offset) => ({ kind: 'clock' as const, offset }));

const whole = renderState(written);
const bytes = Buffer.from(
  whole.text +
    sealAll(
      records.map((record) => JSON.stringify(record)),
      whole.seal,
    ).text,
);
/** Where lines begin, by their number. */
const starts = [0, ...[...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []))];
const lineAt = (byte: number): number => starts.findLastIndex((start) => start <= byte) + 1;

const problemOf = (damaged: Buffer): unknown => {
  try {
    return parseState(damaged);
  } catch (thrown) {
    return thrown;
  }
};

describe('a state file', () => {
  it('gives back what was written, and how far it can be believed', () => {
    const { length, ...found } = parseState(bytes);
    expect(found).toMatchObject({ ...written, seal: expect.any(Number) });
    expect(found.records.map(({ value }) => value)).toEqual(records);
    expect(length).toBe(bytes.length);
  });

  it('is not believed in any part when any byte of it is another one, and says in which line', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ by;
        const problem = problemOf(damaged);
        expect(problem).toBeInstanceOf(DamagedState);
        const line = lineAt(at);
        expect((problem as DamagedState).message).toMatch(new RegExp(`^line ${line}, byte ${starts[line - 1]}: `));
      }),
      { numRuns: 300 },
    );
  });

  it('that a crash has cut in its records holds those before, and the torn line is not counted', () => {
    const from = starts[1 + written.world.accounts.length] ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: from, max: bytes.length }), (cut) => {
        const found = parseState(bytes.subarray(0, cut));
        const lines = starts.filter((start) => start > from && start <= cut).length;
        expect(found.records.map(({ value }) => value)).toEqual(records.slice(0, lines));
        expect(found.length).toBe(starts.findLast((start) => start <= cut));
      }),
    );
  });

  it('that ends before its world does is damaged, as a world is written whole', () => {
    const to = (starts[1 + written.world.accounts.length] ?? 0) - 1;
    fc.assert(
      fc.property(fc.nat(to), (cut) => {
        expect(problemOf(bytes.subarray(0, cut))).toBeInstanceOf(DamagedState);
      }),
    );
    expect(problemOf(bytes.subarray(0, starts[3]))).toMatchObject({
      message: `line 4, byte ${starts[3]}: here the file ends, after 2 of 5 accounts`,
    });
  });

  it.each([
    ['a line is missing', (lines: string[]) => lines.splice(3, 1)],
    ['a line stands there twice', (lines: string[]) => lines.splice(3, 0, lines[3] ?? '')],
    ['two lines have changed places', (lines: string[]) => lines.splice(3, 2, lines[4] ?? '', lines[3] ?? '')],
  ])('is damaged when %s', (_, change) => {
    const lines = bytes.toString().split('\n');
    change(lines);
    expect(problemOf(Buffer.from(lines.join('\n')))).toMatchObject({
      message: expect.stringMatching(
        /^line [45], byte \d+: this line, or the order of the lines, is not as it was written$/,
      ),
    });
  });

  it.each([
    ['another thing', { format: 'something' }, 'line 1, byte 0: this is no state of the emulator'],
    ['of another version', { version: 2 }, 'line 1, byte 0: another version of the emulator wrote this'],
    ['of a world that is none', { world: {} }, /^line 1, byte 0: this is no world: /],
  ])('is refused when it is %s', (_, other, message) => {
    const { accounts, ...world } = written.world;
    const header = {
      format: 'orgcontacts-emulator/state',
      version: 1,
      ...written,
      accounts: accounts.length,
      world,
      ...other,
    };
    const { text } = sealAll(
      [header, ...accounts].map((value) => JSON.stringify(value)),
      0,
    );
    expect((problemOf(Buffer.from(text)) as Error).message).toMatch(message);
  });
});
