import type { Caller } from '../caller/caller.ts';
import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { coverageReads } from '../coverage/coverage-reads.ts';
import { makeCoverage } from '../coverage/make-coverage.ts';
import type { ContactsWanted } from '../org/contacts-wanted.ts';
import type { ObservedAccount, ObservedOrg } from '../org/observed-account.ts';
import type { Org } from '../org/org.ts';
import { makePlan, type PlanFrame, type PlanInput } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../policy/policy.ts';
import { resolve, typesNamedBy } from '../resolve/resolve.ts';
import { wantedReads } from '../resolve/wanted-reads.ts';

/** The organization and its contacts as they were read once: every contact of every account that may be read. */
export interface Reading {
  readonly org: Org;
  readonly observed: ObservedOrg;
  readonly caller: Caller;
  /** In milliseconds since the epoch. */
  readonly at: number;
}

/** What a policy comes to in an organization that was read. */
export interface PlannedReading {
  readonly coverage: Coverage;
  readonly plan: Plan;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Makes the coverage, and the plan that the command would make, from what was read: the same changes, and so the same fingerprint. What
 * the policy wants to know and nobody has read counts as unreadable. Pure.
 */
export const planReading = (policy: Policy, file: string, { org, observed, caller, at }: Reading): PlannedReading => {
  const resolutions = resolve(policy, org);
  const frame: PlanFrame = {
    origin: { kind: 'policy', file, hash: policy.hash },
    organization: { id: org.id, partition: org.partition, managementAccountId: org.managementAccountId },
    callerAccountId: caller.accountId,
    now: at,
    validFor: day,
  };
  return planCovered(policy, { frame, types: contactTypes, resolutions, observed });
};

/** The same from what was read of some accounts and types. Pure. */
export const planCovered = (policy: Policy, input: PlanInput): PlannedReading => {
  const { types, resolutions, observed } = input;
  const named = typesNamedBy(policy).filter((type) => types.includes(type));
  // A plan looks at no more than the command would have read: its limits are shares of that.
  const planned = only(wantedReads(resolutions, named), observed);
  const covered = only(coverageReads(resolutions, types), observed);
  return {
    coverage: makeCoverage({ ...input, observed: covered }),
    plan: makePlan({ ...input, types: named, observed: planned }),
  };
};

const only = (wanted: readonly ContactsWanted[], observed: ObservedOrg): ObservedOrg =>
  new Map(wanted.map(({ accountId, types }) => [accountId, seenOf(observed.get(accountId), types)]));

const seenOf = (seen: ObservedAccount | undefined, types: readonly ContactType[]): ObservedAccount =>
  seen?.kind === 'unreachable'
    ? seen
    : { kind: 'asked', byType: Object.fromEntries(types.map((type) => [type, seen?.byType[type] ?? notRead])) };

/** What stands for a contact that nobody asked for, as of an account that was excluded until just now. */
const notRead = {
  kind: 'unreadable',
  failure: {
    kind: 'other',
    operation: 'account:GetAlternateContact',
    code: 'NotRead',
    message: 'It has not been read yet; read the organization again.',
  },
} as const satisfies Observed;
