import type { WorldCreation } from './organization-file.ts';
import { accessRole, defaultRoleName } from './roles-of.ts';
import type { WorldAccount } from './world-file.ts';
import type { WorldState } from './world-state.ts';

/** The account that a creation of the organization comes to: it lands in the root (AWS service model). */
export const newAccount = (
  world: WorldState,
  creation: WorldCreation & { readonly accountId: string },
): WorldAccount => ({
  id: creation.accountId,
  name: creation.name,
  email: creation.email,
  state: 'ACTIVE',
  joinedMethod: 'CREATED',
  joinedAt: creation.endsAt,
  parent: [...world.units.keys()][0],
  tags: { ...creation.tags },
  contacts: {},
  ...inherited(world, creation),
});

/**
 * What a new account has from its management account: the primary contact under its own name, but not the alternate ones (observed on
 * live AWS), and the role to reach it by.
 */
const inherited = (
  { organization, accounts }: WorldState,
  { name, roleName = defaultRoleName }: WorldCreation,
): Pick<WorldAccount, 'primaryContact' | 'roles'> => {
  const management = accounts.get(organization?.managementAccountId ?? '');
  return {
    ...(management?.primaryContact && { primaryContact: { ...management.primaryContact, FullName: name } }),
    ...(management && roleName !== defaultRoleName && { roles: [accessRole(roleName, management.id)] }),
  };
};
