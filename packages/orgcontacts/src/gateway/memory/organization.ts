import { ok } from '../../failure/failure.ts';
import type { ListedAccount, ListedUnit } from '../answers.ts';
import type { OrganizationGateway } from '../gateway.ts';
import type { Answer } from './answer.ts';
import type { MemoryAccount, MemoryUnit, MemoryWorld } from './memory-world.ts';
import { pageOf } from './page.ts';

/** The organization of a world in memory, one page a call. */
export const memoryOrganization = (world: MemoryWorld, answer: Answer): OrganizationGateway => ({
  describeOrganization: () =>
    answer('organizations:DescribeOrganization', '', () =>
      ok({
        id: world.organizationId,
        managementAccountId: world.managementAccountId,
        featureSet: world.featureSet ?? 'ALL',
      }),
    ),
  listAccounts: (token) =>
    answer('organizations:ListAccounts', '', () =>
      pageOf(
        [...world.accounts.values()].map((account) => listed(world, account)),
        token,
      ),
    ),
  describeAccount: (id) =>
    answer('organizations:DescribeAccount', id, () => {
      const account = world.accounts.get(id);
      return ok(account && listed(world, account));
    }),
  listRoots: (token) =>
    answer('organizations:ListRoots', '', () =>
      pageOf(world.units.filter((unit) => unit.parent === undefined).map(listedUnit), token),
    ),
  listUnits: (parentId, token) =>
    answer('organizations:ListOrganizationalUnitsForParent', parentId, () =>
      pageOf(world.units.filter((unit) => unit.parent === parentId).map(listedUnit), token),
    ),
  listAccountsIn: (parentId, token) =>
    answer('organizations:ListAccountsForParent', parentId, () =>
      pageOf(
        [...world.accounts.values()].filter(({ parent }) => parent === parentId).map(({ id }) => id),
        token,
      ),
    ),
  listParents: (childId, token) =>
    answer('organizations:ListParents', childId, () => {
      const parent = parentOf(world, childId);
      return pageOf(parent === undefined ? [] : [parent], token);
    }),
  listTags: (accountId, token) =>
    answer('organizations:ListTagsForResource', accountId, () =>
      pageOf(Object.entries(world.accounts.get(accountId)?.tags ?? {}), token),
    ),
});

const listed = (world: MemoryWorld, { id, name, email, state, parent }: MemoryAccount): ListedAccount => ({
  id,
  name,
  email,
  state,
  unitIds: pathTo(world.units, parent),
});

const parentOf = ({ accounts, units }: MemoryWorld, childId: string): string | undefined =>
  [...accounts.values(), ...units].find(({ id }) => id === childId)?.parent;

const pathTo = (units: readonly MemoryUnit[], id: string): readonly string[] => {
  const unit = units.find((each) => each.id === id);
  return unit?.parent === undefined ? [id] : [...pathTo(units, unit.parent), id];
};

const listedUnit = ({ id, name }: MemoryUnit): ListedUnit => ({ id, name });
