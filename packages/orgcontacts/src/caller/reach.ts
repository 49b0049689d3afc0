import type { AccountId } from '../contact/account-id.ts';
import type { Target } from '../org/target.ts';
import type { Caller } from './caller.ts';

/** How a caller reaches an account's contacts, or why it cannot. */
export type Reach =
  | { readonly kind: 'reachable'; readonly target: Target }
  | { readonly kind: 'unreachable'; readonly because: string };

/**
 * Says in which context a caller reaches an account (AWS docs: modes of operation; observed on live AWS for the delegated
 * administrator naming itself). A delegated administrator names itself too: an SCP that AWS proposes denies members the
 * standalone context. Pure.
 *
 * @example
 * ```ts
 * import { type AccountId, type Caller, reach } from 'orgcontacts';
 *
 * const contextOf = (caller: Caller, id: AccountId): string => {
 *   const reached = reach(caller, id);
 *   return reached.kind === 'reachable' ? reached.target.context : reached.because;
 * };
 * ```
 */
export const reach = (caller: Caller, accountId: AccountId): Reach => {
  const own = accountId === caller.accountId;
  switch (caller.role) {
    case 'management':
      return within(own ? 'standalone' : 'organization', accountId);
    case 'delegated-administrator':
      if (accountId !== caller.managementAccountId) return within('organization', accountId);
      return caller.reachesManagement
        ? within('standalone', accountId)
        : {
            kind: 'unreachable',
            because: `only credentials of the management account itself reach its contacts: add --management-profile NAME, or run the same command there with --account ${accountId}`,
          };
    case 'member':
      if (own || (accountId === caller.managementAccountId && caller.reachesManagement))
        return within('standalone', accountId);
      return {
        kind: 'unreachable',
        because:
          'a member that is not the delegated administrator for account.amazonaws.com reaches only itself: run the same command in the management account or the delegated administrator',
      };
    default:
      return caller.role satisfies never;
  }
};

const within = (context: Target['context'], accountId: AccountId): Reach => ({
  kind: 'reachable',
  target: { context, accountId },
});
