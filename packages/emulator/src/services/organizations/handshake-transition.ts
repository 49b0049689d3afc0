import type { ServiceError } from '../../operation.ts';
import type { WorldHandshake } from '../../world/handshake-file.ts';
import { organizationsError } from './access.ts';
import { isOpen } from './handshakes.ts';

/** Why a handshake cannot go over to a state; undefined when it can. The sentences are those of the service model, not observed. */
export const transitionProblem = (
  handshake: WorldHandshake,
  wanted: WorldHandshake['state'],
): ServiceError | undefined => {
  if (handshake.state === wanted) return alreadyThere;
  return isOpen(handshake) ? undefined : invalidTransition;
};

const alreadyThere = organizationsError(
  'HandshakeAlreadyInStateException',
  'The specified handshake is already in the requested state.',
);

export const invalidTransition = organizationsError(
  'InvalidHandshakeTransitionException',
  "You can't perform the operation on the handshake in its current state.",
);
