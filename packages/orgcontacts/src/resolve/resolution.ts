import type { Contact, ContactField } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Failure } from '../failure/failure.ts';
import { isActive, type OrgAccount } from '../org/org.ts';
import type { Assignment, Exclusion } from '../policy/policy.ts';

/** Why nobody can say what the policy wants here. Such an account and type is never written and always listed. */
export type UnresolvedReason =
  /** An assignment that could win looks at something that could not be read. */
  | { readonly kind: 'unknown-match'; readonly assignment: Assignment; readonly failure: Failure }
  /** It may be excluded: the exclusion looks at something that could not be read. */
  | { readonly kind: 'unknown-exclusion'; readonly exclusion: Exclusion; readonly failure: Failure }
  /** Whether the filters of the command mean this account could not be read. */
  | { readonly kind: 'unknown-filter'; readonly failure: Failure }
  /** Equally specific assignments want different things. */
  | { readonly kind: 'tie'; readonly assignments: readonly Assignment[] }
  /** The winner's contact cannot be filled in for this account, or AWS or the policy would refuse what comes out. */
  | { readonly kind: 'template'; readonly assignment: Assignment; readonly because: string };

/** What the policy wants for one account and contact type. `beaten` are the assignments that matched too, strongest first. */
export type Resolution =
  | {
      readonly kind: 'contact';
      readonly contact: Contact;
      /** Null for a contact that stands in the assignment itself. */
      readonly contactName: string | null;
      /** Fields that are never shown on a screen. */
      readonly masked: readonly ContactField[];
      readonly winner: Assignment;
      readonly beaten: readonly Assignment[];
    }
  | { readonly kind: 'absent'; readonly winner: Assignment; readonly beaten: readonly Assignment[] }
  /** Without a winner no assignment matched at all. */
  | { readonly kind: 'unmanaged'; readonly winner?: Assignment; readonly beaten: readonly Assignment[] }
  | { readonly kind: 'unresolved'; readonly reason: UnresolvedReason };

/** What the policy wants for one account. */
export interface AccountResolution {
  readonly account: OrgAccount;
  /** Set when the policy excludes the account: then it is neither read nor written. */
  readonly excludedBy?: Exclusion;
  readonly byType: Readonly<Record<ContactType, Resolution>>;
}

/** Whether a plan may touch an account at all: it is ACTIVE, and the policy does not exclude it. Pure. */
export const isTouched = ({ account, excludedBy }: AccountResolution): boolean => isActive(account) && !excludedBy;
