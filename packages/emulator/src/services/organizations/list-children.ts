import type { Operation } from '../../operation.ts';
import { childrenOf } from '../../world/world-state.ts';
import { managementOrDelegated } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { parentField, withParent } from './parent-field.ts';

/** Lists what is directly in a unit, by ids: its accounts or its units. */
export const listChildren: Operation = {
  name: 'ListChildren',
  fields: [
    parentField,
    { name: 'ChildType', type: 'string', required: true, values: ['ACCOUNT', 'ORGANIZATIONAL_UNIT'] },
    ...pageFields,
  ],
  authorize: managementOrDelegated,
  needs: needsOn('ParentId'),
  handle: (context) =>
    withParent(context, (parent) => {
      const { ChildType: Type } = context.input;
      const { accounts, units } = childrenOf(context.world, parent);
      return pageOf(context, 'Children', Type === 'ACCOUNT' ? accounts : units, (Id) => ({ Id, Type }));
    }),
};
