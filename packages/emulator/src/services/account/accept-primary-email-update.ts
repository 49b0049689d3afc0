import { type Operation, ok, refuse } from '../../operation.ts';
import { isEmailInUse } from '../../world/email-in-use.ts';
import { invalid, notFound } from './account-errors.ts';
import { emailUpdateAccess, memberIdField, otpField, primaryEmailField } from './primary-email.ts';
import { targetOf } from './reach-account.ts';
import { emailInUse } from './start-primary-email-update.ts';

/** With the code the new address holds at once. None of the refusals was observed. */
export const acceptPrimaryEmailUpdate: Operation = {
  ...emailUpdateAccess('AcceptPrimaryEmailUpdate'),
  fields: [memberIdField, primaryEmailField, otpField],
  handle: (context) => {
    const account = targetOf(context);
    const update = account.primaryEmailUpdate;
    const { PrimaryEmail, Otp } = context.input;
    if (update?.status !== 'PENDING' || update.email !== PrimaryEmail) return refuse(noUpdate);
    if (update.otp !== Otp) return refuse(wrongCode);
    if (isEmailInUse(context.world, update.email)) return refuse(emailInUse);
    account.email = update.email;
    account.primaryEmailUpdate = {
      ...update,
      status: context.behaviour.primaryEmailUpdateEnd === 'completed' ? 'COMPLETED' : 'ACCEPTED',
      updatedAt: new Date(context.now).toISOString(),
    };
    return ok({ Status: 'ACCEPTED' });
  },
};

const noUpdate = notFound('No primary email update to this email address is pending for the account.');

const wrongCode = invalid('The one-time passcode is incorrect.');
