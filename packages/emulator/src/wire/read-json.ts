/** What a text holds that should be JSON. */
export type ReadJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'no-json' }
  /** JSON, and nested deeper than anything that these services or a world could need. */
  | { readonly kind: 'too-deep' };

/**
 * How deep a body may be nested. A call needs three levels (an object with a list of tags) and a world with policies about fifteen; what is
 * nested thousands of levels deep can be parsed, but not written again, compared or copied without running out of stack.
 */
export const deepest = 64;

/** Reads JSON. Never throws. */
export const readJson = (text: string): ReadJson => {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeper(value, deepest) ? { kind: 'too-deep' } : { kind: 'json', value };
  } catch {
    return { kind: 'no-json' };
  }
};

/** Goes no deeper itself than it has to know. */
const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inside) => isDeeper(inside, levels - 1)));
