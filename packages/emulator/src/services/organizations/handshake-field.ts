import { type AccessNeed, type Context, type Outcome, refuse } from '../../operation.ts';
import type { Field } from '../../shape/field.ts';
import type { WorldHandshake } from '../../world/handshake-file.ts';
import { organizationsError } from './access.ts';
import { handshakeArn } from './handshakes.ts';
import { needsOn } from './organizations-needs.ts';

/** The member that names a handshake (AWS service model). */
export const handshakeIdField: Field = {
  name: 'HandshakeId',
  type: 'string',
  required: true,
  max: 34,
  pattern: 'h-[0-9a-z]{8,32}',
};

/** Whether the caller's account is asked by a handshake: by its id, or by its address in whatever case. */
export const isRecipient = ({ world, caller }: Context, { to, from }: WorldHandshake): boolean => {
  if (!to) return from.managementAccountId === caller.accountId;
  if (to.type === 'ACCOUNT') return to.id === caller.accountId;
  return world.accounts.get(caller.accountId)?.email.toLowerCase() === to.id.toLowerCase();
};

/** Whether the caller's account asks by a handshake: only the management account does. */
export const isSender = ({ world: { organization }, caller }: Context, { from }: WorldHandshake): boolean =>
  organization?.id === from.organizationId && organization.managementAccountId === caller.accountId;

/** Goes on with the handshake that a call names, if the caller has that part in it, or refuses. */
export const withHandshake = (
  context: Context,
  hasPart: (context: Context, handshake: WorldHandshake) => boolean,
  proceed: (handshake: WorldHandshake) => Outcome,
): Outcome => {
  const handshake = context.world.handshakes.get(String(context.input['HandshakeId']));
  return handshake && hasPart(context, handshake) ? proceed(handshake) : refuse(handshakeNotFound);
};

/** What a call that names a handshake needs: its action on it (AWS docs: actions, resources and condition keys). */
export const needsOnHandshake = (context: Context): readonly AccessNeed[] => {
  const handshake = context.world.handshakes.get(String(context.input['HandshakeId']));
  return needsOn()(context).map((need) => (handshake ? { ...need, resource: handshakeArn(handshake) } : need));
};

/** The sentence was observed on live AWS; that it is also said to somebody who has no part in the handshake was not. */
const handshakeNotFound = organizationsError(
  'HandshakeNotFoundException',
  "You specified a handshake that doesn't exist.",
);
