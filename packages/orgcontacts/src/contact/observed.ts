import type { Failure } from '../failure/failure.ts';
import type { Contact } from './contact.ts';

/** What is there now for one account and contact type. Not set and could not be read are never the same thing. */
export type Observed =
  | { readonly kind: 'set'; readonly contact: Contact }
  | { readonly kind: 'unset' }
  | { readonly kind: 'unreadable'; readonly failure: Failure };
