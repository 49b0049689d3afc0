import type { ParityScript } from '../../parity/script.ts';
import {
  alreadyThere,
  answer,
  handshakeNotFound,
  handshakeRefusals,
  invalidTransition,
  invitation,
} from './handshakes-parity.builder.ts';

export const cancelHandshakeParity: ParityScript = {
  operation: 'organizations:CancelHandshake',
  cases: {
    'takes an invitation back': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('management', 'CancelHandshake', { gives: { Handshake: { Id: '${handshake}', State: 'CANCELED' } } }),
        answer('management', 'CancelHandshake', { refuses: alreadyThere }),
      ],
    },
    'is too late when it was accepted': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('outsider', 'AcceptHandshake'),
        answer('management', 'CancelHandshake', { refuses: invalidTransition }),
      ],
    },
    'is not for who received it': {
      touches: 'emulator',
      steps: [invitation, answer('outsider', 'CancelHandshake', { refuses: handshakeNotFound })],
    },
    ...handshakeRefusals('CancelHandshake'),
  },
};
