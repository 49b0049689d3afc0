import { describeCondition } from '../selector/describe-selector.ts';
import type { Verdict } from './explain.ts';

/**
 * Says in a few words how an assignment fared. Pure.
 *
 * @example
 * ```ts
 * import { describeVerdict, explain, type OrgAccount, type Policy } from 'orgcontacts';
 *
 * const verdicts = (policy: Policy, account: OrgAccount): readonly string[] =>
 *   explain(policy, account, 'SECURITY').contenders.map(({ verdict }) => describeVerdict(verdict));
 * ```
 */
export const describeVerdict = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'won':
      return 'won';
    case 'weaker':
      return `lost: ${weaker[verdict.at]}`;
    case 'tied':
      return 'tied: as specific as another one that wants something else';
    case 'undecided':
      return 'undecided: none is more specific, and who wins here cannot be known';
    case 'unfilled':
      return `would win, but its contact cannot be filled in: ${verdict.because}`;
    case 'no-match':
      return `lost: does not match ${describeCondition(verdict.condition)}`;
    case 'unknown':
      return `unknown: ${verdict.failure.operation} failed with ${verdict.failure.code}`;
    default:
      return verdict satisfies never;
  }
};

const weaker: Readonly<Record<Extract<Verdict, { kind: 'weaker' }>['at'], string>> = {
  level: 'less specific; an account comes before a tag or name, then a unit, then all',
  depth: 'a deeper unit comes first',
  exact: 'an exact value comes before a wildcard',
  conditions: 'more conditions come first',
  order: 'says the same as the winner',
};
