import type { AccountId } from '../contact/account-id.ts';
import type { ContactType } from '../contact/contact-type.ts';

/**
 * What happened to an account. `joined` is created, invited and enrolled alike; `renamed` matters where a policy looks at names. A signal
 * says where to look and never what to do: whoever looks reads what is there now, so that a late signal, or one twice, does no harm.
 */
export const signalKinds = [
  'joined',
  'moved',
  're-tagged',
  'renamed',
  'contact-changed',
  'closed',
  'departed',
] as const;

/** One of them. */
export type SignalKind = (typeof signalKinds)[number];

/** Who made a call, as CloudTrail tells it. */
export interface Actor {
  /** The identity, with the name of the session where a role was assumed; null where AWS itself acted. */
  readonly arn: string | null;
  readonly userAgent: string | null;
}

/** An event that is about one account, in the few words that matter. */
export interface Signal {
  /** The id that CloudTrail gave the event: the same however often and on whatever way it arrives. */
  readonly id: string;
  readonly kind: SignalKind;
  readonly accountId: AccountId;
  /** When it happened, in milliseconds since the epoch. */
  readonly at: number;
  /** Which contact was changed; null for other kinds, and where the event does not say. */
  readonly type: ContactType | null;
  readonly by: Actor;
}
