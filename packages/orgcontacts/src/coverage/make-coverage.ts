import type { ContactType } from '../contact/contact-type.ts';
import type { Place } from '../diagnostic/diagnostic.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import { isActive, unitOf } from '../org/org.ts';
import { describeReason } from '../plan/describe-resolution.ts';
import { type Difference, diffContact } from '../plan/diff-contact.ts';
import type { PlanInput } from '../plan/make-plan.ts';
import type { Assignment, Exclusion } from '../policy/policy.ts';
import type { AccountResolution, Resolution, UnresolvedReason } from '../resolve/resolution.ts';
import { describeSelector } from '../selector/describe-selector.ts';
import type { Coverage, CoveredAccount, CoveredContact, Decider, PolicyLine } from './coverage.ts';
import type { CoverageState } from './coverage-state.ts';

/**
 * Says of every account and contact type how it stands to the policy: what is there, what is wanted, and which line of the policy says so.
 * Made from what a plan is made from; `coverageReads` says what to read for it. Pure. Throws where a managed contact was never read.
 *
 * @example
 * ```ts
 * import { makeCoverage, type PlanInput } from 'orgcontacts';
 *
 * const gaps = (input: PlanInput): readonly string[] =>
 *   makeCoverage(input).accounts.flatMap(({ id, contacts }) =>
 *     contacts.filter(({ state }) => state === 'missing').map(({ type }) => `${id} ${type}`),
 *   );
 * ```
 */
export const makeCoverage = ({ frame, types, resolutions, observed }: PlanInput): Coverage => ({
  createdAt: new Date(frame.now).toISOString(),
  origin: frame.origin,
  organization: frame.organization,
  callerAccountId: frame.callerAccountId,
  types,
  accounts: resolutions
    .map((resolution) => coverAccount(resolution, observed.get(resolution.account.id), types))
    .sort((one, other) => (one.id < other.id ? -1 : 1)),
});

const coverAccount = (
  resolved: AccountResolution,
  observed: ObservedAccount | undefined,
  types: readonly ContactType[],
): CoveredAccount => {
  const { account } = resolved;
  const unit = unitOf(account);
  return {
    id: account.id,
    name: account.name,
    state: account.state,
    isManagement: account.isManagement,
    unitId: unit?.id ?? null,
    unit: unit?.path ?? null,
    tags: account.tags.kind === 'known' ? account.tags.value : null,
    contacts: types.map((type) => coverContact(type, resolved, observed)),
  };
};

const coverContact = (
  type: ContactType,
  { account, excludedBy, byType }: AccountResolution,
  observed: ObservedAccount | undefined,
): CoveredContact => {
  if (excludedBy) return untouched(type, 'excluded', deciderOf(excludedBy), 'the policy excludes the account');
  if (!isActive(account)) return untouched(type, 'not-active', null, `the account is ${account.state}`);
  const resolution = byType[type];
  const live = liveOf(type, observed);
  return {
    type,
    ...standing(resolution, live, `The ${type} contact of ${account.id}`),
    live,
    wanted: resolution.kind === 'contact' ? resolution.contact : null,
    masked: resolution.kind === 'contact' ? resolution.masked : [],
    decidedBy: decidedBy(resolution),
    beaten: 'beaten' in resolution ? resolution.beaten.map(lineOf) : [],
  };
};

type Standing = Pick<CoveredContact, 'state' | 'detail'>;

const standing = (resolution: Resolution, live: CoveredContact['live'], contact: string): Standing => {
  if (resolution.kind === 'unmanaged' || resolution.kind === 'unresolved')
    return judge(diffContact(resolution, { kind: 'unset' }));
  if (live.kind === 'unreachable') return { state: 'unreachable', detail: live.because };
  if (live.kind === 'not-read') throw new Error(`${contact} is managed but was never read.`);
  return judge(diffContact(resolution, live));
};

const untouched = (
  type: ContactType,
  state: CoverageState,
  decider: Decider | null,
  because: string,
): CoveredContact => ({
  type,
  state,
  live: { kind: 'not-read', because },
  wanted: null,
  masked: [],
  decidedBy: decider,
  beaten: [],
  detail: because,
});

const liveOf = (type: ContactType, observed: ObservedAccount | undefined): CoveredContact['live'] => {
  if (observed?.kind === 'unreachable') return observed;
  return observed?.byType[type] ?? { kind: 'not-read', because: 'nothing looked at it' };
};

const found = { missing: 'missing', differs: 'wrong-value', unwanted: 'unwanted' } as const;

const judge = (difference: Difference): Standing => {
  switch (difference.kind) {
    case 'keep':
      return { state: 'as-wanted', detail: '' };
    case 'create':
      return { state: 'missing', detail: '' };
    case 'update':
      return { state: 'wrong-value', detail: '' };
    case 'delete':
      return { state: 'unwanted', detail: '' };
    case 'finding':
      return { state: found[difference.finding], detail: `left as it is: the mode is ${difference.mode}` };
    case 'unmanaged':
      return { state: 'unmanaged', detail: '' };
    case 'unresolved':
      return { state: 'unresolved', detail: describeReason(difference.reason) };
    case 'unreadable':
      return { state: 'unreadable', detail: describeFailure(difference.failure) };
    default:
      return difference satisfies never;
  }
};

const decidedBy = (resolution: Resolution): Decider | null => {
  if (resolution.kind === 'unresolved') return suspectOf(resolution.reason);
  const { winner } = resolution;
  if (!winner) return null;
  const contactName = resolution.kind === 'contact' ? resolution.contactName : null;
  return { ...lineOf(winner), contactName, mode: winner.mode };
};

/** The line to look at first where nothing could be decided. */
const suspectOf = (reason: UnresolvedReason): Decider | null => {
  switch (reason.kind) {
    case 'unknown-match':
    case 'template':
      return deciderOf(reason.assignment);
    case 'unknown-exclusion':
      return deciderOf(reason.exclusion);
    case 'tie':
      return reason.assignments[0] ? deciderOf(reason.assignments[0]) : null;
    case 'unknown-filter':
      return null;
    default:
      return reason satisfies never;
  }
};

type Rule = Pick<Assignment | Exclusion, 'match'> & { readonly place: Place };

const deciderOf = (rule: Rule): Decider => ({ ...lineOf(rule), contactName: null, mode: null });

const lineOf = ({ place, match }: Rule): PolicyLine => ({
  file: place.file,
  line: place.line,
  selector: describeSelector(match),
});
