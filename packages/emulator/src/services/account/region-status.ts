import { type RegionStatus, regions } from '../../world/region.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import type { WorldState } from '../../world/world-state.ts';

/** How a Region is in an account at a moment; undefined for a name that no Region has. */
export const regionStatusOf = (account: WorldAccount, name: string, now: number): RegionStatus | undefined => {
  const usual = regions.get(name);
  const changed = usual && account.regions?.[name];
  if (!changed) return usual;
  const isOver = changed.until !== undefined && Date.parse(changed.until) <= now;
  return isOver ? ends[changed.status] : changed.status;
};

/** What comes of a status whose time is over. */
const ends: Readonly<Record<RegionStatus, RegionStatus>> = {
  ENABLING: 'ENABLED',
  DISABLING: 'DISABLED',
  ENABLED: 'ENABLED',
  DISABLED: 'DISABLED',
  ENABLED_BY_DEFAULT: 'ENABLED_BY_DEFAULT',
};

/** How many Regions of an account are being enabled or disabled. */
export const changingRegions = (account: WorldAccount, now: number): number =>
  Object.keys(account.regions ?? {}).filter((name) => isChanging(regionStatusOf(account, name, now))).length;

/** Whether a Region is on its way. */
export const isChanging = (status: RegionStatus | undefined): boolean =>
  status === 'ENABLING' || status === 'DISABLING';

interface Settling {
  readonly world: Pick<WorldState, 'accounts'>;
  readonly now: number;
}

/** Writes down what has come to its end, for whoever reads the world itself; a Region that is as by default is not in it. */
export const settleRegions = ({ world, now }: Settling): void => {
  for (const account of world.accounts.values()) {
    if (!account.regions) continue;
    for (const name of Object.keys(account.regions)) {
      const status = regionStatusOf(account, name, now);
      if (status === 'ENABLED') account.regions[name] = { status };
      if (status === regions.get(name)) delete account.regions[name];
    }
    if (Object.keys(account.regions).length === 0) delete account.regions;
  }
};
