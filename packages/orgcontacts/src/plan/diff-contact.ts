import type { Contact } from '../contact/contact.ts';
import type { Observed } from '../contact/observed.ts';
import { sameContact } from '../contact/same-contact.ts';
import type { Failure } from '../failure/failure.ts';
import type { Mode } from '../policy/policy.ts';
import type { Resolution, UnresolvedReason } from '../resolve/resolution.ts';

/** What comes out when what is wanted meets what is there. */
export type Difference =
  | { readonly kind: 'keep' }
  | { readonly kind: 'create'; readonly after: Contact }
  | { readonly kind: 'update'; readonly before: Contact; readonly after: Contact }
  | { readonly kind: 'delete'; readonly before: Contact }
  | {
      readonly kind: 'finding';
      readonly finding: 'missing' | 'differs' | 'unwanted';
      readonly mode: Exclude<Mode, 'enforce'>;
      readonly live: Contact | null;
      readonly wanted: Contact | null;
    }
  | { readonly kind: 'unmanaged' }
  | { readonly kind: 'unresolved'; readonly reason: UnresolvedReason }
  | { readonly kind: 'unreadable'; readonly failure: Failure };

/** Compares one resolution with what was observed. What could not be read is never a difference. Pure. */
export const diffContact = (resolution: Resolution, observed: Observed): Difference => {
  if (resolution.kind === 'unresolved') return { kind: 'unresolved', reason: resolution.reason };
  if (resolution.kind === 'unmanaged') return { kind: 'unmanaged' };
  if (observed.kind === 'unreadable') return { kind: 'unreadable', failure: observed.failure };
  const live = observed.kind === 'set' ? observed.contact : null;
  const wanted = resolution.kind === 'contact' ? resolution.contact : null;
  return diff(live, wanted, resolution.winner.mode);
};

const diff = (live: Contact | null, wanted: Contact | null, mode: Mode): Difference => {
  if (live === null) return wanted === null ? { kind: 'keep' } : diffUnset(wanted, mode);
  return wanted === null ? diffUnwanted(live, mode) : diffSet(live, wanted, mode);
};

const diffUnset = (wanted: Contact, mode: Mode): Difference =>
  mode === 'report-only'
    ? { kind: 'finding', finding: 'missing', mode, live: null, wanted }
    : { kind: 'create', after: wanted };

const diffUnwanted = (live: Contact, mode: Mode): Difference =>
  mode === 'enforce'
    ? { kind: 'delete', before: live }
    : { kind: 'finding', finding: 'unwanted', mode, live, wanted: null };

const diffSet = (live: Contact, wanted: Contact, mode: Mode): Difference => {
  if (sameContact(live, wanted)) return { kind: 'keep' };
  return mode === 'enforce'
    ? { kind: 'update', before: live, after: wanted }
    : { kind: 'finding', finding: 'differs', mode, live, wanted };
};
