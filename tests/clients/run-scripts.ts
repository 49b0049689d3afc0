import { expect, it } from 'vitest';
import { LacksOperation } from '../../packages/emulator/src/parity/client.ts';
import type { CaseResult } from '../../packages/emulator/src/parity/run-case.ts';
import type { ParityCase } from '../../packages/emulator/src/parity/script.ts';

/** What is told at the end. */
export interface Tally {
  unsent: number;
  /** Names of tests by the reason why they were not run. */
  readonly skipped: Map<string, string[]>;
}

/** A case that becomes a test of its own. */
export interface NamedCase {
  readonly name: string;
  readonly parityCase: ParityCase;
}

/** Makes a test of each case; those that an older client cannot run are skipped, and the reason is kept. */
export const testCases = (
  cases: readonly NamedCase[],
  tally: Tally,
  missing: string | undefined,
  run: (parityCase: ParityCase) => Promise<CaseResult>,
): void => {
  it.for(cases.map(({ name, parityCase }) => [name, parityCase] as const))(
    '%s',
    async ([name, parityCase], { skip }) => {
      const skipFor = (reason: string): never => {
        tally.skipped.set(reason, [...(tally.skipped.get(reason) ?? []), name]);
        return skip(reason);
      };
      if (missing !== undefined) skipFor(missing);
      const result = await run(parityCase).catch((thrown: unknown) => {
        if (thrown instanceof LacksOperation) return skipFor(thrown.message);
        throw thrown;
      });
      tally.unsent += result.unsent;
      expect(result.problems).toEqual([]);
    },
  );
};

/** Prints what was not sent and what was not run. */
export const tell = (client: string, { unsent, skipped }: Tally): void => {
  const reasons = [...skipped].map(([reason, names]) => `  ${names.length} cases were not run: ${reason}\n`);
  process.stdout.write(`\n${client}: refused ${unsent} calls itself, as its model says.\n${reasons.join('')}`);
};
