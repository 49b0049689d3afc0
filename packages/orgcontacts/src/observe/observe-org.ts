import type { Caller } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { type Failure, ok, type Result } from '../failure/failure.ts';
import type { ListedAccount } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import type { Org, OrgAccount } from '../org/org.ts';
import type { Known, UnitStep } from '../selector/subject.ts';
import { observeUnits, type UnitTree } from './observe-units.ts';
import { runAll } from './run-all.ts';

/** What to read besides the accounts, and whom to tell how far it is. */
export interface ObserveOrgOptions {
  /** Tags cost one call an account: only if a selector looks at them. */
  readonly tags: boolean;
  readonly onProgress?: (step: 'accounts' | 'units' | 'tags', done: number, of?: number) => void;
}

const tagsAtOnce = 16;

/** Reads the organization: its accounts with their state, their way down the units, and their tags if asked for. */
export const observeOrg = async (
  gateway: Gateway,
  caller: Caller,
  options: ObserveOrgOptions,
): Promise<Result<Org>> => {
  const progress = options.onProgress ?? (() => {});
  const listed = await listAll(gateway.listAccounts, (soFar) => progress('accounts', soFar));
  if (listed.kind === 'failed') return listed;
  const tree = await observeUnits(gateway);
  if (tree.kind === 'failed') return tree;
  progress('units', tree.value.chains.size);
  const parents = await observeParents(gateway, listed.value, tree.value);
  const sorted = [...listed.value].sort((one, other) => (one.id < other.id ? -1 : 1));
  let read = 0;
  const accounts = await runAll(sorted, tagsAtOnce, async (account): Promise<OrgAccount> => {
    const tags = options.tags ? await observeTags(gateway, account.id) : notAsked;
    if (options.tags) progress('tags', ++read, sorted.length);
    const { id, name, email, state } = account;
    return { id, name, email, state, tags, units: chainOf(account, parents, tree.value) };
  });
  return ok({
    id: caller.organizationId,
    partition: caller.partition,
    managementAccountId: caller.managementAccountId,
    accounts,
    units: allUnits(tree.value),
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

/** Which unit each account is in, where AWS does not say it with the account itself: one listing for each unit. */
const observeParents = async (
  gateway: Gateway,
  accounts: readonly ListedAccount[],
  { chains }: UnitTree,
): Promise<ReadonlyMap<AccountId, string>> => {
  if (accounts.every(({ unitIds }) => unitIds !== undefined)) return new Map();
  const inUnits = await runAll([...chains.keys()], tagsAtOnce, async (unitId) => {
    const inside = await listAll((token) => gateway.listAccountsIn(unitId, token));
    return inside.kind === 'ok' ? inside.value.map((id) => [id, unitId] as const) : [];
  });
  return new Map(inUnits.flat());
};

const chainOf = (
  { id, unitIds }: ListedAccount,
  parents: ReadonlyMap<AccountId, string>,
  tree: UnitTree,
): Known<readonly UnitStep[]> => {
  const parent = unitIds?.at(-1) ?? parents.get(id);
  const chain = parent === undefined ? undefined : tree.chains.get(parent);
  return chain ? { kind: 'known', value: chain } : { kind: 'unreadable', failure: tree.failures[0] ?? notFound };
};

const notFound: Failure = {
  kind: 'other',
  operation: 'organizations:ListAccountsForParent',
  code: 'NotFound',
  message: 'The account was in none of the units that could be read; it may have moved meanwhile.',
};

const allUnits = ({ chains, failures }: UnitTree): Org['units'] => {
  const [failure] = failures;
  return failure
    ? { kind: 'unreadable', failure }
    : { kind: 'known', value: [...chains.values()].flatMap((chain) => chain.slice(-1)) };
};
