import type { World } from './world-file.ts';

/** The service principal of Account Management. */
export const accountService = 'account.amazonaws.com';

/** Whether an account is the delegated administrator of Account Management. */
export const isAccountDelegate = (
  { delegatedAdministrators }: NonNullable<World['organization']>,
  account: string,
): boolean =>
  delegatedAdministrators.some(({ accountId, service }) => accountId === account && service === accountService);
