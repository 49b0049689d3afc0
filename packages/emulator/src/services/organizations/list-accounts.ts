import type { Operation } from '../../operation.ts';
import { managementOrDelegated } from './access.ts';
import { memberCalled } from './member-called.ts';
import { needsOn } from './organizations-needs.ts';
import { pageFields, pageOf } from './page.ts';
import { accountShape } from './shapes.ts';

export const listAccounts: Operation = {
  name: 'ListAccounts',
  fields: pageFields,
  authorize: managementOrDelegated,
  needs: needsOn(),
  handle: (context) =>
    pageOf(context, 'Accounts', context.world.members, (id) => accountShape(context, memberCalled(context, id))),
};
