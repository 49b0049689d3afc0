import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { Failure } from '../failure/failure.ts';
import type { OrgAccount } from '../org/org.ts';
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
  | { readonly kind: 'tie'; readonly assignments: readonly Assignment[] };

/** What the policy wants for one account and contact type. `beaten` are the assignments that matched too, strongest first. */
export type Resolution =
  | {
      readonly kind: 'contact';
      readonly contact: Contact;
      readonly contactName: string;
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
