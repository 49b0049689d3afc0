import { holdPolicy } from './held-policy.ts';
import { addUnit } from './place.ts';
import type { World, WorldUnit } from './world-file.ts';
import { seatIn, type WorldState } from './world-state.ts';

/** Adds an organization with its units, and gives the world as it sees it. */
export const addOrganization = (
  world: WorldState,
  organization: NonNullable<World['organization']>,
  units: readonly WorldUnit[],
): WorldState => {
  const seat = seatIn(world, organization);
  world.organizations.set(organization.id, seat);
  for (const policy of organization.policies) seat.policies.set(policy.id, holdPolicy(organization, policy));
  for (const creation of organization.creations ?? []) seat.creations.set(creation.id, creation);
  for (const unit of units) addUnit(seat, unit);
  return seat;
};

/** Ends an organization that nobody is in any more: its units, policies and creations end with it. */
export const removeOrganization = (world: WorldState): void => {
  for (const unit of world.units.keys()) world.homes.delete(unit);
  world.organizations.delete(world.organization?.id ?? '');
};
