import type { ContactField } from '../contact/contact.ts';

/** What is known of every contact that an assignment wants. */
export interface NamedWant {
  /** Null for a contact that stands in the assignment itself. */
  readonly contactName: string | null;
  /** Fields whose values come from a variable or file outside the policy: never shown on a screen. */
  readonly masked: readonly ContactField[];
}
