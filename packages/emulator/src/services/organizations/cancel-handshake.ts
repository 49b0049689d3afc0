import { type Operation, ok, refuse } from '../../operation.ts';
import { cancelFeatures } from './all-features.ts';
import { handshakeIdField, isSender, needsOnHandshake, withHandshake } from './handshake-field.ts';
import { handshakeShape } from './handshake-shape.ts';
import { transitionProblem } from './handshake-transition.ts';
import { closeHandshake } from './handshakes.ts';

/** Only who sent a handshake can take it back. */
export const cancelHandshake: Operation = {
  name: 'CancelHandshake',
  fields: [handshakeIdField],
  authorize: () => undefined,
  needs: needsOnHandshake,
  handle: (context) =>
    withHandshake(context, isSender, (handshake) => {
      const problem = transitionProblem(handshake, 'CANCELED');
      if (problem) return refuse(problem);
      closeHandshake(context.world, handshake, 'CANCELED', context.now);
      cancelFeatures(context, handshake);
      return ok({ Handshake: handshakeShape(handshake) });
    }),
};
