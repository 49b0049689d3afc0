import { type Operation, ok, refuse } from '../../operation.ts';
import { memberOf } from '../../world/world-state.ts';
import { managementOrDelegated, organizationsError } from './access.ts';
import { needsOn } from './organizations-needs.ts';
import { accountShape } from './shapes.ts';

/** The member that names an account. */
export const accountIdField = { name: 'AccountId', type: 'string', required: true, pattern: '\\d{12}' } as const;

export const accountNotFound = organizationsError(
  'AccountNotFoundException',
  "You specified an account that doesn't exist.",
);

export const describeAccount: Operation = {
  name: 'DescribeAccount',
  fields: [accountIdField],
  authorize: managementOrDelegated,
  needs: needsOn('AccountId'),
  handle: (context) => {
    const account = memberOf(context.world, String(context.input['AccountId']));
    return account ? ok({ Account: accountShape(context, account) }) : refuse(accountNotFound);
  },
};
