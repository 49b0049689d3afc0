import type { WorldHandshake } from '../../world/handshake-file.ts';
import { handshakeArn } from './handshakes.ts';
import { seconds } from './shapes.ts';

/** A handshake as Organizations shows it (AWS service model, Handshake). */
export const handshakeShape = (handshake: WorldHandshake): Readonly<Record<string, unknown>> => {
  const { id, action, state, from, to, requestedAt, expiresAt } = handshake;
  return {
    Id: id,
    Arn: handshakeArn(handshake),
    Parties: [{ Id: from.organizationId, Type: 'ORGANIZATION' }, ...(to ? [{ Id: to.id, Type: to.type }] : [])],
    State: state,
    RequestedTimestamp: seconds(requestedAt),
    ExpirationTimestamp: seconds(expiresAt),
    Action: action,
    Resources: resourcesOf(handshake),
  };
};

const resourcesOf = ({ from, to, parent, notes }: WorldHandshake): readonly object[] => [
  {
    Type: 'ORGANIZATION',
    Value: from.organizationId,
    Resources: [
      { Type: 'MASTER_EMAIL', Value: from.email },
      { Type: 'MASTER_NAME', Value: from.name },
      { Type: 'ORGANIZATION_FEATURE_SET', Value: from.featureSet },
    ],
  },
  ...(to ? [{ Type: to.type, Value: to.id }] : []),
  ...(parent === undefined ? [] : [{ Type: 'PARENT_HANDSHAKE', Value: parent }]),
  ...(notes === undefined ? [] : [{ Type: 'NOTES', Value: notes }]),
];
