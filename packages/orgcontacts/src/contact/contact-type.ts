/** The three alternate contacts that an account can name, in AWS's words and order (AWS service model, AlternateContactType). */
export const contactTypes = ['BILLING', 'OPERATIONS', 'SECURITY'] as const;

/** One of the three, as AWS writes it. */
export type ContactType = (typeof contactTypes)[number];

/**
 * Reads a contact type in any case; undefined when it is none.
 *
 * @example
 * ```ts
 * import { parseContactType } from 'orgcontacts';
 *
 * const type = parseContactType('security'); // 'SECURITY'
 * ```
 */
export const parseContactType = (text: string): ContactType | undefined =>
  contactTypes.find((type) => type === text.trim().toUpperCase());
