import type { WorldAccount } from '../../world/world-file.ts';
import type { WorldState } from '../../world/world-state.ts';
import { isLive, phoneCodeLasts } from './phone-verification.ts';

/** A one-time code as its receiver would read it. */
export interface SentCode {
  readonly accountId: string;
  readonly kind: 'primary-email' | 'phone';
  /** The address or number that it went to. */
  readonly to: string;
  readonly code: string;
  /** When it was sent, and when it ends being good, if ever; ISO 8601. */
  readonly at: string;
  readonly expires?: string;
}

/** The one-time codes that can still be used, the oldest first. */
export const codesIn = ({ accounts }: WorldState, now: number): readonly SentCode[] =>
  [...accounts.values()]
    .flatMap((account) => [...emailCodes(account), ...phoneCodes(account, now)])
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));

const emailCodes = ({ id, primaryEmailUpdate: update }: WorldAccount): readonly SentCode[] =>
  update?.status === 'PENDING'
    ? [{ accountId: id, kind: 'primary-email', to: update.email, code: update.otp, at: update.updatedAt }]
    : [];

const phoneCodes = ({ id, phoneVerification: sent }: WorldAccount, now: number): readonly SentCode[] => {
  if (!sent || !isLive(sent, now)) return [];
  const expires = new Date(Date.parse(sent.sentAt) + phoneCodeLasts).toISOString();
  return [{ accountId: id, kind: 'phone', to: sent.phoneNumber, code: sent.otp, at: sent.sentAt, expires }];
};
