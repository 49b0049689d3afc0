import type { Context } from '../../operation.ts';
import { organizationOf } from './access.ts';
import { isOpen } from './handshakes.ts';

/** So many accounts can an organization have that asked for more (AWS docs: Organizations quotas). */
const mostAccounts = 50_000;

/** How many accounts the caller's organization may have. */
export const accountQuota = (context: Context): number => organizationOf(context).accountQuota ?? mostAccounts;

/** Whether it has no place left: members, accounts under way, and open invitations count, closed accounts too (AWS docs: quotas). */
export const isFull = (context: Context): boolean => {
  const { members, creations, handshakes } = context.world;
  const { id } = organizationOf(context);
  const underWay = [...creations.values()].filter(({ state, failure }) => state === 'IN_PROGRESS' && !failure);
  const invited = [...handshakes.values()].filter(
    (each) => each.action === 'INVITE' && each.from.organizationId === id && isOpen(each),
  );
  return members.length + underWay.length + invited.length >= accountQuota(context);
};
