import type { AccountId } from '../contact/account-id.ts';
import type { Target } from '../org/target.ts';
import type { ContactGateway, Gateway } from './gateway.ts';

/**
 * Joins two gateways: contacts of the management account go through credentials of that account itself, since nobody else reaches them;
 * everything else goes through the other one. A caller with such a gateway is one that `reachesManagement`. Pure.
 *
 * @example
 * ```ts
 * import { type Caller, type Gateway, withManagement } from 'orgcontacts';
 *
 * const reachAll = (gateway: Gateway, management: Gateway, caller: Caller) => ({
 *   gateway: withManagement(gateway, management, caller.managementAccountId),
 *   caller: { ...caller, reachesManagement: true },
 * });
 * ```
 */
export const withManagement = (gateway: Gateway, management: ContactGateway, managementId: AccountId): Gateway => ({
  ...gateway,
  // A getter of the endpoint must not be read before a call told it.
  get endpoint() {
    return gateway.endpoint;
  },
  ...routed(gateway, management, managementId),
  forItem: () => routed(gateway.forItem?.() ?? gateway, management.forItem?.() ?? management, managementId),
});

const routed = (
  members: ContactGateway,
  management: ContactGateway,
  managementId: AccountId,
): Pick<ContactGateway, 'getContact' | 'putContact' | 'deleteContact'> => {
  const to = ({ accountId }: Target): ContactGateway => (accountId === managementId ? management : members);
  return {
    getContact: (target, type) => to(target).getContact(target, type),
    putContact: (target, type, contact) => to(target).putContact(target, type, contact),
    deleteContact: (target, type) => to(target).deleteContact(target, type),
  };
};
