import type { Operation } from '../../operation.ts';
import { managementOrDelegated, organizationOf } from './access.ts';
import { pageFields, pageOf } from './page.ts';
import { arnOf } from './shapes.ts';

export const listRoots: Operation = {
  name: 'ListRoots',
  fields: pageFields,
  authorize: managementOrDelegated,
  handle: (context) => {
    const roots = [...context.world.units.values()].slice(0, 1);
    return pageOf(context, 'Roots', roots, ({ id, name }) => ({
      Id: id,
      Arn: arnOf(organizationOf(context), 'root', id),
      Name: name,
      PolicyTypes: [],
    }));
  },
};
