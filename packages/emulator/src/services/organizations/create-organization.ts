import { type Operation, ok, refuse } from '../../operation.ts';
import { addUnit } from '../../world/world-state.ts';
import { organizationsError } from './access.ts';
import { newId } from './new-id.ts';
import { organizationShape } from './organization-shape.ts';
import { needsOn } from './organizations-needs.ts';
import { serviceControl } from './policy-type.ts';

/** The caller's account becomes the management account; nothing is trusted and nobody delegated yet. */
export const createOrganization: Operation = {
  name: 'CreateOrganization',
  fields: [{ name: 'FeatureSet', type: 'string', values: ['ALL', 'CONSOLIDATED_BILLING'] }],
  authorize: ({ world, caller }) =>
    world.accounts.get(caller.accountId)?.parent === undefined
      ? undefined
      : organizationsError('AlreadyInOrganizationException', 'The AWS account is already a member of an organization.'),
  needs: needsOn(),
  handle: (context) => {
    const { world, caller, input } = context;
    if (world.organization) {
      return refuse(
        organizationsError(
          'ConstraintViolationException',
          'This world holds one organization, and it has one already.',
        ),
      );
    }
    const account = world.accounts.get(caller.accountId);
    if (!account) throw new Error(`The world has no account ${caller.accountId}.`);
    const root = newId(world, 'r-', 4);
    const featureSet = input['FeatureSet'] === 'CONSOLIDATED_BILLING' ? 'CONSOLIDATED_BILLING' : 'ALL';
    const isEnabledAtOnce = featureSet === 'ALL' && context.behaviour.newOrganizationPolicyTypes === 'service-control';
    world.organization = {
      id: newId(world, 'o-', 10),
      featureSet,
      managementAccountId: account.id,
      trustedServices: [],
      delegatedAdministrators: [],
      policyTypes: isEnabledAtOnce ? [serviceControl] : [],
      policies: [],
    };
    addUnit(world, { id: root, name: 'Root', tags: {} });
    world.children.get(root)?.accounts.push(account.id);
    world.members.push(account.id);
    account.parent = root;
    return ok({ Organization: organizationShape(context, world.organization) });
  },
};
