import type { AccountId } from '../contact/account-id.ts';
import type { Contact, ContactField } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import type { Origin, Plan } from '../plan/plan.ts';
import type { Mode } from '../policy/policy.ts';
import type { CoverageState } from './coverage-state.ts';

/** An assignment or exclusion of the policy, by where it stands. */
export interface PolicyLine {
  readonly file: string;
  readonly line: number;
  /** Which accounts it says, in words. */
  readonly selector: string;
}

/** The line of the policy that decides about a contact, or keeps it from being decided. */
export interface Decider extends PolicyLine {
  /** Null where no contact is wanted, and for one that stands in the assignment itself. */
  readonly contactName: string | null;
  /** Null for an exclusion, and where nothing was decided. */
  readonly mode: Mode | null;
}

/** One contact type of one account: what is there, what is wanted, and which line says so. */
export interface CoveredContact {
  readonly type: ContactType;
  readonly state: CoverageState;
  readonly live:
    | Observed
    | { readonly kind: 'unreachable'; readonly because: string }
    | { readonly kind: 'not-read'; readonly because: string };
  /** Null where none is wanted, and where nobody can say. */
  readonly wanted: Contact | null;
  /** Fields of it that come from outside the policy file, and are never shown on a screen. */
  readonly masked: readonly ContactField[];
  /** Null where no line of the policy is about it. */
  readonly decidedBy: Decider | null;
  /** The assignments that matched too and lost, strongest first. */
  readonly beaten: readonly PolicyLine[];
  /** Why, in words; empty where the state says it all. */
  readonly detail: string;
}

/** An account with its contacts, one for each type that was asked about, in AWS's order. */
export interface CoveredAccount {
  readonly id: AccountId;
  readonly name: string;
  /** As AWS says it: `ACTIVE`. */
  readonly state: string;
  readonly isManagement: boolean;
  /** The id of the unit it is in, and its path; null where that was not read. */
  readonly unitId: string | null;
  readonly unit: string | null;
  /** Null where they were not read, or could not be. */
  readonly tags: Readonly<Record<string, string>> | null;
  readonly contacts: readonly CoveredContact[];
}

/** Who is called for which account, and where the gaps are: plain data, whole. */
export interface Coverage {
  /** ISO 8601, UTC: when it was read. */
  readonly createdAt: string;
  readonly origin: Origin;
  readonly organization: Plan['organization'];
  readonly callerAccountId: AccountId;
  readonly types: readonly ContactType[];
  /** Sorted by id. */
  readonly accounts: readonly CoveredAccount[];
}
