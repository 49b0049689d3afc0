import fc from 'fast-check';

/** Choices that depend on a seed alone. */
export interface Dice {
  /** A whole number from the first to the second, both included. */
  readonly from: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly one: <Value>(values: readonly Value[]) => Value;
  /** Some of the values, each once, in any order. */
  readonly some: <Value>(values: readonly Value[], count: number) => Value[];
}

const sides = 2 ** 30;

/** Makes dice that fall the same way whenever the seed is the same. */
export const diceOf = (seed: number): Dice => {
  const throws = fc.infiniteStream(fc.nat({ max: sides - 1 }), { noHistory: true });
  const stream = fc.sample(throws, { seed, numRuns: 1, unbiased: true })[0]!;
  const share = (): number => stream.next().value! / sides;
  const from = (least: number, most: number): number => least + Math.floor(share() * (most - least + 1));
  return {
    from,
    chance: (probability) => share() < probability,
    one: (values) => values[from(0, values.length - 1)]!,
    some: (values, count) => {
      const left = [...values];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(from(0, left.length - 1), 1)[0]!);
    },
  };
};
