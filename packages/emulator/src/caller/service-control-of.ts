import type { PolicyDocument } from '../iam/policy-document.ts';
import { fullAccessPolicy } from '../world/held-policy.ts';
import { pathTo, type WorldState } from '../world/world-state.ts';

/**
 * The service control policies over an account, level by level from the root down to the account itself; undefined where none apply:
 * outside an organization, in its management account, and while the type is not enabled (AWS docs: service control policies).
 */
export const serviceControlOf = (
  world: WorldState,
  accountId: string,
): readonly (readonly PolicyDocument[])[] | undefined => {
  const { organization } = world;
  const account = world.accounts.get(accountId);
  if (!organization || account?.parent === undefined || accountId === organization.managementAccountId)
    return undefined;
  if (!organization.policyTypes.includes('SERVICE_CONTROL_POLICY')) return undefined;
  const levels = [...pathTo(world, account.parent).map((unit) => world.units.get(unit)), account];
  return levels.map((level) => attachedTo(level).map((id) => documentCalled(world, id)));
};

/** The ids of the policies that are attached to a root, unit or account. */
export const attachedTo = (
  target: { readonly serviceControlPolicies?: readonly string[] | undefined } | undefined,
): readonly string[] => target?.serviceControlPolicies ?? [fullAccessPolicy.id];

const documentCalled = ({ policies }: WorldState, id: string): PolicyDocument => {
  const policy = policies.get(id);
  if (!policy) throw new Error(`A policy ${id} is attached that the world does not have.`);
  return policy.document;
};
