import type { World } from './world-file.ts';

/** What holds in every world: ids are unique, parents come first, and who is named exists. Lists what does not hold. */
export const faultIn = (world: World): readonly string[] => {
  const accounts = new Map(world.accounts.map((account) => [account.id, account]));
  const seen = new Set<string>();
  const units = world.units.flatMap(({ id, parent }, index) => {
    const problems = [
      ...(seen.has(id) ? [`units.${index}.id: ${id} stands here twice`] : []),
      ...(parent !== undefined && !seen.has(parent)
        ? [`units.${index}.parent: ${parent} has to stand before its children`]
        : []),
      ...(parent === undefined && index > 0 ? [`units.${index}: only the first unit, the root, has no parent`] : []),
    ];
    seen.add(id);
    return problems;
  });
  return [...units, ...accountFaults(world, seen), ...organizationFaults(world, accounts)];
};

const accountFaults = ({ accounts, organization }: World, units: ReadonlySet<string>): readonly string[] => {
  const seen = new Set<string>();
  return accounts.flatMap(({ id, parent }, index) => {
    const isTwice = seen.has(id);
    seen.add(id);
    return [
      ...(isTwice ? [`accounts.${index}.id: ${id} stands here twice`] : []),
      ...(parent !== undefined && !units.has(parent) ? [`accounts.${index}.parent: there is no unit ${parent}`] : []),
      ...(parent !== undefined && !organization ? [`accounts.${index}.parent: there is no organization to be in`] : []),
    ];
  });
};

const organizationFaults = (
  { organization, defaultAccountId }: World,
  accounts: ReadonlyMap<string, World['accounts'][number]>,
): readonly string[] => {
  const isMember = (id: string) => accounts.get(id)?.parent !== undefined;
  const members = organization
    ? [organization.managementAccountId, ...organization.delegatedAdministrators.map(({ accountId }) => accountId)]
    : [];
  return [
    ...members.filter((id) => !isMember(id)).map((id) => `organization: the account ${id} is not in any unit`),
    ...(defaultAccountId !== undefined && !accounts.has(defaultAccountId)
      ? [`defaultAccountId: there is no account ${defaultAccountId}`]
      : []),
  ];
};
