import { contactTypes } from '../contact/contact-type.ts';
import type { ObservedOrg } from '../org/observed-account.ts';
import type { Org } from '../org/org.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Policy } from '../policy/policy.ts';
import { resolve } from '../resolve/resolve.ts';

/** What enforcing a policy would come to in the organization that it was made from. */
export interface Proof {
  /** Contacts that would be created, updated or deleted, or that nobody can decide about. */
  readonly differences: number;
  /** Contacts that are as the policy wants them. */
  readonly keeps: number;
}

/** Plans a policy as if every assignment enforced, against the organization as it was observed. Pure. */
export const provePolicy = (policy: Policy, org: Org, observed: ObservedOrg): Proof => {
  const enforced: Policy = {
    ...policy,
    assignments: policy.assignments.map((assignment) => ({ ...assignment, mode: 'enforce' })),
  };
  const { changes, findings, leftAlone, keeps } = makePlan({
    frame: {
      origin: { kind: 'policy', file: '', hash: policy.hash },
      organization: { id: org.id, partition: org.partition, managementAccountId: org.managementAccountId },
      callerAccountId: org.managementAccountId,
      now: 0,
      validFor: 0,
    },
    types: contactTypes,
    resolutions: resolve(enforced, org),
    observed,
  });
  const undecided = leftAlone.filter(
    ({ kind }) => kind === 'unresolved' || kind === 'unreadable' || kind === 'unreachable',
  );
  return { differences: changes.length + findings.length + undecided.length, keeps };
};
