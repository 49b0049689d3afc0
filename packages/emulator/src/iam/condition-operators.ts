import { BlockList, isIP } from 'node:net';
import { matchPattern, replaceVariables, type Variables } from './match-pattern.ts';

/** Compares one value of the request with one value of the policy, in which variables may stand. */
type Compare = (found: string, wanted: string, variables: Variables | undefined) => boolean;

/** One condition operator: how it compares, and whether it holds when nothing matches. */
export interface ConditionOperator {
  readonly compare: Compare;
  readonly isNegated: boolean;
  /** How several values of a key count: `ForAnyValue:`, `ForAllValues:`, or neither. */
  readonly over: 'one' | 'any' | 'all';
  /** `…IfExists`: a missing key is no hindrance. */
  readonly ifExists: boolean;
}

const equal: Compare = (found, wanted, variables) =>
  found === (variables ? replaceVariables(wanted, variables) : wanted);

const like: Compare = (found, wanted, variables) => matchPattern(wanted, found, variables);

const equalInAnyCase: Compare = (found, wanted, variables) =>
  found.toLowerCase() === (variables ? replaceVariables(wanted, variables) : wanted)?.toLowerCase();

/** Each of the six parts of an ARN is compared by itself; the last one may hold colons (AWS docs: ARN condition operators). */
const arnLike: Compare = (found, wanted, variables) => {
  const parts = partsOf(wanted);
  const given = partsOf(found);
  return (
    parts.length === given.length && parts.every((part, index) => matchPattern(part, given[index] ?? '', variables))
  );
};

/** Colons inside a variable belong to it. */
const partsOf = (arn: string): readonly string[] => {
  const parts = arn.match(/(?:\$\{[^}]*\}|[^:])+|(?<=:)(?=:)|(?<=:)$/g) ?? [];
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
};

const number =
  (holds: (found: number, wanted: number) => boolean): Compare =>
  (found, wanted) =>
    holds(Number(found), Number(wanted));

/** Dates are ISO 8601, or seconds since the epoch (AWS docs: date condition operators). */
const date =
  (holds: (found: number, wanted: number) => boolean): Compare =>
  (found, wanted) =>
    holds(momentOf(found), momentOf(wanted));

const momentOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

const address: Compare = (found, wanted) => {
  const [network = '', prefix] = wanted.split('/');
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(network) === 0 || isIP(found) === 0) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  return list.check(found, isIP(found) === 6 ? 'ipv6' : 'ipv4');
};

const is = (compare: Compare) => ({ compare, isNegated: false });
const isNot = (compare: Compare) => ({ compare, isNegated: true });

/** AWS docs: IAM JSON policy elements, condition operators. Null is none of them: it asks whether the key is there. */
const operators: Readonly<Record<string, Pick<ConditionOperator, 'compare' | 'isNegated'>>> = {
  StringEquals: is(equal),
  StringNotEquals: isNot(equal),
  StringEqualsIgnoreCase: is(equalInAnyCase),
  StringNotEqualsIgnoreCase: isNot(equalInAnyCase),
  StringLike: is(like),
  StringNotLike: isNot(like),
  ArnEquals: is(arnLike),
  ArnLike: is(arnLike),
  ArnNotEquals: isNot(arnLike),
  ArnNotLike: isNot(arnLike),
  Bool: is(equalInAnyCase),
  BinaryEquals: is(equal),
  NumericEquals: is(number((found, wanted) => found === wanted)),
  NumericNotEquals: isNot(number((found, wanted) => found === wanted)),
  NumericLessThan: is(number((found, wanted) => found < wanted)),
  NumericLessThanEquals: is(number((found, wanted) => found <= wanted)),
  NumericGreaterThan: is(number((found, wanted) => found > wanted)),
  NumericGreaterThanEquals: is(number((found, wanted) => found >= wanted)),
  DateEquals: is(date((found, wanted) => found === wanted)),
  DateNotEquals: isNot(date((found, wanted) => found === wanted)),
  DateLessThan: is(date((found, wanted) => found < wanted)),
  DateLessThanEquals: is(date((found, wanted) => found <= wanted)),
  DateGreaterThan: is(date((found, wanted) => found > wanted)),
  DateGreaterThanEquals: is(date((found, wanted) => found >= wanted)),
  IpAddress: is(address),
  NotIpAddress: isNot(address),
};

const overs: Readonly<Record<string, ConditionOperator['over']>> = { ForAnyValue: 'any', ForAllValues: 'all' };

/** Reads an operator as a policy writes it, as `ForAnyValue:StringLikeIfExists`; undefined when there is none, and for Null. */
export const parseConditionOperator = (text: string): ConditionOperator | undefined => {
  const [, set, name = '', ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.+?)(IfExists)?$/.exec(text) ?? [];
  const found = Object.hasOwn(operators, name) ? operators[name] : undefined;
  return found && { ...found, over: overs[set ?? ''] ?? 'one', ifExists: ifExists !== undefined };
};

/** Whether a policy may use an operator. */
export const isConditionOperator = (text: string): boolean =>
  text === 'Null' || parseConditionOperator(text) !== undefined;
