import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { hostileTexts } from '../src/policy/hostile-text.builder.ts';
import { expectWellDiagnosed } from '../src/policy/well-diagnosed.builder.ts';
import { readSheet } from '../src/sheet/read-sheet.ts';

/** Seed and path are printed with a failure: given, they lead there at once. */
const { FUZZ_SECONDS, FUZZ_SEED, FUZZ_PATH } = process.env;
const seconds = Number(FUZZ_SECONDS ?? 60);
const seed = Number(FUZZ_SEED ?? Date.now() % 2 ** 31);

/** Longer than this for a text of some kilobytes is a hang to whoever waits for it, in milliseconds. */
const patience = 2_000;

/** Aliases that multiply, and brackets, dashes and braces without end, around and inside a file. */
const bombs = fc
  .tuple(
    fc.constantFrom('[', '{a: ', '- ', '? ', '&a [*a,', '"', "'", '|\n ', '  '),
    fc.integer({ min: 1, max: 3_000 }),
    hostileTexts.textWithSlips,
    fc.nat(),
  )
  .map(([piece, times, text, at]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + piece.repeat(times) + text.slice(from);
  });

const laughs = fc
  .tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 12 }))
  .map(([levels, fan]) =>
    [
      'k0: &k0 [x]',
      ...Array.from({ length: levels }, (_, at) => `k${at + 1}: &k${at + 1} [${`*k${at},`.repeat(fan)}]`),
    ].join('\n'),
  );

it(
  `keeps every promise of the parser for ${seconds} seconds`,
  () => {
    const figures = { texts: 0, policies: 0, yaml: 0, slowest: 0 };
    const texts = fc.oneof(...Object.values(hostileTexts), bombs, laughs);
    fc.assert(
      fc.property(texts, (text) => {
        const startedAt = performance.now();
        if (expectWellDiagnosed(text)) figures.policies++;
        const spent = performance.now() - startedAt;
        expect(spent).toBeLessThan(patience);
        expect(['rows', 'invalid']).toContain(readSheet(text, 'contacts.csv').kind);
        figures.texts++;
        if (figures.texts % 100 === 0 && isYaml(text)) figures.yaml++;
        figures.slowest = Math.max(figures.slowest, spent);
      }),
      {
        seed,
        ...(FUZZ_PATH !== undefined && { path: FUZZ_PATH }),
        numRuns: Number.MAX_SAFE_INTEGER,
        interruptAfterTimeLimit: seconds * 1_000,
        markInterruptAsFailure: false,
      },
    );
    console.log({ seed, seconds, ...figures });
    // A fuzzer that only ever met texts of one kind would prove nothing.
    expect(figures.texts).toBeGreaterThan(seconds);
    expect(figures.policies).toBeGreaterThan(0);
    expect(figures.policies).toBeLessThan(figures.texts);
  },
  (seconds + 60) * 1_000,
);

/** One in a hundred: how much of what is tried YAML itself can read. */
const isYaml = (text: string): boolean => text.length < 1_000 && parseDocument(text).errors.length === 0;
