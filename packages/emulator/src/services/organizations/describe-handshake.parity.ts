import type { ParityScript } from '../../parity/script.ts';
import { answer, handshakeNotFound, handshakeRefusals, invitation } from './handshakes-parity.builder.ts';

const shown = {
  Handshake: {
    Id: '${handshake}',
    Arn: 'arn:aws:organizations::${management}:handshake/${organization}/invite/${handshake}',
    Parties: [
      { Id: '${organization}', Type: 'ORGANIZATION' },
      { Id: '${outsider}', Type: 'ACCOUNT' },
    ],
    State: 'OPEN',
    Action: 'INVITE',
    RequestedTimestamp: { $time: 'any' },
    ExpirationTimestamp: { $time: 'any' },
    Resources: {
      $contains: [
        { Type: 'ACCOUNT', Value: '${outsider}' },
        { Type: 'NOTES', Value: 'joining' },
      ],
    },
  },
};

export const describeHandshakeParity: ParityScript = {
  operation: 'organizations:DescribeHandshake',
  cases: {
    'shows a handshake to both parties': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('management', 'DescribeHandshake', { gives: shown }),
        answer('outsider', 'DescribeHandshake', { gives: shown }),
      ],
    },
    'shows it to nobody else': {
      touches: 'emulator',
      steps: [invitation, answer('member', 'DescribeHandshake', { refuses: handshakeNotFound })],
    },
    ...handshakeRefusals('DescribeHandshake'),
  },
};
