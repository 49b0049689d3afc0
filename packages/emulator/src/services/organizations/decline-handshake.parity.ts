import type { ParityScript } from '../../parity/script.ts';
import {
  alreadyThere,
  answer,
  handshakeNotFound,
  handshakeRefusals,
  invalidTransition,
  invitation,
} from './handshakes-parity.builder.ts';

export const declineHandshakeParity: ParityScript = {
  operation: 'organizations:DeclineHandshake',
  cases: {
    'ends an invitation; another one can be sent': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('outsider', 'DeclineHandshake', { gives: { Handshake: { State: 'DECLINED', Action: 'INVITE' } } }),
        answer('outsider', 'DeclineHandshake', { refuses: alreadyThere }),
        answer('outsider', 'AcceptHandshake', { refuses: invalidTransition }),
        { ...invitation, gives: { Handshake: { State: 'OPEN' } } },
      ],
    },
    'is not for who sent it': {
      touches: 'emulator',
      steps: [invitation, answer('management', 'DeclineHandshake', { refuses: handshakeNotFound })],
    },
    ...handshakeRefusals('DeclineHandshake'),
  },
};
