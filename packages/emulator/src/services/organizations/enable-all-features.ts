import { type Context, type Operation, ok, refuse } from '../../operation.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { featureActions, pendingFeatures } from './all-features.ts';
import { handshakeShape } from './handshake-shape.ts';
import { openHandshake } from './handshakes.ts';
import { memberCalled } from './member-called.ts';
import { needsOn } from './organizations-needs.ts';

/** So long the invited accounts have to approve, in milliseconds: 90 days (AWS docs: enabling all features). */
const lasts = 90 * 86_400_000;

/** Asks every invited account; the management account finishes the change when all of them have approved (AWS service model). */
export const enableAllFeatures: Operation = {
  name: 'EnableAllFeatures',
  fields: [],
  authorize: managementOnly,
  needs: needsOn(),
  handle: (context) => {
    if (organizationOf(context).featureSet === 'ALL') return refuse(hasThem);
    if (pendingFeatures(context)) return refuse(isPending);
    const { parent: action, child } = featureActions(context);
    const invited = invitedMembers(context);
    const parent = openHandshake(context, { action, state: invited.length > 0 ? 'REQUESTED' : 'OPEN', lasts });
    for (const id of invited)
      openHandshake(context, { action: child, state: 'OPEN', to: { type: 'ACCOUNT', id }, parent: parent.id, lasts });
    return ok({ Handshake: handshakeShape(parent) });
  },
};

const invitedMembers = (context: Context): readonly string[] => {
  const { managementAccountId } = organizationOf(context);
  return context.world.members.filter(
    (id) => id !== managementAccountId && memberCalled(context, id).joinedMethod === 'INVITED',
  );
};

/** The reasons are of the service model; the wordings were not observed. */
const hasThem = organizationsError(
  'HandshakeConstraintViolationException',
  'The organization already has all features enabled.',
  'ORGANIZATION_ALREADY_HAS_ALL_FEATURES',
);

const isPending = organizationsError(
  'HandshakeConstraintViolationException',
  'The handshake request is invalid because the organization has already started the process to enable all features.',
  'ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION',
);
