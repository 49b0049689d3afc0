import type { ParityScript } from '../../parity/script.ts';
import {
  accountNotFound,
  callerRefusals,
  pageRefusals,
  pageSizeRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const name = 'ListDelegatedServicesForAccount';
const delegated = { AccountId: '${delegated}' };

export const listDelegatedServicesForAccountParity: ParityScript = {
  operation: 'organizations:ListDelegatedServicesForAccount',
  cases: {
    'lists the services that an account administers': {
      touches: 'reads',
      steps: [
        {
          as: 'management',
          call: `organizations:${name}`,
          input: delegated,
          gives: {
            DelegatedServices: {
              $contains: [{ ServicePrincipal: 'account.amazonaws.com', DelegationEnabledDate: { $time: 'any' } }],
            },
          },
        },
      ],
    },
    'knows no services of an account that administers none': {
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: `organizations:${name}`,
          input: { AccountId: '${member}' },
          refuses: refusal(
            'AccountNotRegisteredException',
            'The specified account is not a delegated administrator for this AWS service.',
          ),
        },
      ],
    },
    'does not know an account outside the organization': refusedId(name, { AccountId: '${unknown}' }, accountNotFound),
    ...valueRefusals(name, delegated, 'AccountId', 'ACCOUNT_ID', '12345'),
    ...pageRefusals(name, delegated),
    ...pageSizeRefusals(name, delegated),
    ...callerRefusals(name, delegated, 'management or delegated', 'account/${organization}/${delegated}'),
  },
};
