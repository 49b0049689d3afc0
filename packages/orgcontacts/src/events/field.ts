/** A field of something that may be anything; undefined where there is none. */
export const fieldOf = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** A field that has to be text that is not empty; undefined where it is not. */
export const textOf = (value: unknown, name: string): string | undefined => {
  const field = fieldOf(value, name);
  return typeof field === 'string' && field !== '' ? field : undefined;
};

/** How deep a field is looked for: events of AWS nest three levels. Own choice, so that nothing hostile is followed for ever. */
const deepest = 8;

/** The first field of a name, at the top or anywhere below; undefined where there is none. */
export const findField = (value: unknown, name: string, depth = deepest): unknown => {
  const found = fieldOf(value, name);
  if (found !== undefined || depth === 0 || typeof value !== 'object' || value === null) return found;
  for (const inner of Object.values(value)) {
    const below = findField(inner, name, depth - 1);
    if (below !== undefined) return below;
  }
  return undefined;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
