import { type Operation, ok, refuse } from '../../operation.ts';
import { handshakeIdField, isRecipient, needsOnHandshake, withHandshake } from './handshake-field.ts';
import { handshakeShape } from './handshake-shape.ts';
import { transitionProblem } from './handshake-transition.ts';
import { closeHandshake } from './handshakes.ts';

/** Only who was asked can decline. */
export const declineHandshake: Operation = {
  name: 'DeclineHandshake',
  fields: [handshakeIdField],
  authorize: () => undefined,
  needs: needsOnHandshake,
  handle: (context) =>
    withHandshake(
      context,
      (each, handshake) => handshake.to !== undefined && isRecipient(each, handshake),
      (handshake) => {
        const problem = transitionProblem(handshake, 'DECLINED');
        if (problem) return refuse(problem);
        closeHandshake(context.world, handshake, 'DECLINED', context.now);
        return ok({ Handshake: handshakeShape(handshake) });
      },
    ),
};
