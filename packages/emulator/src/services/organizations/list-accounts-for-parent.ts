import type { Operation } from '../../operation.ts';
import { childrenOf } from '../../world/world-state.ts';
import { managementOrDelegated } from './access.ts';
import { memberCalled } from './member-called.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { parentField, withParent } from './parent-field.ts';
import { accountShape } from './shapes.ts';

/** Lists the accounts directly in a unit, not those of the units below. */
export const listAccountsForParent: Operation = {
  name: 'ListAccountsForParent',
  fields: [parentField, ...pageFields],
  authorize: managementOrDelegated,
  needs: needsOn('ParentId'),
  handle: (context) =>
    withParent(context, (parent) =>
      pageOf(context, 'Accounts', childrenOf(context.world, parent).accounts, (id) =>
        accountShape(context, memberCalled(context, id)),
      ),
    ),
};
