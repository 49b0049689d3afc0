import type { Context, ServiceName } from '../operation.ts';
import { makeRandom } from '../world/random.ts';
import { effectOf, type FaultEffect } from './fault-effect.ts';
import { type FaultRule, fits } from './fault-rule.ts';
import { isAbout, namedBy } from './named-by.ts';

/** A failure that has its way with one call. */
export interface Strike {
  readonly error: FaultRule['error'];
  /** Whether the call takes effect. */
  readonly when: 'before' | 'after';
  readonly effect: FaultEffect;
}

/** Failures that somebody ordered: the first rule that matches a call, and whose turn it is, has its way. */
export interface Faults {
  strike(service: ServiceName, operation: string, context: Context): Strike | undefined;
  /** Takes other rules; chance begins again from the seed. */
  set(rules: readonly FaultRule[]): void;
  /** The rules with what is left of them. */
  rules(): readonly FaultRule[];
}

/** A rule on its way. Each has its own chance, so that no rule changes what comes of another one. */
interface Pending {
  readonly rule: { -readonly [Key in keyof FaultRule]: FaultRule[Key] };
  readonly random: () => number;
}

/** Makes faults from rules: the same seed, rules and calls give the same failures. */
export const makeFaults = (rules: readonly FaultRule[], seed: number): Faults => {
  const begin = (next: readonly FaultRule[]): readonly Pending[] =>
    next.map((rule, index) => ({ rule: { ...rule }, random: makeRandom(seed + index) }));
  let pending = begin(rules);
  return {
    strike: (service, operation, context) => {
      for (const each of pending) {
        if (!matches(each.rule, service, operation, context) || !takesItsTurn(each)) continue;
        if (each.rule.times === 0) pending = pending.filter((other) => other !== each);
        return strikeOf(each.rule, service, operation, context);
      }
      return undefined;
    },
    set: (next) => {
      pending = begin(next);
    },
    rules: () => pending.map(({ rule }) => ({ ...rule })),
  };
};

const matches = (rule: FaultRule, service: ServiceName, operation: string, { input, caller }: Context): boolean =>
  ['*', `${service}:*`, operation].includes(rule.operation) &&
  fits(rule.error, service, operation) &&
  (rule.caller === undefined || rule.caller === caller.accountId) &&
  (rule.account === undefined || isAbout(rule.account, namedBy(input), caller.accountId));

/** Counts a call that matches, and says whether it is struck. */
const takesItsTurn = ({ rule, random }: Pending): boolean => {
  if (rule.after !== undefined && rule.after > 0) {
    rule.after -= 1;
    return false;
  }
  if (rule.probability !== undefined && random() >= rule.probability) return false;
  if (rule.times !== undefined) rule.times -= 1;
  return true;
};

const strikeOf = (rule: FaultRule, service: ServiceName, operation: string, context: Context): Strike => ({
  error: rule.error,
  when: rule.error === 'SlowBody' || rule.error === 'FailsLater' ? 'after' : (rule.when ?? 'before'),
  effect: effectOf(rule, service, operation, context),
});
