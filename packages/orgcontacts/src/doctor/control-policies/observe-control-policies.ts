import type { AccountId } from '../../contact/account-id.ts';
import { ok, type Result } from '../../failure/failure.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { listAll } from '../../gateway/list-all.ts';
import { type ControlPolicy, fullAccess, type PolicyLevel } from './control-policy.ts';

/** No unit is deeper than five below the root (AWS docs: Organizations quotas); more than so many steps is no tree. */
const mostSteps = 10;

/**
 * Reads the service control policies over an account, from the root down to the account itself. Fails as the first call that fails, since
 * half of them prove nothing.
 */
export const observeControlPolicies = async (
  gateway: Gateway,
  accountId: AccountId,
): Promise<Result<readonly PolicyLevel[]>> => {
  const way = await wayTo(gateway, accountId);
  if (way.kind === 'failed') return way;
  const documents = new Map<string, string>([[fullAccess.id, fullAccess.content]]);
  const levels: PolicyLevel[] = [];
  for (const targetId of [...way.value, accountId]) {
    const policies = await policiesOn(gateway, targetId, documents);
    if (policies.kind === 'failed') return policies;
    levels.push({ targetId, policies: policies.value });
  }
  return ok(levels);
};

/** The units from the root down to the account: AWS gives them with the account, or has to be asked for each parent. */
const wayTo = async (gateway: Gateway, accountId: AccountId): Promise<Result<readonly string[]>> => {
  const described = await gateway.describeAccount(accountId);
  if (described.kind === 'ok' && described.value?.unitIds) return ok(described.value.unitIds);
  const way: string[] = [];
  for (let child: string = accountId; way.length < mostSteps; ) {
    const parents = await listAll((token) => gateway.listParents(child, token));
    if (parents.kind === 'failed') return parents;
    const [parent] = parents.value;
    if (parent === undefined) return ok(way);
    way.unshift(parent);
    // The root has no parent, and AWS refuses to be asked for one.
    if (parent.startsWith('r-')) return ok(way);
    child = parent;
  }
  return ok(way);
};

const policiesOn = async (
  gateway: Gateway,
  targetId: string,
  documents: Map<string, string>,
): Promise<Result<readonly ControlPolicy[]>> => {
  const listed = await listAll((token) => gateway.listControlPolicies(targetId, token));
  if (listed.kind === 'failed') return listed;
  const policies: ControlPolicy[] = [];
  for (const { id, name } of listed.value) {
    const known = documents.get(id);
    const content = known === undefined ? await gateway.describeControlPolicy(id) : ok(known);
    if (content.kind === 'failed') return content;
    documents.set(id, content.value);
    policies.push({ id, name, content: content.value });
  }
  return ok(policies);
};
