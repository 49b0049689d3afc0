import { type Operation, ok, refuse } from '../../operation.ts';
import { removeUnit } from '../../world/place.ts';
import { childrenOf } from '../../world/world-state.ts';
import { managementOnly, organizationsError } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { unitIdField, withUnit } from './unit-field.ts';

/** A unit goes only when nothing is in it. */
export const deleteOrganizationalUnit: Operation = {
  name: 'DeleteOrganizationalUnit',
  fields: [unitIdField],
  authorize: managementOnly,
  needs: needsOn('OrganizationalUnitId'),
  handle: (context) =>
    withUnit(context, (unit) => {
      const { accounts, units } = childrenOf(context.world, unit.id);
      if (accounts.length + units.length > 0) return refuse(notEmpty);
      removeUnit(context.world, unit);
      return ok();
    }),
};

/** The sentence is that of the service model, not observed. */
const notEmpty = organizationsError(
  'OrganizationalUnitNotEmptyException',
  'The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.',
);
