import { type ConditionOperator, parseConditionOperator } from './condition-operators.ts';
import { truthIn } from './condition-values.ts';
import type { PolicyCondition } from './policy-document.ts';
import type { Variables } from './variables.ts';

/**
 * What is known about a request, by condition key; the case of a key does not matter. A list, also one of a single value, where AWS
 * documents the key as multivalued (ArrayOf…), and a text where it does not.
 */
export type ConditionKeys = Readonly<Record<string, string | readonly string[]>>;

/** The value or values of a key; undefined when the request has none. */
export type KeyValues = (key: string) => string | readonly string[] | undefined;

/** Makes the keys of a request ready to be asked for in any case. */
export const valuesIn = (keys: ConditionKeys): KeyValues => {
  const byKey = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), value]));
  return (key) => byKey.get(key.toLowerCase());
};

/** Whether a condition holds for a request (AWS docs: IAM policy elements, Condition, and keys with several values). */
export const holds = (
  { operator: text, key, values: wanted }: PolicyCondition,
  valuesOf: KeyValues,
  variables: Variables | undefined,
): boolean => {
  const found = valuesOf(key);
  if (text === 'Null') return wanted.some((value) => truthIn(value) === (found === undefined));
  const operator = parseConditionOperator(text);
  if (!operator) throw new Error(`A policy was read that has an unknown operator ${text}.`);
  return found === undefined ? holdsWithout(operator) : holdsFor(operator, wanted, found, variables);
};

/** Whether an operator holds while the request does not have the key (AWS docs: condition operators; observed on live AWS). */
const holdsWithout = ({ ifExists, over, isNegated }: ConditionOperator): boolean =>
  ifExists || over === 'all' || (isNegated && over === 'one');

const holdsFor = (
  { compare, isNegated, over, suits }: ConditionOperator,
  wanted: readonly string[],
  found: string | readonly string[],
  variables: Variables | undefined,
): boolean => {
  const meets = (value: string): boolean =>
    suits?.(value) !== false && wanted.some((each) => compare(value, each, variables)) !== isNegated;
  const values = typeof found === 'string' ? [found] : found;
  if (over === 'all') return values.every(meets);
  // Without ForAnyValue or ForAllValues nothing holds of a multivalued key, negated operators included (observed on live AWS).
  return over === 'any' ? values.some(meets) : typeof found === 'string' && meets(found);
};
