import { type Contact, contactFields } from '../contact/contact.ts';
import { contactToSend, refusalOf } from '../contact/contact-constraints.ts';
import { isAllowedAddress, type LintSettings } from '../policy/lint-settings.ts';
import type { Piece } from '../policy/piece.ts';
import type { Want } from '../policy/policy.ts';
import type { Subject } from '../selector/subject.ts';

/** What a template may be filled in with. */
export type TemplateSubject = Subject & { readonly email: string };

/** A contact filled in for one account, or why it cannot be. */
export type Rendered =
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'refused'; readonly because: string };

/** Fills a contact in for one account, and checks what comes out as a written value would have been. Pure. */
export const renderTemplate = (
  { fields }: Extract<Want, { kind: 'template' }>,
  subject: TemplateSubject,
  lint: LintSettings,
): Rendered => {
  const contact = { name: '', title: '', email: '', phone: '' };
  for (const field of contactFields) {
    for (const piece of fields[field]) {
      const filled = fill(piece, subject);
      if (filled.kind === 'missing') return { kind: 'refused', because: `its ${field} needs ${filled.because}` };
      contact[field] += filled.text;
    }
    const refusal = contact[field].trim() === '' ? 'it is empty' : refusalOf(field, contact[field]);
    if (refusal !== undefined) return { kind: 'refused', because: `AWS would refuse its ${field}: ${refusal}` };
  }
  return isAllowedAddress(contact.email, lint)
    ? { kind: 'contact', contact: contactToSend(contact) }
    : { kind: 'refused', because: 'its email has a domain that the policy does not allow' };
};

type Filled = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'missing'; readonly because: string };

const fill = (piece: Piece, subject: TemplateSubject): Filled => {
  switch (piece.kind) {
    case 'text':
      return piece;
    case 'account':
      return { kind: 'text', text: subject[piece.variable] };
    case 'tag':
      return fillTag(piece, subject);
    default:
      return piece satisfies never;
  }
};

const fillTag = ({ key, otherwise }: Extract<Piece, { kind: 'tag' }>, { tags }: TemplateSubject): Filled => {
  if (tags.kind === 'unreadable')
    return { kind: 'missing', because: `the tag ${key}, and ${tags.failure.operation} failed: ${tags.failure.code}` };
  const value = Object.hasOwn(tags.value, key) ? tags.value[key] : undefined;
  // As in shells, `:-` stands in for what is empty too.
  const text = otherwise === null ? value : value || otherwise;
  return text === undefined
    ? { kind: 'missing', because: `the tag ${key}, which the account does not have` }
    : { kind: 'text', text };
};
