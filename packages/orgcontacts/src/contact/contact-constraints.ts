import type { Contact, ContactField } from './contact.ts';

/** What AWS accepts in one field of an alternate contact. */
export interface FieldConstraint {
  readonly maxLength: number;
  readonly pattern?: RegExp;
  /** The pattern in words, for people. */
  readonly allowed?: string;
}

/** Lengths and patterns of the AWS service model for Account Management, API version 2021-02-01; AWS applies patterns to the whole value. */
export const contactConstraints: Readonly<Record<ContactField, FieldConstraint>> = {
  name: { maxLength: 64 },
  title: { maxLength: 50 },
  email: {
    maxLength: 254,
    pattern: /^[\s]*[\w+=.#|!&-]+@[\w.-]+\.[\w]+[\s]*$/,
    allowed: 'letters, digits and . _ + = # | ! & - before the @, then a domain with a dot',
  },
  phone: { maxLength: 25, pattern: /^[\s0-9()+-]+$/, allowed: 'digits, blanks and ( ) + - only' },
};

/** Why AWS would refuse a field of no characters. */
export const emptyRefusal = 'it is empty, and AWS wants all four fields';

/** Why AWS would refuse a value for a field, in words; undefined when it would accept it. */
export const refusalOf = (field: ContactField, value: string): string | undefined => {
  const { maxLength, pattern, allowed } = contactConstraints[field];
  if (value.length === 0) return emptyRefusal;
  if (value.length > maxLength) return `it has ${value.length} characters, and AWS accepts at most ${maxLength}`;
  if (pattern && !pattern.test(value)) return `AWS accepts ${allowed}`;
  return undefined;
};

/** A contact is sent as written except for the outer blanks of its e-mail address, which AWS would trim. */
export const contactToSend = (contact: Contact): Contact => ({ ...contact, email: contact.email.trim() });
