import { type Operation, refuse } from '../../operation.ts';
import { memberOf } from '../../world/world-state.ts';
import { managementOrDelegated, organizationsError } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';

export const listParents: Operation = {
  name: 'ListParents',
  fields: [
    {
      name: 'ChildId',
      type: 'string',
      required: true,
      max: 100,
      pattern: '(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})',
    },
    ...pageFields,
  ],
  authorize: managementOrDelegated,
  needs: needsOn('ChildId'),
  handle: (context) => {
    const id = String(context.input['ChildId']);
    const parent = (memberOf(context.world, id) ?? context.world.units.get(id))?.parent;
    if (parent === undefined) {
      return refuse(organizationsError('ChildNotFoundException', "You specified a child that doesn't exist."));
    }
    return pageOf(context, 'Parents', [parent], (Id) => ({
      Id,
      Type: Id.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT',
    }));
  },
};
