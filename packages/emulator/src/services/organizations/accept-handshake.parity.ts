import type { ParityScript } from '../../parity/script.ts';
import {
  alreadyThere,
  answer,
  handshakeNotFound,
  handshakeRefusals,
  invalidTransition,
  invitation,
} from './handshakes-parity.builder.ts';

export const acceptHandshakeParity: ParityScript = {
  operation: 'organizations:AcceptHandshake',
  cases: {
    'takes the invited account into the root, without the tags and the role of a created one': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('outsider', 'AcceptHandshake', {
          gives: { Handshake: { Id: '${handshake}', Action: 'INVITE', State: 'ACCEPTED' } },
        }),
        {
          as: 'management',
          call: 'organizations:DescribeAccount',
          input: { AccountId: '${outsider}' },
          gives: { Account: { State: 'ACTIVE', JoinedMethod: 'INVITED', JoinedTimestamp: { $time: 'any' } } },
        },
        {
          as: 'outsider',
          call: 'organizations:DescribeOrganization',
          gives: { Organization: { Id: '${organization}' } },
        },
        answer('outsider', 'AcceptHandshake', { refuses: alreadyThere }),
      ],
    },
    'refuses an invitation that was taken back': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('management', 'CancelHandshake'),
        answer('outsider', 'AcceptHandshake', { refuses: invalidTransition }),
      ],
    },
    'refuses an invitation that is 15 days old': {
      touches: 'emulator',
      steps: [
        invitation,
        { passSeconds: 15 * 86_400 },
        answer('outsider', 'AcceptHandshake', { refuses: invalidTransition }),
        answer('outsider', 'DescribeHandshake', { gives: { Handshake: { State: 'EXPIRED' } } }),
      ],
    },
    'does not know the handshake of somebody else': {
      touches: 'emulator',
      steps: [invitation, answer('management', 'AcceptHandshake', { refuses: handshakeNotFound })],
    },
    ...handshakeRefusals('AcceptHandshake'),
  },
};
