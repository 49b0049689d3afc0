/** Watches the Date header of answers; `step` goes into the middleware stack of each client of the SDK, in the place `at`. */
export interface ClockWatch {
  readonly step: <Args, Output extends object>(
    next: (args: Args) => Promise<Output>,
  ) => (args: Args) => Promise<Output>;
  readonly at: { readonly step: 'deserialize'; readonly priority: 'low'; readonly name: string };
  /** How far the clock of AWS is ahead of ours, in milliseconds; undefined before the first answer. */
  readonly skew: () => number | undefined;
}

/** Makes a watch that compares what answers say with the time of this machine; a refusal is an answer too. */
export const watchClock = (now: () => number): ClockWatch => {
  let skew: number | undefined;
  return {
    step: (next) => async (args) => {
      const output = await next(args);
      const then = Date.parse(dateOf(output));
      if (!Number.isNaN(then)) skew = then - now();
      return output;
    },
    // Of low priority a step stands next to the wire, where an error is still an answer.
    at: { step: 'deserialize', priority: 'low', name: 'orgcontactsWatchClock' },
    skew: () => skew,
  };
};

const dateOf = (output: { readonly response?: unknown }): string => {
  const { headers }: { readonly headers?: unknown } = isObject(output.response) ? output.response : {};
  const { date }: { readonly date?: unknown } = isObject(headers) ? headers : {};
  return String(date);
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
