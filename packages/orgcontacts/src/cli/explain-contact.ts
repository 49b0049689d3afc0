import type { ContactType } from '../contact/contact-type.ts';
import { whereIs } from '../diagnostic/diagnostic.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import { isActive, type OrgAccount, unitOf } from '../org/org.ts';
import { describeReason } from '../plan/describe-resolution.ts';
import { type Difference, diffContact } from '../plan/diff-contact.ts';
import type { Assignment, Policy, Want } from '../policy/policy.ts';
import type { Explained, ExplainedContender, ExplainedType } from '../report/explained.ts';
import { describeVerdict } from '../resolve/describe-verdict.ts';
import { type Explanation, explain } from '../resolve/explain.ts';
import { inForce } from '../resolve/in-force.ts';
import type { AccountResolution } from '../resolve/resolution.ts';
import { resolveAccount } from '../resolve/resolve.ts';
import { describeSelector } from '../selector/describe-selector.ts';

/** Says why one account has, or gets, what it does for one contact type. Pure. */
export const explainContact = (
  policy: Policy,
  account: OrgAccount,
  type: ContactType,
  observed: ObservedAccount | undefined,
): Explained => {
  const explanation = explain(policy, account, type);
  return {
    accountId: account.id,
    accountName: account.name,
    unit: unitOf(account)?.path ?? unitOf(account)?.id ?? 'a unit that could not be read',
    type,
    contenders: explanation.contenders.map((contender) => contenderOf(contender, type)),
    live: liveOf(account, type, observed),
    ...wantedOf(explanation),
    result: resultOf(policy, account, type, explanation, observed),
  };
};

const contenderOf = (
  { assignment, verdict }: Explanation['contenders'][number],
  type: ContactType,
): ExplainedContender => ({
  ...assignmentInWords(assignment, type),
  verdict: verdict.kind,
  because: describeVerdict(verdict),
});

/** What an assignment says about a contact type, and where. */
const assignmentInWords = ({ match, wants, mode, place }: Assignment, type: ContactType) => ({
  where: whereIs(place),
  selector: describeSelector(match),
  wants: wantText(wants[type]),
  mode,
});

const wantText = (want: Want | undefined): string =>
  want?.kind === 'contact' || want?.kind === 'template'
    ? (want.contactName ?? 'a contact of its own')
    : (want?.kind ?? '');

/** Says which assignments are in force about one contact type, and where. Pure. */
export const explainType = (
  policy: Policy,
  resolutions: readonly AccountResolution[],
  type: ContactType,
): ExplainedType => {
  const { assignments, unnamed, unresolved } = inForce(policy, resolutions, type);
  return {
    type,
    assignments: assignments.map(({ assignment, accounts, units }) => ({
      ...assignmentInWords(assignment, type),
      accounts,
      units,
    })),
    unnamed,
    unresolved,
  };
};

const liveOf = (account: OrgAccount, type: ContactType, observed: ObservedAccount | undefined): Explained['live'] => {
  if (observed?.kind === 'unreachable') return observed;
  return observed?.byType[type] ?? { kind: 'not-read', because: `not read: the account is ${account.state}` };
};

const wantedOf = ({ resolution }: Explanation): Pick<Explained, 'wanted' | 'masked'> =>
  resolution.kind === 'contact'
    ? { wanted: resolution.contact, masked: resolution.masked }
    : { wanted: null, masked: [] };

const resultOf = (
  policy: Policy,
  account: OrgAccount,
  type: ContactType,
  { resolution }: Explanation,
  observed: ObservedAccount | undefined,
): string => {
  const { excludedBy } = resolveAccount(policy, account);
  if (excludedBy) return `leaves it alone: excluded at ${whereIs(excludedBy.place)}`;
  if (!isActive(account)) return `leaves it alone: its state is ${account.state}`;
  if (observed?.kind === 'unreachable') return `cannot reach it: ${observed.because}`;
  const live = observed?.byType[type];
  return live ? differenceText(diffContact(resolution, live)) : 'leaves it alone: it was not read';
};

const differenceText = (difference: Difference): string => {
  switch (difference.kind) {
    case 'keep':
      return 'keeps it: as wanted';
    case 'create':
    case 'update':
    case 'delete':
      return `${difference.kind}s it`;
    case 'finding':
      return `reports it as ${difference.finding} and changes nothing: mode ${difference.mode}`;
    case 'unmanaged':
      return 'leaves it alone: unmanaged';
    case 'unresolved':
      return `leaves it alone: unresolved, ${describeReason(difference.reason)}`;
    case 'unreadable':
      return 'leaves it alone: it could not be read';
    default:
      return difference satisfies never;
  }
};
