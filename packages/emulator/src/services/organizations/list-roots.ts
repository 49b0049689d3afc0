import type { Operation } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { rootShape } from './root-shape.ts';

export const listRoots: Operation = {
  name: 'ListRoots',
  fields: pageFields,
  authorize: managementOrDelegated,
  needs: needsOn(),
  handle: (context) => {
    const roots = [...context.world.units.values()].slice(0, 1);
    return pageOf(context, 'Roots', roots, (root) => rootShape(context, root));
  },
};
