import {
  type Caller,
  checkUnits,
  type Gateway,
  lintOrg,
  makePlan,
  needsOf,
  type Org,
  observeContacts,
  type Plan,
  type Policy,
  resolve,
  typesNamedBy,
  wantedReads,
} from 'orgcontacts';
import { requireFit } from './load-policy.ts';
import { readOrg } from './read-org.ts';

/** What a plan is made of, besides what is live. */
export interface PlanRequest {
  readonly policy: Policy;
  readonly file: string;
  /** Only these accounts; null for all of them. */
  readonly accounts: readonly string[] | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A plan, and the organization that it was made for. */
export interface Planned {
  readonly plan: Plan;
  readonly org: Org;
}

/** How long a plan may be applied, in milliseconds: as with the command. */
const validity = 24 * 3_600_000;

/**
 * Reads an organization as far as its policy needs it, and makes the plan. Throws `PolicyInvalid` where the policy does not fit the
 * organization, and an Error where the list of accounts cannot be read whole.
 */
export const planOrganization = async (gateway: Gateway, caller: Caller, request: PlanRequest): Promise<Planned> => {
  const { policy, accounts } = request;
  const org = await readOrg(gateway, caller, needsOf(policy));
  const all = resolve(policy, org);
  requireFit([...checkUnits(policy, org), ...lintOrg(policy, org, all)]);
  const types = typesNamedBy(policy);
  const named = accounts && new Set(accounts);
  const resolutions = named ? all.filter(({ account }) => named.has(account.id)) : all;
  const observed = await observeContacts(gateway, caller, wantedReads(resolutions, types));
  const plan = makePlan({ frame: frameOf(request, org, caller), types, resolutions, observed });
  return { plan, org };
};

const frameOf = ({ policy, file, now }: PlanRequest, org: Org, caller: Caller) => ({
  origin: { kind: 'policy', file, hash: policy.hash } as const,
  organization: { id: org.id, partition: org.partition, managementAccountId: org.managementAccountId },
  callerAccountId: caller.accountId,
  now,
  validFor: validity,
});
