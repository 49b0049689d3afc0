import { type Operation, ok, refuse } from '../../operation.ts';
import { accountAccess } from './account-access.ts';
import { conflict, notFound } from './account-errors.ts';
import { digits, newCode } from './one-time-code.ts';
import { phoneStatusOf } from './phone-verification.ts';
import { accountIdField, targetOf } from './reach-account.ts';

/** Sends a code to the phone number of the primary contact; a second one takes the place of the first. The refusals were not observed. */
export const sendPhoneNumberVerification: Operation = {
  ...accountAccess('SendPhoneNumberVerification'),
  fields: [accountIdField],
  handle: (context) => {
    const account = targetOf(context);
    const phoneNumber = account.primaryContact?.PhoneNumber;
    if (phoneNumber === undefined) return refuse(notFound('No contact information found for the account.'));
    const status = phoneStatusOf(context, account);
    if (status === 'VERIFIED') return refuse(conflict('The phone number is already verified.'));
    if (status === 'NOT_SUPPORTED')
      return refuse(conflict('Phone number verification is not available for the account.'));
    account.phoneVerification = {
      otp: newCode(context.world, account.id, digits),
      phoneNumber,
      sentAt: new Date(context.now).toISOString(),
    };
    return ok({ Status: 'PENDING' });
  },
};
