import { type Context, type Operation, ok, refuse } from '../../operation.ts';
import { tooMany } from '../../quota/too-many.ts';
import { isEmailInUse } from '../../world/email-in-use.ts';
import { conflict, invalid } from './account-errors.ts';
import { lettersAndDigits, newCode } from './one-time-code.ts';
import { emailUpdateAccess, memberIdField, primaryEmailField } from './primary-email.ts';
import { targetOf } from './reach-account.ts';

/** So many times in so many milliseconds for one account, whoever calls (AWS docs: Account Management quotas). */
const most = 3;
const within = 30_000;

/** Sends a code to the new address; what was begun before ends. That an address in use is a conflict is in the service model. */
export const startPrimaryEmailUpdate: Operation = {
  ...emailUpdateAccess('StartPrimaryEmailUpdate'),
  fields: [memberIdField, primaryEmailField],
  handle: (context) => {
    const email = String(context.input['PrimaryEmail']);
    const starts = recentStarts(context);
    if (starts.length >= most) return refuse(tooMany.account);
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) return refuse(noAddress);
    if (isEmailInUse(context.world, email)) return refuse(emailInUse);
    const account = targetOf(context);
    const updatedAt = new Date(context.now).toISOString();
    account.primaryEmailUpdate = {
      email,
      otp: newCode(context.world, account.id, lettersAndDigits),
      status: 'PENDING',
      updatedAt,
      starts: [...starts, updatedAt],
    };
    return ok({ Status: 'PENDING' });
  },
};

const recentStarts = (context: Context): readonly string[] =>
  (targetOf(context).primaryEmailUpdate?.starts ?? []).filter((start) => Date.parse(start) > context.now - within);

/** Not observed: the model has no pattern for the address, and no mail could go to this one. */
const noAddress = invalid('The primary email address is not a valid email address.');

/** The sentence was not observed. */
export const emailInUse = conflict('The email address is already in use by another account.');
