import type { AccountId } from '../contact/account-id.ts';
import { type Failure, ok, type Result } from '../failure/failure.ts';
import type { ListedAccount } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import type { Org } from '../org/org.ts';
import { unitsNamed } from '../org/unit-path.ts';
import type { Known, UnitStep } from '../selector/subject.ts';
import { observeUnits, type UnitsSought, type UnitTree } from './observe-units.ts';
import { runAll } from './run-all.ts';

/** Where the accounts of an organization are, and which units it has. */
export interface Places {
  readonly of: (account: ListedAccount) => Known<readonly UnitStep[]>;
  readonly units: Org['units'];
}

const unitsAtOnce = 16;

/**
 * Finds out where accounts are with the fewest calls. AWS gives each account the ids on its way down, so that names are asked for only on
 * the way to the units that are sought. The whole tree is walked where AWS does not, where all names are sought, and where one that is
 * sought is not found, since then only the whole tree shows what may have been meant.
 */
export const observePlaces = async (
  gateway: Gateway,
  accounts: readonly ListedAccount[],
  sought: UnitsSought,
): Promise<Result<Places>> => {
  const ways = accounts.flatMap(({ unitIds }) => (unitIds ? [unitIds] : []));
  if (sought !== 'all' && ways.length === accounts.length) {
    const tree = await observeUnits(gateway, rootsOf(ways), sought);
    const found = placesOnTheWay(ways, tree);
    if (found.units.kind === 'unreadable' || hasAll(found.units.value, sought)) return ok(found);
  }
  const roots = await listAll(gateway.listRoots);
  if (roots.kind === 'failed') return roots;
  const tree = await observeUnits(
    gateway,
    roots.value.map(({ id }) => id),
    'all',
  );
  return ok(placesInTree(tree, await observeParents(gateway, accounts, tree)));
};

const rootsOf = (ways: readonly (readonly string[])[]): readonly string[] => [
  ...new Set(ways.flatMap(([root]) => (root === undefined ? [] : [root]))),
];

const hasAll = (units: readonly UnitStep[], sought: readonly string[]): boolean =>
  sought.every((name) => unitsNamed(units, name).length > 0);

/** Every step has its id; only those that were looked at have their path too. */
const placesOnTheWay = (ways: readonly (readonly string[])[], { chains, failures }: UnitTree): Places => {
  const stepTo = (id: string): UnitStep => chains.get(id)?.at(-1) ?? { id, path: null };
  const ids = new Set([...chains.keys(), ...ways.flat()]);
  return {
    of: ({ unitIds = [] }) => {
      // Below a unit whose children could not be read, what is missing is a name that might have matched.
      const hole = unitIds.slice(0, -1).find((id) => failures.has(id));
      return known(unitIds.map(stepTo), hole === undefined ? undefined : failures.get(hole));
    },
    units: known([...ids].map(stepTo), firstOf(failures)),
  };
};

const placesInTree = ({ chains, failures }: UnitTree, parents: ReadonlyMap<AccountId, string>): Places => ({
  of: ({ id, unitIds }) => {
    const chain = chains.get(unitIds?.at(-1) ?? parents.get(id) ?? '');
    return known(chain ?? [], chain ? undefined : (firstOf(failures) ?? notFound));
  },
  units: known(
    [...chains.values()].flatMap((chain) => chain.slice(-1)),
    firstOf(failures),
  ),
});

const known = <Value>(value: Value, failure: Failure | undefined): Known<Value> =>
  failure ? { kind: 'unreadable', failure } : { kind: 'known', value };

const firstOf = (failures: UnitTree['failures']): Failure | undefined => [...failures.values()][0];

/** Which unit each account is in, where AWS does not say it with the account itself: one listing for each unit. */
const observeParents = async (
  gateway: Gateway,
  accounts: readonly ListedAccount[],
  { chains }: UnitTree,
): Promise<ReadonlyMap<AccountId, string>> => {
  if (accounts.every(({ unitIds }) => unitIds !== undefined)) return new Map();
  const inUnits = await runAll([...chains.keys()], unitsAtOnce, async (unitId) => {
    const inside = await listAll((token) => gateway.listAccountsIn(unitId, token));
    return inside.kind === 'ok' ? inside.value.map((id) => [id, unitId] as const) : [];
  });
  return new Map(inUnits.flat());
};

const notFound: Failure = {
  kind: 'other',
  operation: 'organizations:ListAccountsForParent',
  code: 'NotFound',
  message: 'The account was in none of the units that could be read; it may have moved meanwhile.',
};
