import type { ContactType } from '../contact/contact-type.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { isActive, type Org } from '../org/org.ts';
import { unitsNamed } from '../org/unit-path.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../policy/policy.ts';
import { checkUnits, unitsIn } from '../resolve/check-units.ts';
import type { AccountResolution, Resolution } from '../resolve/resolution.ts';
import { resolve, typesNamedBy } from '../resolve/resolve.ts';
import { matchSelector } from '../selector/match-selector.ts';
import type { Selector } from '../selector/selector.ts';
import { CliError } from './cli-error.ts';
import type { Connection } from './connect.ts';
import { type FilterOptions, selectorOf } from './filter-options.ts';
import type { Io } from './io.ts';
import { tellDiagnostics } from './load-policy.ts';
import { explainDenials, type OrgWanted, readContacts, readOrg } from './read-live.ts';

/** What a plan from a policy needs to be told. */
export interface LivePlanInput {
  readonly policy: Policy;
  /** The policy's file and text, for people. */
  readonly file: string;
  readonly text: string;
  readonly filters: FilterOptions;
  /** How long the plan may be applied, in milliseconds. */
  readonly validFor: number;
}

/** Reads the live organization as far as the policy needs it, and makes the plan. */
export const makeLivePlan = async (io: Io, connection: Connection, input: LivePlanInput): Promise<Plan> => {
  const { policy, file, text, filters } = input;
  const { caller } = connection;
  const selector = selectorOf(filters);
  const org = await readOrg(io, connection, lookedAt([...policy.assignments, ...policy.exclude, { match: selector }]));
  stopAt(io, checkUnits(policy, org), text, file);
  checkFilter(org, selector);
  const types = typesNamedBy(policy).filter((type) => filters.type?.includes(type) ?? true);
  const resolutions = resolve(policy, org).flatMap((each) => within(selector, each));
  const observed = await readContacts(io, connection, wantedReads(resolutions, types));
  await explainDenials(io, connection, observed);
  return makePlan({
    frame: {
      origin: { kind: 'policy', file, hash: policy.hash },
      organization: { id: org.id, partition: org.partition, managementAccountId: org.managementAccountId },
      callerAccountId: caller.accountId,
      now: io.clock.now(),
      validFor: input.validFor,
    },
    types,
    resolutions,
    observed,
  });
};

/** What selectors look at: nothing else of the organization has to be read. */
export const lookedAt = (selectors: readonly { readonly match: Selector }[]): OrgWanted => ({
  tags: selectors.some(({ match }) => match.some(({ kind }) => kind === 'tag')),
  units: selectors.flatMap(({ match }) => unitsIn(match)),
});

const stopAt = (io: Io, diagnostics: readonly Diagnostic[], text: string, file: string): void => {
  if (diagnostics.length === 0) return;
  tellDiagnostics(io, diagnostics, text);
  throw new CliError('error', `${file} does not fit this organization; no contact was read.`, '', diagnostics);
};

/** A unit that a filter names and that is not there is a slip, and never an empty list. */
export const checkFilter = (org: Org, selector: Selector): void => {
  const { units } = org;
  if (units.kind === 'unreadable') return;
  const missing = unitsIn(selector).find((name) => unitsNamed(units.value, name).length === 0);
  if (missing !== undefined)
    throw new CliError(
      'error',
      `The organization has no unit ${missing}.`,
      'Write its path from below the root, as Workloads/Prod, or its id.',
    );
};

/** A filter lets an account through only if it surely matches; where that is unknown, it is listed and not touched. */
const within = (selector: Selector, resolution: AccountResolution): readonly AccountResolution[] => {
  const match = matchSelector(selector, resolution.account);
  if (match.kind === 'no') return [];
  if (match.kind === 'yes') return [resolution];
  const doubt: Resolution = { kind: 'unresolved', reason: { kind: 'unknown-filter', failure: match.failure } };
  return [{ account: resolution.account, byType: { BILLING: doubt, OPERATIONS: doubt, SECURITY: doubt } }];
};

/** Only what is managed is read, and only in accounts that may be touched. */
const wantedReads = (resolutions: readonly AccountResolution[], types: readonly ContactType[]) =>
  resolutions
    .filter(({ account, excludedBy }) => isActive(account) && !excludedBy)
    .map(({ account, byType }) => ({
      accountId: account.id,
      types: types.filter((type) => byType[type].kind === 'contact' || byType[type].kind === 'absent'),
    }));
