import { holeIn } from '../apply/admission.ts';
import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { observeAccounts } from '../observe/observe-accounts.ts';
import { observeContacts } from '../observe/observe-contacts.ts';
import { observeOrg } from '../observe/observe-org.ts';
import type { Org } from '../org/org.ts';
import { isUnitId } from '../org/unit-path.ts';
import type { Clock } from '../pace/clock.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../policy/policy.ts';
import { checkUnits } from '../resolve/check-units.ts';
import { lintOrg } from '../resolve/lint-org.ts';
import { needsOf } from '../resolve/needs-of.ts';
import { resolve, typesNamedBy } from '../resolve/resolve.ts';
import { wantedReads } from '../resolve/wanted-reads.ts';

/** A valid policy, and the name of the file that it came from. */
export interface FiledPolicy {
  readonly policy: Policy;
  readonly file: string;
}

/** What reading needs. */
export interface ObserveTools {
  readonly gateway: Gateway;
  readonly caller: Caller;
  readonly clock: Clock;
}

/** A plan of what was looked at, or why there is none: then nothing may be written. */
export type ObservedPlan =
  | { readonly kind: 'plan'; readonly plan: Plan; readonly org: Org }
  | { readonly kind: 'trouble'; readonly because: string };

/** How long a plan of a watch may be applied, in milliseconds: it is at once, so that an hour is ample. Own choice. */
const validFor = 3_600_000;

/** Reads everything, or some accounts, as far as the policy needs it, and makes the plan. What AWS refuses is trouble, and never thrown. */
export const observePlan = async (
  { gateway, caller, clock }: ObserveTools,
  { policy, file }: FiledPolicy,
  accounts: 'all' | readonly AccountId[],
): Promise<ObservedPlan> => {
  const needs = needsOf(policy);
  const read =
    accounts === 'all'
      ? await observeOrg(gateway, caller, needs)
      : await observeAccounts(gateway, caller, accounts, needs);
  if (read.kind === 'failed') return trouble(`the organization could not be read: ${describeFailure(read.failure)}`);
  const org = read.value;
  const hole = accounts === 'all' ? holeIn(new Set(org.accounts.map(({ id }) => id)), caller) : undefined;
  if (hole !== undefined) return trouble(`the list of accounts is not whole: ${hole}`);
  const resolutions = resolve(policy, org);
  const found =
    accounts === 'all' ? [...checkUnits(policy, org), ...lintOrg(policy, org, resolutions)] : checkPaths(policy, org);
  const wrong = found.find(({ severity }) => severity === 'error');
  if (wrong) return trouble(`${file} does not fit this organization: ${wrong.message}`);
  const types = typesNamedBy(policy);
  const observed = await observeContacts(gateway, caller, wantedReads(resolutions, types));
  const plan = makePlan({
    frame: {
      origin: { kind: 'policy', file, hash: policy.hash },
      organization: { id: org.id, partition: org.partition, managementAccountId: org.managementAccountId },
      callerAccountId: caller.accountId,
      now: clock.now(),
      validFor,
    },
    types,
    resolutions,
    observed,
  });
  return { kind: 'plan', plan, org };
};

const trouble = (because: string): ObservedPlan => ({ kind: 'trouble', because });

/** Of units named by their ids only those of these accounts were read: the others are for the look at everything to check. */
const checkPaths = (policy: Policy, org: Org): readonly Diagnostic[] => {
  if (org.accounts.length === 0 || org.units.kind === 'unreadable') return [];
  const ids = needsOf(policy).units.filter(isUnitId);
  const known = new Set(org.units.value.map(({ id }) => id));
  const others = [...new Set(ids)].filter((id) => !known.has(id)).map((id) => ({ id, path: null }));
  return checkUnits(policy, { ...org, units: { kind: 'known', value: [...org.units.value, ...others] } });
};
