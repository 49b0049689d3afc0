import type { ParityScript } from '../../parity/script.ts';
import { answer, invitation } from './handshakes-parity.builder.ts';
import { callerRefusals, pageRefusals, pageSizeRefusals, refusedId } from './organizations-refusals.builder.ts';

const name = 'ListHandshakesForOrganization';

export const listHandshakesForOrganizationParity: ParityScript = {
  operation: 'organizations:ListHandshakesForOrganization',
  cases: {
    'lists handshakes, open ones and others': {
      touches: 'emulator',
      steps: [
        invitation,
        answer('outsider', 'DeclineHandshake'),
        invitation,
        {
          as: 'management',
          call: 'organizations:ListHandshakesForOrganization',
          gives: { Handshakes: [{ State: 'DECLINED' }, { Id: '${handshake}', State: 'OPEN' }] },
        },
        {
          as: 'management',
          call: 'organizations:ListHandshakesForOrganization',
          input: { Filter: { ActionType: 'ENABLE_ALL_FEATURES' } },
          gives: { Handshakes: [] },
        },
        {
          as: 'management',
          call: 'organizations:ListHandshakesForOrganization',
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
        { as: 'management', call: 'organizations:ListHandshakesForOrganization', gives: { Handshakes: [] } },
      ],
    },
    'answers in any organization': {
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: 'organizations:ListHandshakesForOrganization',
          gives: { Handshakes: { $any: 'list' } },
        },
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
    ...callerRefusals(name, {}, 'management or delegated'),
  },
};
