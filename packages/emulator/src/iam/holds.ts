import { parseConditionOperator } from './condition-operators.ts';
import type { Variables } from './match-pattern.ts';
import type { PolicyCondition } from './policy-document.ts';

/** What is known about a request, by condition key; the case of a key does not matter. A list where AWS gives several values. */
export type ConditionKeys = Readonly<Record<string, string | readonly string[]>>;

/** The values of a key; undefined when the request has none. */
export type KeyValues = (key: string) => readonly string[] | undefined;

/** Makes the keys of a request ready to be asked for in any case. */
export const valuesIn = (keys: ConditionKeys): KeyValues => {
  const byKey = new Map(
    Object.entries(keys).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]),
  );
  return (key) => byKey.get(key.toLowerCase());
};

/** Whether a condition holds for a request (AWS docs: IAM policy elements, Condition, and keys with several values). */
export const holds = (
  { operator: text, key, values: wanted }: PolicyCondition,
  valuesOf: KeyValues,
  variables: Variables | undefined,
): boolean => {
  const found = valuesOf(key);
  if (text === 'Null') return wanted.some((value) => (value.toLowerCase() === 'true') === (found === undefined));
  const operator = parseConditionOperator(text);
  if (!operator) throw new Error(`A policy was read that has an unknown operator ${text}.`);
  const { compare, isNegated, over, ifExists } = operator;
  if (found === undefined) return ifExists || over === 'all' || (isNegated && over === 'one');
  const meets = (value: string): boolean => wanted.some((each) => compare(value, each, variables)) !== isNegated;
  if (over === 'all') return found.every(meets);
  // Without ForAllValues a negated operator means that no value of the key is among those named.
  return over === 'one' && isNegated ? found.every(meets) : found.some(meets);
};
