import type { Failure } from '../failure/failure.ts';
import type { ListedUnit } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import { childPath, leadsTo, rootPath } from '../org/unit-path.ts';
import type { UnitStep } from '../selector/subject.ts';
import { runAll } from './run-all.ts';

/** The tree of units as far as it was read: the steps from the root down to each unit, by its id. */
export interface UnitTree {
  readonly chains: ReadonlyMap<string, readonly UnitStep[]>;
  /** Units whose children could not be read: holes in the tree. */
  readonly failures: ReadonlyMap<string, Failure>;
}

/** Which units are looked for: all of them, or only those of these paths. */
export type UnitsSought = 'all' | readonly string[];

/** How many units are asked for their children at once; the quotas decide the rest. */
const atOnce = 8;

/**
 * Walks the units from the roots down, level by level, and only into those that lead to a unit that is sought. A unit whose children
 * cannot be read leaves a hole, not an end.
 */
export const observeUnits = async (
  gateway: Gateway,
  rootIds: readonly string[],
  sought: UnitsSought,
): Promise<UnitTree> => {
  const chains = new Map<string, readonly UnitStep[]>();
  const failures = new Map<string, Failure>();
  let level = rootIds.map((id): readonly UnitStep[] => [{ id, path: rootPath }]);
  while (level.length > 0) {
    const children = await runAll(level, atOnce, async (chain) => {
      const unit = chain.at(-1);
      if (!unit) return [];
      chains.set(unit.id, chain);
      if (!isOnTheWay(unit, sought)) return [];
      const below = await listAll((token) => gateway.listUnits(unit.id, token));
      if (below.kind === 'failed') failures.set(unit.id, below.failure);
      return below.kind === 'ok' ? below.value.map((child) => stepInto(chain, unit, child)) : [];
    });
    level = children.flat();
  }
  return { chains, failures };
};

const isOnTheWay = ({ path }: UnitStep, sought: UnitsSought): boolean =>
  sought === 'all' || sought.some((wanted) => path !== null && leadsTo(path, wanted));

const stepInto = (chain: readonly UnitStep[], parent: UnitStep, { id, name }: ListedUnit): readonly UnitStep[] => [
  ...chain,
  { id, path: childPath(parent.path ?? rootPath, name) },
];
