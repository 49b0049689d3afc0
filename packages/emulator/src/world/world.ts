/** The three contacts that an account can name. */
export const contactTypes = ['BILLING', 'OPERATIONS', 'SECURITY'] as const;
export type ContactType = (typeof contactTypes)[number];

/** An alternate contact in the members of the AWS service model. */
export interface AlternateContact {
  readonly Name: string;
  readonly Title: string;
  readonly EmailAddress: string;
  readonly PhoneNumber: string;
}

/** The five lifecycle states of Organizations (AWS docs: account states). */
export const accountStates = ['PENDING_ACTIVATION', 'ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE', 'CLOSED'] as const;
export type AccountState = (typeof accountStates)[number];
