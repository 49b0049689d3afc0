import { type Operation, ok, refuse } from '../../operation.ts';
import { removeOrganization } from '../../world/organizations.ts';
import { leaveUnit } from '../../world/place.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { closeHandshake, isOpen } from './handshakes.ts';
import { memberCalled } from './member-called.ts';
import { needsOn } from './organizations-needs.ts';

/** The management account is alone again; units, policies and open handshakes end with the organization. */
export const deleteOrganization: Operation = {
  name: 'DeleteOrganization',
  fields: [],
  authorize: managementOnly,
  needs: needsOn(),
  handle: (context) => {
    const { world, caller, now } = context;
    const { id } = organizationOf(context);
    const isCreating = [...world.creations.values()].some(({ state }) => state === 'IN_PROGRESS');
    if (world.members.length > 1 || isCreating) return refuse(notEmpty);
    for (const handshake of world.handshakes.values())
      if (handshake.from.organizationId === id && isOpen(handshake)) closeHandshake(world, handshake, 'CANCELED', now);
    leaveUnit(world, memberCalled(context, caller.accountId));
    removeOrganization(world);
    return ok();
  },
};

/** The sentence is that of the service model, not observed. */
const notEmpty = organizationsError(
  'OrganizationNotEmptyException',
  "The organization isn't empty. To delete an organization, you must first remove all accounts except the management account.",
);
