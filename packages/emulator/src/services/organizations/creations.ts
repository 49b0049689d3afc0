import type { Context } from '../../operation.ts';
import { accessRole, defaultRoleName } from '../../world/roles-of.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { addAccount, type Creation, type WorldState } from '../../world/world-state.ts';

/** How long a creation takes, in milliseconds: a duplicate address was told after about 2 s (observed on live AWS). */
export const creationTime = 2000;

/** Brings every creation to its end whose time has come: called before anything looks at the world. */
export const settleCreations = ({ world, now }: Pick<Context, 'world' | 'now'>): void => {
  for (const creation of world.creations.values()) {
    const isDue = creation.endsAt <= now && creation.failure === undefined;
    if (!isDue || creation.accountId === undefined || world.accounts.has(creation.accountId)) continue;
    addAccount(world, {
      id: creation.accountId,
      name: creation.name,
      email: creation.email,
      state: 'ACTIVE',
      joinedMethod: 'CREATED',
      joinedAt: new Date(creation.endsAt).toISOString(),
      parent: [...world.units.keys()][0],
      tags: { ...creation.tags },
      contacts: {},
      ...inherited(world, creation),
    });
  }
};

/**
 * What a new account has from its management account: the primary contact under its own name, but not the alternate ones (observed on
 * live AWS), and the role to reach it by.
 */
const inherited = (
  { organization, accounts }: WorldState,
  { name, roleName = defaultRoleName }: Creation,
): Pick<WorldAccount, 'primaryContact' | 'roles'> => {
  const management = accounts.get(organization?.managementAccountId ?? '');
  return {
    ...(management?.primaryContact && { primaryContact: { ...management.primaryContact, FullName: name } }),
    ...(management && roleName !== defaultRoleName && { roles: [accessRole(roleName, management.id)] }),
  };
};

/** How far a creation is. */
export const stateOf = ({ endsAt, failure }: Creation, now: number): 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' => {
  if (endsAt > now) return 'IN_PROGRESS';
  return failure === undefined ? 'SUCCEEDED' : 'FAILED';
};

/** A creation as Organizations shows it; the account and the end are told only when there are any. */
export const creationShape = (creation: Creation, now: number): Readonly<Record<string, unknown>> => {
  const state = stateOf(creation, now);
  return {
    Id: creation.id,
    AccountName: creation.name,
    State: state,
    RequestedTimestamp: creation.requestedAt / 1000,
    ...(state !== 'IN_PROGRESS' && { CompletedTimestamp: creation.endsAt / 1000 }),
    ...(state === 'SUCCEEDED' && { AccountId: creation.accountId }),
    ...(state === 'FAILED' && { FailureReason: creation.failure }),
  };
};
