declare const accountId: unique symbol;

/** Twelve digits, kept as text for ever: an account id may begin with 0. */
export type AccountId = string & { readonly [accountId]: true };

const isAccountId = (text: string): text is AccountId => /^\d{12}$/.test(text);

/**
 * Reads an account id; undefined unless the text is exactly twelve digits (AWS service model, AccountId).
 *
 * @example
 * ```ts
 * import { parseAccountId } from 'orgcontacts';
 *
 * const id = parseAccountId('012345678901');
 * if (id === undefined) throw new Error('An account id has twelve digits.');
 * ```
 */
export const parseAccountId = (text: string): AccountId | undefined => (isAccountId(text) ? text : undefined);
