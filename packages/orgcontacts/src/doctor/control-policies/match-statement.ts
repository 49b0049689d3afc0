import { matchesGlob } from '../../selector/glob.ts';
import type { ConditionTest, ControlStatement, Patterns } from './read-statements.ts';

/** A call as policies see it, as far as it is known. */
export interface PolicyRequest {
  /** As `account:PutAlternateContact`. */
  readonly action: string;
  readonly resource: string;
  /** Condition keys in lower case with their value. A key that is not among them is not known; it need not be missing. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Whether a statement speaks of a call: `maybe` where that depends on something that is not known. */
export type Match = 'yes' | 'no' | 'maybe';

/** Says whether a statement speaks of a call. Pure. */
export const matchStatement = ({ actions, resources, tests }: ControlStatement, request: PolicyRequest): Match =>
  allOf([
    matchPatterns(lowerCase(actions), request.action.toLowerCase()),
    matchPatterns(resources, request.resource),
    ...tests.map((test) => matchTest(test, request.keys)),
  ]);

const allOf = (matches: readonly Match[]): Match => {
  if (matches.includes('no')) return 'no';
  return matches.includes('maybe') ? 'maybe' : 'yes';
};

const not = (match: Match): Match => (match === 'maybe' ? 'maybe' : match === 'yes' ? 'no' : 'yes');

const anyOf = (matches: readonly Match[]): Match => not(allOf(matches.map(not)));

const matchPatterns = ({ kind, patterns }: Patterns, text: string): Match => {
  const match = anyOf(patterns.map((pattern) => matchPattern(pattern, text)));
  return kind === 'any-of' ? match : not(match);
};

/** A pattern with a variable in it, as `${aws:PrincipalAccount}`, is filled in by AWS with what may not be known here. */
const matchPattern = (pattern: string, text: string): Match =>
  pattern.includes('${') ? 'maybe' : matchesGlob(pattern, text) ? 'yes' : 'no';

/** Actions are the same in capitals (AWS docs: IAM JSON policy elements, Action). */
const lowerCase = ({ kind, patterns }: Patterns): Patterns => ({
  kind,
  patterns: patterns.map((pattern) => pattern.toLowerCase()),
});

/** How a text is compared by an operator. */
type Compare = (wanted: string, given: string) => Match;

const equal: Compare = (wanted, given) => (wanted.includes('${') ? 'maybe' : wanted === given ? 'yes' : 'no');

/** The six parts of an ARN are compared one by one, so that a wildcard never reaches over a colon (AWS docs: ARN condition operators). */
const alikeArn: Compare = (wanted, given) => (wanted.split(':').length === 6 ? matchPattern(wanted, given) : 'maybe');

/** The operators that say whether texts are alike; each has its opposite, as `StringNotEquals`. All others are for keys that are not known. */
const comparisons: Readonly<Record<string, Compare>> = {
  stringequals: equal,
  stringequalsignorecase: (wanted, given) => equal(wanted.toLowerCase(), given.toLowerCase()),
  stringlike: matchPattern,
  arnequals: alikeArn,
  arnlike: alikeArn,
};

/** A key that holds a list (AWS docs: service authorization reference); what comes of it without a quantifier is not established. */
const listKey = 'account:alternatecontacttypes';

/**
 * What a test says of the keys that are known: `aws:RequestedRegion` above all. `IfExists` changes nothing for a key that is there, nor
 * does `ForAnyValue` or `ForAllValues` for one value (AWS docs: IAM JSON policy elements, condition operators).
 */
const matchTest = ({ operator, key, values }: ConditionTest, keys: PolicyRequest['keys']): Match => {
  const given = keys[key.toLowerCase()];
  const [, quantifier, name = ''] = /^(for(?:all|any)values?:)?(.*?)(?:ifexists)?$/.exec(operator.toLowerCase()) ?? [];
  if (given === undefined) return 'maybe';
  if (name === 'null')
    return values.includes('false') ? 'yes' : values.every((value) => value === 'true') ? 'no' : 'maybe';
  const compare = comparisons[name.replace('not', '')];
  if (!compare || (key.toLowerCase() === listKey && quantifier === undefined)) return 'maybe';
  const match = anyOf(values.map((wanted) => compare(wanted, given)));
  return name.includes('not') ? not(match) : match;
};
