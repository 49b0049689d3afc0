import type { ParityCase } from '../../parity/script.ts';
import type { CallStep } from '../../parity/step.ts';
import { faultsOf, refusal, refusedId, valueRefusals } from './organizations-refusals.builder.ts';

type Cases = Readonly<Record<string, ParityCase>>;

/** The management account invites the account outside; `handshake` is then the id of the handshake. */
export const invitation: CallStep = {
  as: 'management',
  call: 'organizations:InviteAccountToOrganization',
  input: { Target: { Type: 'ACCOUNT', Id: '${outsider}' }, Notes: 'joining' },
  keep: { handshake: 'Handshake.Id' },
};

/** A call that names that handshake. */
export const answer = (as: CallStep['as'], name: string, more: Partial<CallStep> = {}): CallStep => ({
  as,
  call: `organizations:${name}`,
  input: { HandshakeId: '${handshake}' },
  ...more,
});

/** Observed on live AWS. */
export const handshakeNotFound = refusal('HandshakeNotFoundException', "You specified a handshake that doesn't exist.");

/** The sentences are those of the service model, not observed. */
export const alreadyThere = refusal(
  'HandshakeAlreadyInStateException',
  'The specified handshake is already in the requested state.',
);

export const invalidTransition = refusal(
  'InvalidHandshakeTransitionException',
  "You can't perform the operation on the handshake in its current state.",
);

/** What every call that names a handshake refuses. */
export const handshakeRefusals = (name: string): Cases => {
  const unknown = { HandshakeId: 'h-00000000' };
  return {
    'does not know a handshake that is not there': refusedId(name, unknown, handshakeNotFound),
    ...valueRefusals(name, unknown, 'HandshakeId', 'HANDSHAKE_ID', 'h-1'),
    ...faultsOf(name, unknown, 'management'),
  };
};
