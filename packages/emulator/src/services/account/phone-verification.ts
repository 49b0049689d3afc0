import type { Context } from '../../operation.ts';
import type { WorldAccount } from '../../world/world-file.ts';

/** How long a code for the phone number is good, in milliseconds (AWS docs: update the primary contact). */
export const phoneCodeLasts = 5 * 60_000;

type PhoneStatus = 'VERIFIED' | 'UNVERIFIED' | 'NOT_SUPPORTED' | 'PENDING';

/** How far the verification of the primary phone number is: PENDING as long as a code is out for it. */
export const phoneStatusOf = ({ now }: Pick<Context, 'now'>, account: WorldAccount): PhoneStatus => {
  const { phoneStatus = 'UNVERIFIED', phoneVerification, primaryContact } = account;
  const isCurrent = phoneVerification !== undefined && phoneVerification.phoneNumber === primaryContact?.PhoneNumber;
  return isCurrent && isLive(phoneVerification, now) ? 'PENDING' : phoneStatus;
};

/** Whether a code can still be used. */
export const isLive = ({ sentAt }: NonNullable<WorldAccount['phoneVerification']>, now: number): boolean =>
  now < Date.parse(sentAt) + phoneCodeLasts;

/** A new number is not verified; a code that is out for the old one stays, to be refused (AWS docs: VerifyPhoneNumber). */
export const phoneChanged = (account: WorldAccount): void => {
  if (account.phoneStatus === 'VERIFIED') account.phoneStatus = 'UNVERIFIED';
};
