import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { OutcomeEntry } from './outcome.ts';

/** The first line of a journal: which run this is. */
export interface Header {
  readonly kind: 'header';
  readonly format: 'orgcontacts/journal';
  readonly version: 1;
  readonly at: string;
  readonly run: string;
  /** The version of orgcontacts. */
  readonly tool: string;
  readonly endpoint: string;
  readonly organizationId: string;
  readonly caller: { readonly accountId: AccountId; readonly arn: string };
  /** The policy that the plan came from, or null for an undo. */
  readonly policy: { readonly file: string; readonly hash: string } | null;
  readonly undoOf: string | null;
  readonly fingerprint: string;
  /** The fingerprint that was approved to pass the limits, if any. */
  readonly approved: string | null;
  /** The accounts that went first; empty for none. */
  readonly canary: readonly AccountId[];
  readonly reason: string | null;
  /** How many changes the plan has. */
  readonly items: number;
}

/** What is meant to be written, recorded before the call goes out; `before` is what was read just then. */
export interface Intent {
  readonly kind: 'intent';
  readonly at: string;
  /** The index of the change in the plan. */
  readonly item: number;
  readonly accountId: AccountId;
  readonly type: ContactType;
  readonly before: Contact | null;
  readonly after: Contact | null;
}

/** The run was taken up again, or came to its end. */
export type Milestone =
  | { readonly kind: 'resumed'; readonly at: string; readonly tool: string }
  | {
      readonly kind: 'ended';
      readonly at: string;
      readonly how: 'finished' | 'interrupted' | 'stopped';
      readonly detail: string;
    };

/** One line of a journal. */
export type Entry = Header | Intent | OutcomeEntry | Milestone;
