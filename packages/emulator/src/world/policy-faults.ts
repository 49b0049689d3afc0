import { parsePolicyDocument } from '../iam/parse-policy-document.ts';
import { fullAccessPolicy } from './held-policy.ts';
import type { World, WorldAccount, WorldUnit } from './world-file.ts';

/** An organization of a world with its units, and where they stand. */
export interface OrganizationPlace {
  readonly organization: World['organization'];
  readonly units: readonly WorldUnit[];
  readonly place: string;
  readonly unitsPlace: string;
  readonly isFirst: boolean;
}

/** What holds for service control policies in every world: each is one, has its own id, and what is attached is there. */
export const policyFaults = (of: OrganizationPlace, accounts: readonly WorldAccount[]): readonly string[] => [
  ...ownFaults(of),
  ...attachmentFaults(of, accounts),
];

const ownFaults = ({ organization, place }: OrganizationPlace): readonly string[] => {
  const seen = new Set([fullAccessPolicy.id]);
  const { featureSet = 'ALL', policyTypes = [], policies = [] } = organization ?? {};
  const isTooEarly = policyTypes.length > 0 && featureSet !== 'ALL';
  return [
    ...(isTooEarly ? [`${place}.policyTypes: service control policies need all features`] : []),
    ...policies.flatMap(({ id, content }, index) => {
      const at = `${place}.policies.${index}`;
      const read = parsePolicyDocument(content);
      const isTwice = seen.has(id);
      seen.add(id);
      return [
        ...(isTwice ? [`${at}.id: ${id} is there already`] : []),
        ...(read.kind === 'malformed' ? [`${at}.content: ${read.because}`] : []),
      ];
    }),
  ];
};

/** The first organization answers for the accounts of none too. */
const attachmentFaults = (
  { organization, units, unitsPlace, isFirst }: OrganizationPlace,
  accounts: readonly WorldAccount[],
): readonly string[] => {
  const own = new Set(units.map(({ id }) => id));
  const known = new Set([fullAccessPolicy.id, ...(organization?.policies ?? []).map(({ id }) => id)]);
  const isEnabled = organization?.policyTypes.includes('SERVICE_CONTROL_POLICY') === true;
  const targets = [
    ...units.map((unit, index) => ({ ...unit, place: `${unitsPlace}.${index}`, isInside: true })),
    ...accounts
      .map((each, index) => ({ ...each, place: `accounts.${index}`, isInside: each.parent !== undefined }))
      .filter(({ parent }) => (parent === undefined ? isFirst : own.has(parent))),
  ];
  return targets.flatMap(({ serviceControlPolicies: attached, place, isInside }) => {
    if (!attached) return [];
    const at = `${place}.serviceControlPolicies`;
    if (!isInside) return [`${at}: policies are attached to accounts of the organization only`];
    if (!isEnabled) return [`${at}: service control policies are not enabled in the root`];
    const isTwice = new Set(attached).size < attached.length;
    return [
      ...attached.filter((id) => !known.has(id)).map((id) => `${at}: there is no policy ${id}`),
      ...(isTwice ? [`${at}: a policy is attached once`] : []),
    ];
  });
};
