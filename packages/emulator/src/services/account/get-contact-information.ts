import { type Operation, ok, refuse } from '../../operation.ts';
import { accountAccess } from './account-access.ts';
import { notFound } from './account-errors.ts';
import { phoneStatusOf } from './phone-verification.ts';
import { accountIdField, targetOf } from './reach-account.ts';

export const getContactInformation: Operation = {
  ...accountAccess('GetContactInformation'),
  fields: [accountIdField],
  handle: (context) => {
    const account = targetOf(context);
    return account.primaryContact
      ? ok({ ContactInformation: { ...account.primaryContact }, VerificationStatus: phoneStatusOf(context, account) })
      : refuse(noPrimaryContact);
  },
};

/** Not observed: every account of AWS has a primary contact. */
const noPrimaryContact = notFound('No contact information found for the account.');
