import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { ok, type Result } from '../failure/failure.ts';
import type { ListedAccount } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import type { Org, OrgAccount } from '../org/org.ts';
import type { Known } from '../selector/subject.ts';
import { observePlaces } from './observe-places.ts';
import type { UnitsSought } from './observe-units.ts';
import { runAll } from './run-all.ts';

/** What to read besides the accounts, and whom to tell how far it is. */
export interface ObserveOrgOptions {
  /** Tags cost one call an account: only if a selector looks at them. */
  readonly tags: boolean;
  /** Which units have to be known by their path or to exist; all of them unless it says otherwise. Ids of units cost nothing. */
  readonly units?: UnitsSought;
  /** Told how many were read so far, and of how many where that is known. */
  readonly onProgress?: (step: 'accounts' | 'units' | 'tags', done: number, of?: number) => void;
}

const tagsAtOnce = 16;

/**
 * Reads the organization: its accounts with their state, their way down the units, and their tags if asked for. Fails where the accounts or
 * the roots cannot be listed; tags and units that cannot be read are marked as such.
 *
 * @example
 * ```ts
 * import { type Caller, type Gateway, needsOf, observeOrg, type Org, type Policy, type Result } from 'orgcontacts';
 *
 * const readFor = (policy: Policy, gateway: Gateway, caller: Caller): Promise<Result<Org>> =>
 *   observeOrg(gateway, caller, needsOf(policy));
 * ```
 */
export const observeOrg = async (
  gateway: Gateway,
  caller: Caller,
  options: ObserveOrgOptions,
): Promise<Result<Org>> => {
  const listed = await listAll(gateway.listAccounts, (soFar) => options.onProgress?.('accounts', soFar));
  return listed.kind === 'failed' ? listed : completeOrg(gateway, caller, listed.value, options);
};

/** Reads what belongs to accounts that were listed: their way down the units, and their tags if asked for. */
export const completeOrg = async (
  gateway: Gateway,
  caller: Caller,
  listed: readonly ListedAccount[],
  { tags, units = 'all', onProgress = () => {} }: ObserveOrgOptions,
): Promise<Result<Org>> => {
  const places = await observePlaces(gateway, listed, units);
  if (places.kind === 'failed') return places;
  if (places.value.units.kind === 'known') onProgress('units', places.value.units.value.length);
  let read = 0;
  const complete = async (account: ListedAccount): Promise<OrgAccount> => {
    const { id, name, email, state } = account;
    const known = tags ? await observeTags(gateway, id) : notAsked;
    if (tags) onProgress('tags', ++read, listed.length);
    const isManagement = id === caller.managementAccountId;
    return { id, name, email, state, isManagement, tags: known, units: places.value.of(account) };
  };
  const sorted = [...listed].sort((one, other) => (one.id < other.id ? -1 : 1));
  return ok({
    id: caller.organizationId,
    partition: caller.partition,
    managementAccountId: caller.managementAccountId,
    accounts: await runAll(sorted, tagsAtOnce, complete),
    units: places.value.units,
  });
};

const notAsked: Known<never> = {
  kind: 'unreadable',
  failure: {
    kind: 'other',
    operation: 'organizations:ListTagsForResource',
    code: 'NotAsked',
    message: 'Tags were not read, because nothing looked at them.',
  },
};

const observeTags = async (gateway: Gateway, id: AccountId): Promise<OrgAccount['tags']> => {
  const tags = await listAll((token) => gateway.listTags(id, token));
  return tags.kind === 'ok'
    ? { kind: 'known', value: Object.fromEntries(tags.value) }
    : { kind: 'unreadable', failure: tags.failure };
};
