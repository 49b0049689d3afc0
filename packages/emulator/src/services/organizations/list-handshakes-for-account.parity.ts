import type { ParityScript } from '../../parity/script.ts';
import { answer, invitation } from './handshakes-parity.builder.ts';
import { callerRefusals, pageRefusals, pageSizeRefusals, refusedId } from './organizations-refusals.builder.ts';

const name = 'ListHandshakesForAccount';

export const listHandshakesForAccountParity: ParityScript = {
  operation: 'organizations:ListHandshakesForAccount',
  cases: {
    'lists handshakes, open ones and others': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('outsider', 'DeclineHandshake'),
        invitation,
        {
          as: 'outsider',
          call: 'organizations:ListHandshakesForAccount',
          gives: { Handshakes: [{ State: 'DECLINED' }, { Id: '${handshake}', State: 'OPEN' }] },
        },
        {
          as: 'outsider',
          call: 'organizations:ListHandshakesForAccount',
          input: { Filter: { ActionType: 'ENABLE_ALL_FEATURES' } },
          gives: { Handshakes: [] },
        },
        {
          as: 'outsider',
          call: 'organizations:ListHandshakesForAccount',
          input: { Filter: { ParentHandshakeId: 'h-00000000' } },
          gives: { Handshakes: [] },
        },
      ],
    },
    'forgets a handshake 30 days after its end': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('outsider', 'DeclineHandshake'),
        { passSeconds: 30 * 86_400 },
        { as: 'outsider', call: 'organizations:ListHandshakesForAccount', gives: { Handshakes: [] } },
      ],
    },
    'answers in any organization': {
      touches: 'reads',
      steps: [
        { as: 'management', call: 'organizations:ListHandshakesForAccount', gives: { Handshakes: { $any: 'list' } } },
      ],
    },
    // The reason is of the service model, the wording was not observed.
    'refuses both filters at once': refusedId(
      name,
      { Filter: { ActionType: 'INVITE', ParentHandshakeId: 'h-00000000' } },
      { error: 'InvalidInputException', status: 400, reason: 'MAX_LIMIT_EXCEEDED_FILTER' },
    ),
    'refuses an action that is none': refusedId(
      name,
      { Filter: { ActionType: 'LEAVE' } },
      { error: 'InvalidInputException', status: 400, reason: 'INVALID_ENUM:ACTION_TYPE' },
    ),
    ...pageRefusals(name),
    ...pageSizeRefusals(name),
    ...callerRefusals(name, {}, 'anybody'),
  },
};
