import type { Caller } from '../caller/caller.ts';

/** Whose identity a policy is for, and what that account is to its organization. */
export type IamHolder = Pick<Caller, 'accountId' | 'managementAccountId' | 'organizationId' | 'partition' | 'role'>;
