import type { Operation } from '../../operation.ts';
import { childrenOf } from '../../world/world-state.ts';
import { managementOrDelegated } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { parentField, withParent } from './parent-field.ts';
import { unitShape } from './shapes.ts';

export const listOrganizationalUnitsForParent: Operation = {
  name: 'ListOrganizationalUnitsForParent',
  fields: [parentField, ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn('ParentId'),
  handle: (context) =>
    withParent(context, (parent) => {
      const units = childrenOf(context.world, parent).units.flatMap((id) => context.world.units.get(id) ?? []);
      return pageOf(context, 'OrganizationalUnits', units, (unit) => unitShape(context, unit));
    }),
};
