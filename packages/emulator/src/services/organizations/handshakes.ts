import type { Context } from '../../operation.ts';
import type { WorldHandshake } from '../../world/handshake-file.ts';
import { scheduleHandshake } from '../../world/schedule.ts';
import type { WorldState } from '../../world/world-state.ts';
import { organizationOf } from './access.ts';
import { newId } from './new-id.ts';
import { arnOf } from './shapes.ts';

/** What is particular about a new handshake; it lasts so many milliseconds. */
type NewHandshake = Pick<WorldHandshake, 'action' | 'state'> &
  Partial<Pick<WorldHandshake, 'to' | 'parent' | 'notes' | 'tags'>> & { readonly lasts: number };

/** Begins a handshake of the caller's organization. */
export const openHandshake = (context: Context, { lasts, tags = {}, ...more }: NewHandshake): WorldHandshake => {
  const { world, now } = context;
  const handshake: WorldHandshake = {
    id: newId(world, 'h-', 32),
    from: senderOf(context),
    tags,
    requestedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + lasts).toISOString(),
    ...more,
  };
  world.handshakes.set(handshake.id, handshake);
  scheduleHandshake(world.agenda, handshake);
  return handshake;
};

const senderOf = (context: Context): WorldHandshake['from'] => {
  const { id: organizationId, managementAccountId, featureSet } = organizationOf(context);
  const { email = '', name = '' } = context.world.accounts.get(managementAccountId) ?? {};
  return { organizationId, managementAccountId, email, name, featureSet };
};

/** Ends a handshake; it is told of for 30 days more. */
export const closeHandshake = (
  { agenda }: WorldState,
  handshake: WorldHandshake,
  state: WorldHandshake['state'],
  now: number,
): void => {
  handshake.state = state;
  handshake.endedAt = new Date(now).toISOString();
  scheduleHandshake(agenda, handshake);
};

/** Whether a handshake can still be answered or canceled. */
export const isOpen = ({ state }: WorldHandshake): boolean => state === 'OPEN' || state === 'REQUESTED';

/** The ARN of a handshake (AWS docs: Organizations ARNs). */
export const handshakeArn = ({ id, action, from }: WorldHandshake): string =>
  arnOf(
    { id: from.organizationId, managementAccountId: from.managementAccountId },
    'handshake',
    action.toLowerCase(),
    id,
  );
