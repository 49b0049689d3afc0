import fc from 'fast-check';

/** How long a property is tried, from which seed, and, to replay a failure, from which path. */
export interface Trying {
  readonly seconds: number;
  readonly seed: number;
  readonly path?: string | undefined;
}

/**
 * Tries a property on ever new values until the time is over. fast-check leaves the try that it interrupts to itself: it is waited for,
 * and counts like any other, so that nothing goes on behind the test.
 */
export const tryUntil = async <Values extends [unknown, ...unknown[]]>(
  { seconds, seed, path }: Trying,
  values: { [At in keyof Values]: fc.Arbitrary<Values[At]> },
  attempt: (...drawn: Values) => Promise<void>,
): Promise<void> => {
  let last: Promise<void> = Promise.resolve();
  const property = fc.asyncProperty<Values>(...values, (...drawn) => {
    last = attempt(...drawn);
    return last;
  });
  await fc.assert(property, {
    seed,
    ...(path !== undefined && { path }),
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
  });
  await last;
};
