declare const accountId: unique symbol;

/** Twelve digits, kept as text for ever: an account id may begin with 0. */
export type AccountId = string & { readonly [accountId]: true };

const isAccountId = (text: string): text is AccountId => /^\d{12}$/.test(text);

/** Reads an account id; undefined unless the text is exactly twelve digits (AWS service model, AccountId). */
export const parseAccountId = (text: string): AccountId | undefined => (isAccountId(text) ? text : undefined);
