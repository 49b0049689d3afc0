import { type Operation, ok, refuse } from '../../operation.ts';
import { memberOf } from '../../world/world-state.ts';
import { managementOnly } from './access.ts';
import { depart, departureProblem } from './departure.ts';
import { accountIdField, accountNotFound } from './describe-account.ts';
import { needsOn } from './organizations-needs.ts';

/** The account becomes a standalone one. */
export const removeAccountFromOrganization: Operation = {
  name: 'RemoveAccountFromOrganization',
  fields: [accountIdField],
  authorize: managementOnly,
  needs: needsOn('AccountId'),
  handle: (context) => {
    const account = memberOf(context.world, String(context.input['AccountId']));
    if (!account) return refuse(accountNotFound);
    const problem = departureProblem(context, account);
    if (problem) return refuse(problem);
    depart(context, account, 'Removed');
    return ok();
  },
};
