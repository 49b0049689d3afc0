import { type Context, type Operation, type Outcome, ok, refuse } from '../../operation.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { accountAccess } from './account-access.ts';
import { conflict, invalid, notFound } from './account-errors.ts';
import { isLive } from './phone-verification.ts';
import { otpField } from './primary-email.ts';
import { accountIdField, targetOf } from './reach-account.ts';

/** Compares the code with the one that was sent. That a changed number is a conflict is documented; the sentences were not observed. */
export const verifyPhoneNumber: Operation = {
  ...accountAccess('VerifyPhoneNumber'),
  fields: [otpField, accountIdField],
  handle: (context) => {
    const account = targetOf(context);
    const sent = account.phoneVerification;
    if (!sent) return refuse(notFound('No phone number verification found for the account.'));
    if (sent.phoneNumber !== account.primaryContact?.PhoneNumber) return refuse(numberChanged);
    if (sent.otp !== context.input['Otp'] || !isLive(sent, context.now)) return wrongCode(context, account);
    delete account.phoneVerification;
    account.phoneStatus = 'VERIFIED';
    return ok({ Status: 'VERIFIED' });
  },
};

const wrongCode = ({ behaviour }: Context, account: WorldAccount): Outcome => {
  if (behaviour.wrongPhoneCode === 'validation') return refuse(badCode);
  delete account.phoneVerification;
  return ok({ Status: 'UNVERIFIED' });
};

const badCode = invalid('The one-time passcode is incorrect or has expired.');

const numberChanged = conflict('The phone number has changed since the one-time passcode was sent.');
