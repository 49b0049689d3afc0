import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Policy } from '../policy/policy.ts';
import { describeVerdict } from '../resolve/describe-verdict.ts';
import { explain } from '../resolve/explain.ts';
import type { AccountPage, ShownContender } from './account-page.ts';

/** Says for each contact type of an account which assignment won and which lost; those that do not match are only counted. Pure. */
export const explainAccount = (policy: Policy, account: OrgAccount): Pick<AccountPage, 'byType' | 'unmatched'> => {
  const explained = contactTypes.map((type) => [type, explainType(policy, account, type)] as const);
  return {
    byType: byTypeOf(explained, ({ contenders }) => contenders),
    unmatched: byTypeOf(explained, ({ unmatched }) => unmatched),
  };
};

interface ExplainedType {
  readonly contenders: readonly ShownContender[];
  readonly unmatched: number;
}

const explainType = (policy: Policy, account: OrgAccount, type: ContactType): ExplainedType => {
  const { contenders } = explain(policy, account, type);
  const matching = contenders.filter(({ verdict }) => verdict.kind !== 'no-match');
  return {
    contenders: matching
      .map(({ assignment, verdict }) => ({
        assignment: policy.assignments.indexOf(assignment),
        verdict: verdict.kind,
        because: describeVerdict(verdict),
      }))
      .sort((one, other) => Number(other.verdict === 'won') - Number(one.verdict === 'won')),
    unmatched: contenders.length - matching.length,
  };
};

const byTypeOf = <Value>(
  explained: readonly (readonly [ContactType, ExplainedType])[],
  pick: (one: ExplainedType) => Value,
): Record<ContactType, Value> =>
  // There is an entry for each of the three types.
  Object.fromEntries(explained.map(([type, one]) => [type, pick(one)])) as Record<ContactType, Value>;
