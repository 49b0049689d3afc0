import { parsePolicyDocument } from '../iam/parse-policy-document.ts';
import { fullAccessPolicy } from './held-policy.ts';
import type { World } from './world-file.ts';

/** What holds for service control policies in every world: each is one, has its own id, and what is attached is there. */
export const policyFaults = (world: World): readonly string[] => [...ownFaults(world), ...attachmentFaults(world)];

const ownFaults = ({ organization }: World): readonly string[] => {
  const seen = new Set([fullAccessPolicy.id]);
  const { featureSet = 'ALL', policyTypes = [], policies = [] } = organization ?? {};
  const isTooEarly = policyTypes.length > 0 && featureSet !== 'ALL';
  return [
    ...(isTooEarly ? ['organization.policyTypes: service control policies need all features'] : []),
    ...policies.flatMap(({ id, content }, index) => {
      const place = `organization.policies.${index}`;
      const read = parsePolicyDocument(content);
      const isTwice = seen.has(id);
      seen.add(id);
      return [
        ...(isTwice ? [`${place}.id: ${id} is there already`] : []),
        ...(read.kind === 'malformed' ? [`${place}.content: ${read.because}`] : []),
      ];
    }),
  ];
};

const attachmentFaults = ({ organization, units, accounts }: World): readonly string[] => {
  const known = new Set([fullAccessPolicy.id, ...(organization?.policies ?? []).map(({ id }) => id)]);
  const isEnabled = organization?.policyTypes.includes('SERVICE_CONTROL_POLICY') === true;
  const targets = [
    ...units.map((unit, index) => ({ ...unit, place: `units.${index}`, isInside: true })),
    ...accounts.map((each, index) => ({ ...each, place: `accounts.${index}`, isInside: each.parent !== undefined })),
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
