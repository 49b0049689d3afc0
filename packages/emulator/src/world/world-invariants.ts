import { policyFaults } from './policy-faults.ts';
import { optInRegions } from './region.ts';
import type { World, WorldAccount } from './world-file.ts';

/** What holds in every world: ids are unique and fit, parents come first, and who is named exists. Lists what does not hold. */
export const faultIn = (world: World): readonly string[] => {
  const accounts = new Map(world.accounts.map((account) => [account.id, account]));
  const seen = new Set<string>();
  const units = world.units.flatMap(({ id, parent }, index) => {
    const problems = [
      ...(seen.has(id) ? [`units.${index}.id: ${id} stands here twice`] : []),
      ...(parent !== undefined && !seen.has(parent)
        ? [`units.${index}.parent: ${parent} has to stand before its children`]
        : []),
      ...(parent === undefined && index === 0 && !id.startsWith('r-')
        ? [`units.0.id: ${id} cannot be the id of the root`]
        : []),
      ...(parent !== undefined && id.startsWith('r-')
        ? [`units.${index}.id: ${id} is the id of a root, and has a parent`]
        : []),
      ...(parent === undefined && index > 0 ? [`units.${index}: only the first unit, the root, has no parent`] : []),
    ];
    seen.add(id);
    return problems;
  });
  const homeless = world.units.length > 0 && !world.organization;
  const ownerless = homeless ? ['units: there is no organization that they belong to'] : [];
  return [
    ...units,
    ...ownerless,
    ...accountFaults(world, seen),
    ...organizationFaults(world, accounts),
    ...policyFaults(world),
  ];
};

const accountFaults = ({ accounts, organization }: World, units: ReadonlySet<string>): readonly string[] => {
  const seen = new Set<string>();
  return accounts.flatMap((account, index) => {
    const { id, parent } = account;
    const isTwice = seen.has(id);
    seen.add(id);
    return [
      ...(isTwice ? [`accounts.${index}.id: ${id} stands here twice`] : []),
      ...(parent !== undefined && !units.has(parent) ? [`accounts.${index}.parent: there is no unit ${parent}`] : []),
      ...(parent !== undefined && !organization ? [`accounts.${index}.parent: there is no organization to be in`] : []),
      ...regionFaults(account, index),
    ];
  });
};

/** Only Regions that can be switched stand in an account, and what is on its way says until when. */
const regionFaults = ({ regions = {} }: WorldAccount, index: number): readonly string[] =>
  Object.entries(regions).flatMap(([name, { status, until }]) => {
    const place = `accounts.${index}.regions.${name}`;
    if (!optInRegions.some((region) => region === name)) return [`${place}: it is no opt-in Region`];
    if (status === 'ENABLED_BY_DEFAULT') return [`${place}.status: an opt-in Region is not enabled by default`];
    const isChanging = status === 'ENABLING' || status === 'DISABLING';
    return isChanging === (until !== undefined)
      ? []
      : [`${place}.until: it is there when the status is ENABLING or DISABLING, and only then`];
  });

const organizationFaults = (
  { organization, defaultAccountId }: World,
  accounts: ReadonlyMap<string, World['accounts'][number]>,
): readonly string[] => {
  const isMember = (id: string) => accounts.get(id)?.parent !== undefined;
  const members = organization
    ? [organization.managementAccountId, ...organization.delegatedAdministrators.map(({ accountId }) => accountId)]
    : [];
  const isOwnDelegate = organization?.delegatedAdministrators.some(
    ({ accountId }) => accountId === organization.managementAccountId,
  );
  return [
    ...(isOwnDelegate ? ['organization: the management account cannot be a delegated administrator'] : []),
    ...members.filter((id) => !isMember(id)).map((id) => `organization: the account ${id} is not in any unit`),
    ...(defaultAccountId !== undefined && !accounts.has(defaultAccountId)
      ? [`defaultAccountId: there is no account ${defaultAccountId}`]
      : []),
  ];
};
