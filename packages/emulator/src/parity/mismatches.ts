/** Says in what a value does not look as it should, place by place; nothing when it fits. CallStep says what a pattern can be. */
export const mismatches = (pattern: unknown, actual: unknown, at = 'output'): readonly string[] => {
  if (Array.isArray(pattern)) return listMismatches(pattern, actual, at);
  if (!isRecord(pattern)) return pattern === actual ? [] : [`${at} is ${show(actual)}, not ${show(pattern)}`];
  const [matcher, ...others] = Object.entries(pattern);
  if (matcher?.[0].startsWith('$') && others.length === 0) return specialMismatches(matcher, actual, at);
  if (!isRecord(actual)) return [`${at} is ${show(actual)}, and no object`];
  return Object.entries(pattern).flatMap(([key, inner]) => mismatches(inner, actual[key], `${at}.${key}`));
};

const listMismatches = (pattern: readonly unknown[], actual: unknown, at: string): readonly string[] => {
  if (!Array.isArray(actual)) return [`${at} is ${show(actual)}, and no list`];
  if (actual.length !== pattern.length) return [`${at} has ${actual.length} items, not ${pattern.length}`];
  return pattern.flatMap((inner, index) => mismatches(inner, actual[index], `${at}.${index}`));
};

const specialMismatches = (
  [name, wanted]: readonly [string, unknown],
  actual: unknown,
  at: string,
): readonly string[] => {
  switch (name) {
    case '$any':
      return kindOf(actual) === wanted ? [] : [`${at} is ${show(actual)}, not any ${show(wanted)}`];
    case '$time':
      return isTime(wanted, actual) ? [] : [`${at} is ${show(actual)}, not the time ${show(wanted)}`];
    case '$matches':
      return typeof actual === 'string' && new RegExp(String(wanted), 'u').test(actual)
        ? []
        : [`${at} is ${show(actual)}, and does not match ${show(wanted)}`];
    case '$contains':
      return missingItems(wanted, actual).map((item) => `${at} has no item ${show(item)}: ${show(actual)}`);
    case '$length':
      return lengthOf(actual) === wanted ? [] : [`${at} is ${show(actual)}, and has not the length ${show(wanted)}`];
    case '$absent':
      return actual === undefined ? [] : [`${at} is ${show(actual)}, and should not be there`];
    default:
      throw new Error(`There is no matcher ${name}.`);
  }
};

const missingItems = (wanted: unknown, actual: unknown): readonly unknown[] => {
  const items: readonly unknown[] = Array.isArray(actual) ? actual : [];
  const patterns: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return patterns.filter((pattern) => !items.some((item) => mismatches(pattern, item).length === 0));
};

const lengthOf = (value: unknown): number | undefined =>
  typeof value === 'string' || Array.isArray(value) ? value.length : undefined;

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
};

/** Clients give a time as ISO 8601 or as seconds since the epoch. */
const isTime = (wanted: unknown, actual: unknown): boolean => {
  const at = typeof actual === 'number' ? actual * 1000 : Date.parse(String(actual));
  return Number.isFinite(at) && (wanted === 'any' || Math.round(at) === Date.parse(String(wanted)));
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const show = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
