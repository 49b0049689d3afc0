import { addressIn, familyOf, rangeIn } from './addresses.ts';
import { momentIn, numberIn, truthIn } from './condition-values.ts';
import { isArn, matchArn, matchPattern } from './match-pattern.ts';
import { replaceVariables, type Variables } from './variables.ts';

/** Compares one value of the request with one value of the policy, in which variables may stand. */
type Compare = (found: string, wanted: string, variables: Variables | undefined) => boolean;

/** How an operator compares. */
interface Comparison {
  readonly compare: Compare;
  /** It holds when nothing matches. */
  readonly isNegated: boolean;
  /** What a value of the request has to be: of another one the operator holds neither as it is nor negated. */
  readonly suits?: (found: string) => boolean;
  /** What a value has to be in a policy that is stored, where no variable stands in it; anything unless it says otherwise. */
  readonly accepts?: (wanted: string) => boolean;
}

/** One condition operator as a policy writes it. */
export interface ConditionOperator extends Comparison {
  /** How several values of a key count: `ForAnyValue:`, `ForAllValues:`, or neither. */
  readonly over: 'one' | 'any' | 'all';
  /** `…IfExists`: a missing key is no hindrance. */
  readonly ifExists: boolean;
}

const equal: Compare = (found, wanted, variables) => found === replaceVariables(wanted, variables);

const like: Compare = (found, wanted, variables) => matchPattern(wanted, found, variables);

const equalInAnyCase: Compare = (found, wanted, variables) =>
  found.toLowerCase() === replaceVariables(wanted, variables)?.toLowerCase();

const arnLike: Compare = (found, wanted, variables) => matchArn(wanted, found, variables);

/** Numbers that JavaScript would round are compared exactly (observed on live AWS). */
const number =
  (holds: (found: number | bigint, wanted: number | bigint) => boolean): Compare =>
  (found, wanted) => {
    const numbers = [numberIn(found), numberIn(wanted)] as const;
    return numbers[0] !== undefined && numbers[1] !== undefined && holds(numbers[0], numbers[1]);
  };

/** A whole number and one with a point are of two types, which only these operators compare by value. */
const same = (found: number | bigint, wanted: number | bigint): boolean => found <= wanted && found >= wanted;

const date =
  (holds: (found: number, wanted: number) => boolean): Compare =>
  (found, wanted) => {
    const moments = [momentIn(found), momentIn(wanted)] as const;
    return moments[0] !== undefined && moments[1] !== undefined && holds(moments[0], moments[1]);
  };

const address: Compare = (found, wanted) => {
  const plain = addressIn(found);
  return plain !== undefined && rangeIn(wanted)?.check(plain, familyOf(plain)) === true;
};

const isNumber = (text: string): boolean => numberIn(text) !== undefined;
const isMoment = (text: string): boolean => momentIn(text) !== undefined;
const isAddress = (text: string): boolean => addressIn(text) !== undefined;
const isRange = (text: string): boolean => rangeIn(text) !== undefined;
const isArnPattern = (text: string): boolean => text === '*' || text.startsWith('arn:');
const isBase64 = (text: string): boolean =>
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);

type Kind = Omit<Comparison, 'compare' | 'isNegated'>;

const arns: Kind = { suits: isArn, accepts: isArnPattern };
const numbers: Kind = { accepts: isNumber };
const dates: Kind = { accepts: isMoment };
const addresses: Kind = { suits: isAddress, accepts: isRange };

const is = (compare: Compare, kind: Kind = {}): Comparison => ({ compare, isNegated: false, ...kind });
const isNot = (compare: Compare, kind: Kind = {}): Comparison => ({ compare, isNegated: true, ...kind });

/** AWS docs: IAM JSON policy elements, condition operators. Null is none of them: it asks whether the key is there. */
const operators: Readonly<Record<string, Comparison>> = {
  StringEquals: is(equal),
  StringNotEquals: isNot(equal),
  StringEqualsIgnoreCase: is(equalInAnyCase),
  StringNotEqualsIgnoreCase: isNot(equalInAnyCase),
  StringLike: is(like),
  StringNotLike: isNot(like),
  ArnEquals: is(arnLike, arns),
  ArnLike: is(arnLike, arns),
  ArnNotEquals: isNot(arnLike, arns),
  ArnNotLike: isNot(arnLike, arns),
  Bool: is((found, wanted) => truthIn(found) === truthIn(wanted)),
  BinaryEquals: is((found, wanted) => found === wanted, { accepts: isBase64 }),
  NumericEquals: is(number(same), numbers),
  NumericNotEquals: isNot(number(same), numbers),
  NumericLessThan: is(
    number((found, wanted) => found < wanted),
    numbers,
  ),
  NumericLessThanEquals: is(
    number((found, wanted) => found <= wanted),
    numbers,
  ),
  NumericGreaterThan: is(
    number((found, wanted) => found > wanted),
    numbers,
  ),
  NumericGreaterThanEquals: is(
    number((found, wanted) => found >= wanted),
    numbers,
  ),
  DateEquals: is(
    date((found, wanted) => found === wanted),
    dates,
  ),
  DateNotEquals: isNot(
    date((found, wanted) => found === wanted),
    dates,
  ),
  DateLessThan: is(
    date((found, wanted) => found < wanted),
    dates,
  ),
  DateLessThanEquals: is(
    date((found, wanted) => found <= wanted),
    dates,
  ),
  DateGreaterThan: is(
    date((found, wanted) => found > wanted),
    dates,
  ),
  DateGreaterThanEquals: is(
    date((found, wanted) => found >= wanted),
    dates,
  ),
  IpAddress: is(address, addresses),
  NotIpAddress: isNot(address, addresses),
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
