import { unitOf } from '../org/org.ts';
import type { AccountResolution } from '../resolve/resolution.ts';

/** The paths of the units that accounts are in, by the ids of the accounts, as far as they were read. Pure. */
export const unitPaths = (resolutions: readonly AccountResolution[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    resolutions.flatMap(({ account }) => {
      const path = unitOf(account)?.path ?? null;
      return path === null ? [] : [[account.id, path]];
    }),
  );
