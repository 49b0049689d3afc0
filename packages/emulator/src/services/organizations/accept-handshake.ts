import { type Context, type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import type { WorldHandshake } from '../../world/handshake-file.ts';
import { joinUnit } from '../../world/place.ts';
import type { WorldState } from '../../world/world-state.ts';
import { approveFeatures } from './all-features.ts';
import { depart, departureProblem } from './departure.ts';
import { handshakeIdField, isRecipient, needsOnHandshake, withHandshake } from './handshake-field.ts';
import { handshakeShape } from './handshake-shape.ts';
import { invalidTransition, transitionProblem } from './handshake-transition.ts';
import { closeHandshake } from './handshakes.ts';
import { alreadyMember } from './invite-account-to-organization.ts';

/** Only who was asked can accept: an invited account joins, and the management account finishes a change to all features. */
export const acceptHandshake: Operation = {
  name: 'AcceptHandshake',
  fields: [handshakeIdField],
  authorize: () => undefined,
  needs: needsOnHandshake,
  handle: (context) =>
    withHandshake(context, isRecipient, (handshake) => {
      const seat = context.world.organizations.get(handshake.from.organizationId);
      const problem = transitionProblem(handshake, 'ACCEPTED') ?? problemWith(context, handshake, seat);
      if (problem || !seat) return refuse(problem ?? invalidTransition);
      closeHandshake(context.world, handshake, 'ACCEPTED', context.now);
      if (handshake.action === 'INVITE') join(context, handshake, seat);
      else if (handshake.to) approveFeatures(context, handshake);
      else if (seat.organization) seat.organization.featureSet = 'ALL';
      return ok({ Handshake: handshakeShape(handshake) });
    }),
};

/** A change to all features is finished only when everybody has approved; an account is in one organization at most. */
const problemWith = (
  context: Context,
  { action, to, state }: WorldHandshake,
  seat: WorldState | undefined,
): ServiceError | undefined => {
  if (!seat || (!to && state === 'REQUESTED')) return invalidTransition;
  if (action !== 'INVITE' || !context.world.organization) return undefined;
  const account = context.world.accounts.get(context.caller.accountId);
  const staying = account ? departureProblem(context, account) : undefined;
  return context.behaviour.inviteMemberElsewhere === 'allow' ? staying : alreadyMember;
};

/** It lands in the root, and gets no role by which the management account could reach it (AWS docs). */
const join = (context: Context, { tags }: WorldHandshake, seat: WorldState): void => {
  const { world, caller, now } = context;
  const account = world.accounts.get(caller.accountId);
  const [root] = seat.units.keys();
  if (!account || root === undefined || !seat.organization)
    throw new Error('An invitation was let through to nowhere.');
  if (account.parent !== undefined) depart(context, account, 'Left');
  account.createdAt ??= account.joinedAt;
  account.joinedAt = new Date(now).toISOString();
  account.joinedMethod = 'INVITED';
  account.tags = { ...tags };
  joinUnit(seat, account, root);
  const { id: organizationId, managementAccountId } = seat.organization;
  const accountId = account.id;
  world.happenings.push({
    kind: 'account-joined',
    at: now,
    organizationId,
    managementAccountId,
    accountId,
    method: 'Invited',
  });
};
