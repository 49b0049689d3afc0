import type { ParityScript } from '../../packages/emulator/src/parity/script.ts';
import type { ParityStep } from '../../packages/emulator/src/parity/step.ts';

/** A case by its script and its name. */
export interface PickedCase {
  readonly operation: string;
  readonly name: string;
}

/**
 * Picks few cases that show everything once: every operation with a success, every error of every service, and a call that the client
 * refuses itself. For a client that takes long for each call.
 */
export const pickCases = (scripts: readonly ParityScript[]): readonly PickedCase[] => {
  const candidates = scripts
    .flatMap(({ operation, cases }) =>
      Object.entries(cases).map(([name, { steps }]) => ({
        operation,
        name,
        shown: shownBy(steps),
        length: steps.length,
      })),
    )
    .toSorted((one, other) => one.length - other.length);
  const seen = new Set<string>();
  const picked: PickedCase[] = [];
  for (const goal of new Set(candidates.flatMap(({ shown }) => shown))) {
    if (seen.has(goal)) continue;
    const shortest = candidates.find(({ shown }) => shown.includes(goal));
    for (const each of shortest?.shown ?? []) seen.add(each);
    if (shortest) picked.push({ operation: shortest.operation, name: shortest.name });
  }
  return picked;
};

const shownBy = (steps: readonly ParityStep[]): readonly string[] =>
  steps.flatMap((step) => {
    if (!('call' in step)) return [];
    if (!step.refuses) return [step.call];
    if (step.refuses.beforeSending) return ['refused by the client'];
    return [`${step.call.split(':')[0]} refuses with ${step.refuses.error}`];
  });
