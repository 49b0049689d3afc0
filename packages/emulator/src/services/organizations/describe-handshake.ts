import { type Operation, ok } from '../../operation.ts';
import { handshakeIdField, isRecipient, isSender, needsOnHandshake, withHandshake } from './handshake-field.ts';
import { handshakeShape } from './handshake-shape.ts';

/** Any party of a handshake may look at it, also from outside an organization. */
export const describeHandshake: Operation = {
  name: 'DescribeHandshake',
  fields: [handshakeIdField],
  authorize: () => undefined,
  needs: needsOnHandshake,
  handle: (context) =>
    withHandshake(
      context,
      (...both) => isSender(...both) || isRecipient(...both),
      (handshake) => ok({ Handshake: handshakeShape(handshake) }),
    ),
};
