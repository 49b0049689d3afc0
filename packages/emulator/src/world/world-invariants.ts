import { type OrganizationPlace, policyFaults } from './policy-faults.ts';
import { optInRegions } from './region.ts';
import { runningFaults } from './running-faults.ts';
import type { World, WorldAccount } from './world-file.ts';

/** What holds in every world: ids are unique and fit, parents come first, and who is named exists. Lists what does not hold. */
export const faultIn = (world: World): readonly string[] => {
  const accounts = new Map(world.accounts.map((account) => [account.id, account]));
  const seen = new Set<string>();
  const organizations = placesOf(world);
  const units = organizations.flatMap((each) => unitFaults(each, seen));
  const homeless = world.units.length > 0 && !world.organization;
  const ids = organizations.flatMap(({ organization }) => organization?.id ?? []);
  return [
    ...units,
    ...(homeless ? ['units: there is no organization that they belong to'] : []),
    ...(world.otherOrganizations && !world.organization ? ['otherOrganizations: the first one is organization'] : []),
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `otherOrganizations: ${id} stands there twice`),
    ...accountFaults(world, seen),
    ...organizations.flatMap((each) => organizationFaults(each, accounts)),
    ...(world.defaultAccountId !== undefined && !accounts.has(world.defaultAccountId)
      ? [`defaultAccountId: there is no account ${world.defaultAccountId}`]
      : []),
    ...organizations.flatMap((each) => policyFaults(each, world.accounts)),
    ...runningFaults(world, accounts),
  ];
};

/** Every organization with its units, and where it stands. */
const placesOf = ({ organization, units, otherOrganizations = [] }: World): readonly OrganizationPlace[] => [
  { organization, units, place: 'organization', unitsPlace: 'units', isFirst: true },
  ...otherOrganizations.map(({ units: own, ...other }, index) => ({
    organization: other,
    units: own,
    place: `otherOrganizations.${index}`,
    unitsPlace: `otherOrganizations.${index}.units`,
    isFirst: false,
  })),
];

const unitFaults = ({ units, unitsPlace }: OrganizationPlace, seen: Set<string>): readonly string[] => {
  const own = new Set<string>();
  return units.flatMap(({ id, parent }, index) => {
    const at = `${unitsPlace}.${index}`;
    const problems = [
      ...(seen.has(id) ? [`${at}.id: ${id} stands here twice`] : []),
      ...(parent !== undefined && !own.has(parent) ? [`${at}.parent: ${parent} has to stand before its children`] : []),
      ...(parent === undefined && index === 0 && !id.startsWith('r-')
        ? [`${at}.id: ${id} cannot be the id of the root`]
        : []),
      ...(parent !== undefined && id.startsWith('r-') ? [`${at}.id: ${id} is the id of a root, and has a parent`] : []),
      ...(parent === undefined && index > 0 ? [`${at}: only the first unit, the root, has no parent`] : []),
    ];
    seen.add(id);
    own.add(id);
    return problems;
  });
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
  { organization, units, place }: OrganizationPlace,
  accounts: ReadonlyMap<string, WorldAccount>,
): readonly string[] => {
  if (!organization) return [];
  const own = new Set(units.map(({ id }) => id));
  const { managementAccountId, delegatedAdministrators } = organization;
  const isMember = (id: string) => own.has(accounts.get(id)?.parent ?? '');
  const named = [managementAccountId, ...delegatedAdministrators.map(({ accountId }) => accountId)];
  const isOwnDelegate = delegatedAdministrators.some(({ accountId }) => accountId === managementAccountId);
  return [
    ...(isOwnDelegate ? [`${place}: the management account cannot be a delegated administrator`] : []),
    ...named.filter((id) => !isMember(id)).map((id) => `${place}: the account ${id} is not in any unit`),
  ];
};
