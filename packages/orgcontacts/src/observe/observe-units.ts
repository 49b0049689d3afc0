import type { Failure } from '../failure/failure.ts';
import { ok, type Result } from '../failure/failure.ts';
import type { ListedUnit } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import { childPath, rootPath } from '../org/unit-path.ts';
import type { UnitStep } from '../selector/subject.ts';
import { runAll } from './run-all.ts';

/** The tree of units as far as it could be read: the steps from the root down to each unit, by its id. */
export interface UnitTree {
  readonly chains: ReadonlyMap<string, readonly UnitStep[]>;
  /** The failures that left holes in it. */
  readonly failures: readonly Failure[];
}

/** How many units are asked for their children at once; the quotas decide the rest. */
const atOnce = 8;

/** Walks the units from the root down, level by level. A unit whose children cannot be read leaves a hole, not an end. */
export const observeUnits = async (gateway: Gateway): Promise<Result<UnitTree>> => {
  const roots = await listAll(gateway.listRoots);
  if (roots.kind === 'failed') return roots;
  const chains = new Map<string, readonly UnitStep[]>();
  const failures: Failure[] = [];
  let level = roots.value.map(({ id }): readonly UnitStep[] => [{ id, path: rootPath }]);
  while (level.length > 0) {
    const children = await runAll(level, atOnce, async (chain) => {
      const parent = chain.at(-1);
      if (!parent) return [];
      chains.set(parent.id, chain);
      const units = await listAll((token) => gateway.listUnits(parent.id, token));
      if (units.kind === 'failed') failures.push(units.failure);
      return units.kind === 'ok' ? units.value.map((unit) => below(chain, parent, unit)) : [];
    });
    level = children.flat();
  }
  return ok({ chains, failures });
};

const below = (chain: readonly UnitStep[], parent: UnitStep, { id, name }: ListedUnit): readonly UnitStep[] => [
  ...chain,
  { id, path: childPath(parent.path, name) },
];
