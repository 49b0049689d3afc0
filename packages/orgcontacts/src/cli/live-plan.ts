import { contactTypes } from '../contact/contact-type.ts';
import { coverageReads } from '../coverage/coverage-reads.ts';
import type { Org } from '../org/org.ts';
import { unitsNamed } from '../org/unit-path.ts';
import { describeReason } from '../plan/describe-resolution.ts';
import { makePlan, type PlanInput } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { countText } from '../report/count-text.ts';
import { checkUnits, unitsIn } from '../resolve/check-units.ts';
import { lintOrg } from '../resolve/lint-org.ts';
import { needsOf } from '../resolve/needs-of.ts';
import { type AccountResolution, isTouched, type Resolution } from '../resolve/resolution.ts';
import { resolve, typesNamedBy } from '../resolve/resolve.ts';
import { wantedReads } from '../resolve/wanted-reads.ts';
import { matchSelector } from '../selector/match-selector.ts';
import type { Selector } from '../selector/selector.ts';
import { CliError } from './cli-error.ts';
import type { Connection } from './connect.ts';
import { type FilterOptions, selectorOf } from './filter-options.ts';
import type { Io } from './io.ts';
import { judgePolicy, type LoadedPolicy } from './load-policy.ts';
import { explainDenials, readContacts, readOrg } from './read-live.ts';

/** What a plan from a policy needs to be told. */
export interface LivePlanInput {
  readonly loaded: LoadedPolicy;
  readonly filters: FilterOptions;
  /** How long the plan may be applied, in milliseconds. */
  readonly validFor: number;
}

/** What to read besides what a plan needs. */
interface ReadsWanted {
  /** Contacts that nobody manages, too. */
  readonly contacts: 'managed' | 'all';
  /** The paths of all units. */
  readonly paths: boolean;
  readonly tags: boolean;
}

const onlyNeeded: ReadsWanted = { contacts: 'managed', paths: false, tags: false };

/** Reads the live organization as far as the policy needs it, and makes the plan. */
export const makeLivePlan = async (io: Io, connection: Connection, input: LivePlanInput): Promise<Plan> =>
  makePlan(await readPlanInput(io, connection, input));

/** Reads the live organization as far as the policy needs it, or somebody wants to see it: what plans and coverages are made from. */
export const readPlanInput = async (
  io: Io,
  connection: Connection,
  input: LivePlanInput,
  wanted: ReadsWanted = onlyNeeded,
): Promise<PlanInput> => {
  const { loaded, filters } = input;
  const { policy, file } = loaded;
  const { caller } = connection;
  const selector = selectorOf(filters);
  const { units, ...needs } = needsOf(policy, selector);
  const org = await readOrg(io, connection, {
    ...needs,
    tags: needs.tags || wanted.tags,
    ...(!wanted.paths && { units }),
  });
  checkFilter(org, selector);
  const all = resolve(policy, org);
  // A member sees one account of many: what it does not see is no mistake of the policy.
  if (caller.role !== 'member') {
    stopAtUnits(io, loaded, org);
    judgePolicy(io, loaded, lintOrg(policy, org, all));
  }
  const named = wanted.contacts === 'all' ? contactTypes : typesNamedBy(policy);
  const types = named.filter((type) => filters.type?.includes(type) ?? true);
  const resolutions = all.flatMap((each) => within(selector, each));
  if (loaded.isStrict) stopAtUnresolved(resolutions, file);
  const reads = wanted.contacts === 'all' ? coverageReads : wantedReads;
  const observed = await readContacts(io, connection, reads(resolutions, types));
  await explainDenials(io, connection, observed);
  return {
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
  };
};

/** Units that the policy names and the organization does not have, or has twice. */
export const stopAtUnits = (io: Io, loaded: LoadedPolicy, org: Org): void =>
  judgePolicy(io, loaded, checkUnits(loaded.policy, org));

/** Strictly, a contact that cannot be decided is a mistake of the policy. */
const stopAtUnresolved = (resolutions: readonly AccountResolution[], file: string): void => {
  const undecided = resolutions.filter(isTouched).flatMap(({ account, byType }) =>
    contactTypes.flatMap((type) => {
      const resolution = byType[type];
      return resolution.kind === 'unresolved' ? [`${account.id} ${type}: ${describeReason(resolution.reason)}`] : [];
    }),
  );
  if (undecided.length === 0) return;
  throw new CliError(
    'error',
    `${file} leaves ${countText(undecided.length, 'contact')} undecided, and --strict allows none:\n${undecided
      .slice(0, 10)
      .map((each) => `  ${each}`)
      .join('\n')}`,
    'Settle them in the policy, or leave --strict out: they are then listed and left alone.',
  );
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
