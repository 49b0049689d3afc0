import { type Context, type Operation, ok } from '../../operation.ts';
import { addOrganization } from '../../world/organizations.ts';
import { joinUnit } from '../../world/place.ts';
import { type Organization, organizationsError } from './access.ts';
import { newId } from './new-id.ts';
import { organizationShape } from './organization-shape.ts';
import { needsOn } from './organizations-needs.ts';
import { serviceControl } from './policy-type.ts';

/** The caller's account becomes the management account; nothing is trusted and nobody delegated yet. */
export const createOrganization: Operation = {
  name: 'CreateOrganization',
  fields: [{ name: 'FeatureSet', type: 'string', values: ['ALL', 'CONSOLIDATED_BILLING'] }],
  authorize: ({ world }) =>
    world.organization === undefined
      ? undefined
      : organizationsError('AlreadyInOrganizationException', 'The AWS account is already a member of an organization.'),
  needs: needsOn(),
  handle: (context) => {
    const { world, caller, input } = context;
    const account = world.accounts.get(caller.accountId);
    if (!account) throw new Error(`The world has no account ${caller.accountId}.`);
    const root = newId(world, 'r-', 4);
    const featureSet = input['FeatureSet'] === 'CONSOLIDATED_BILLING' ? 'CONSOLIDATED_BILLING' : 'ALL';
    const isEnabledAtOnce = featureSet === 'ALL' && context.behaviour.newOrganizationPolicyTypes === 'service-control';
    const organization: Organization = {
      id: newId(world, 'o-', 10),
      featureSet,
      managementAccountId: account.id,
      trustedServices: [],
      delegatedAdministrators: [],
      policyTypes: isEnabledAtOnce ? [serviceControl] : [],
      policies: [],
      accountQuota: usualQuota,
    };
    const seat = addOrganization(world, organization, [{ id: root, name: 'Root', tags: {} }]);
    joinUnit(seat, account, root);
    if (context.behaviour.foundingEvent === 'joined') tellFounding(context, organization);
    return ok({ Organization: organizationShape({ ...context, world: seat }, organization) });
  },
};

const tellFounding = ({ world, now }: Context, { id, managementAccountId }: Organization): void => {
  world.happenings.push({
    kind: 'account-joined',
    at: now,
    organizationId: id,
    managementAccountId,
    accountId: managementAccountId,
    method: 'Created',
  });
};

/** So many accounts has an organization that did not ask for more (AWS docs: Organizations quotas). */
const usualQuota = 10;
