import { type Operation, ok } from '../../operation.ts';
import { accountAccess } from './account-access.ts';
import { memberIdField } from './primary-email.ts';
import { targetOf } from './reach-account.ts';

/** For the organization context only; the words to the management account that names itself were observed on live AWS. */
export const getPrimaryEmail: Operation = {
  ...accountAccess('GetPrimaryEmail', { managementNamed: 'Access Denied' }),
  fields: [memberIdField],
  handle: (context) => ok({ PrimaryEmail: targetOf(context).email }),
};
