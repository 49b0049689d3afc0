import { type Operation, ok, refuse } from '../../operation.ts';
import { accountAccess } from './account-access.ts';
import { invalid } from './account-errors.ts';
import { accountIdField, targetOf } from './reach-account.ts';

/** Though documented for the organization context only, it answers in the standalone context too (observed on live AWS). */
export const getPrimaryEmailUpdateStatus: Operation = {
  ...accountAccess('GetPrimaryEmailUpdateStatus', { managementNamed: 'Access Denied' }),
  fields: [accountIdField],
  handle: (context) => {
    const update = targetOf(context).primaryEmailUpdate;
    return update
      ? ok({ Status: update.status, UpdatedAt: Date.parse(update.updatedAt) / 1000 })
      : refuse(noUpdateEver);
  },
};

/** Not a 404 (observed on live AWS). */
const noUpdateEver = invalid('No email update found for account');
