import type { ParityScript } from '../../parity/script.ts';
import {
  accountNotFound,
  callerRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const delegated = { AccountId: '${delegated}', ServicePrincipal: 'account.amazonaws.com' };

export const deregisterDelegatedAdministratorParity: ParityScript = {
  operation: 'organizations:DeregisterDelegatedAdministrator',
  cases: {
    'takes the delegation, and with it what it opened': {
      touches: 'emulator',
      steps: [
        { as: 'management', call: 'organizations:DeregisterDelegatedAdministrator', input: delegated, gives: {} },
        {
          as: 'delegated',
          call: 'organizations:ListAccounts',
          refuses: refusal('AccessDeniedException', "You don't have permissions to access this resource."),
        },
      ],
    },
    'refuses an account that is not registered': refusedId(
      'DeregisterDelegatedAdministrator',
      { ...delegated, AccountId: '${member}' },
      refusal(
        'AccountNotRegisteredException',
        'The specified account is not a delegated administrator for this AWS service.',
      ),
    ),
    'does not know an account outside the organization': refusedId(
      'DeregisterDelegatedAdministrator',
      { ...delegated, AccountId: '${unknown}' },
      accountNotFound,
    ),
    ...valueRefusals('DeregisterDelegatedAdministrator', delegated, 'AccountId', 'ACCOUNT_ID', '12345'),
    ...valueRefusals(
      'DeregisterDelegatedAdministrator',
      delegated,
      'ServicePrincipal',
      'SERVICE_PRINCIPAL',
      'no service',
    ),
    ...callerRefusals(
      'DeregisterDelegatedAdministrator',
      delegated,
      'management',
      'account/${organization}/${delegated}',
    ),
  },
};
