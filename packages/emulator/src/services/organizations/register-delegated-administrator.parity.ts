import type { ParityScript } from '../../parity/script.ts';
import {
  accountNotFound,
  callerRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const member = { AccountId: '${member}', ServicePrincipal: 'account.amazonaws.com' };

export const registerDelegatedAdministratorParity: ParityScript = {
  operation: 'organizations:RegisterDelegatedAdministrator',
  cases: {
    'registers a member, which may then read the organization': {
      touches: 'emulator',
      emulator: { organization: { delegatedAdministrators: [] } },
      steps: [
        {
          as: 'member',
          call: 'organizations:ListAccounts',
          refuses: { error: 'AccessDeniedException', status: 400 },
        },
        { as: 'management', call: 'organizations:RegisterDelegatedAdministrator', input: member, gives: {} },
        { as: 'member', call: 'organizations:ListAccounts', gives: { Accounts: { $any: 'list' } } },
      ],
    },
    'needs service access first': {
      evidence: 'Observed on live AWS',
      ...refusedId(
        'RegisterDelegatedAdministrator',
        member,
        refusal(
          'ConstraintViolationException',
          'You must enable service access before you delegate an administrator for this service. Call the AWS API EnableAWSServiceAccess first.',
          'SERVICE_ACCESS_NOT_ENABLED',
        ),
      ),
      emulator: { organization: { trustedServices: [], delegatedAdministrators: [] } },
    },
    // Observed on live AWS.
    'refuses the management account': refusedId(
      'RegisterDelegatedAdministrator',
      { ...member, AccountId: '${management}' },
      refusal(
        'ConstraintViolationException',
        'You cannot register management account/yourself as delegated administrator for your organization.',
        'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
      ),
    ),
    // Limited to one (AWS docs); the reason is of the service model, the wording was not observed.
    'refuses a second administrator for Account Management': refusedId(
      'RegisterDelegatedAdministrator',
      member,
      refusal(
        'ConstraintViolationException',
        'You have exceeded the number of delegated administrators allowed for the service principal.',
        'MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED',
      ),
    ),
    // The reason is of the service model; the wording was not observed.
    'refuses a suspended account': refusedId(
      'RegisterDelegatedAdministrator',
      { ...member, AccountId: '${suspended}' },
      refusal(
        'ConstraintViolationException',
        'You cannot register a suspended account as a delegated administrator.',
        'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR',
      ),
    ),
    'refuses an account that is registered already': refusedId(
      'RegisterDelegatedAdministrator',
      { ...member, AccountId: '${delegated}' },
      refusal(
        'AccountAlreadyRegisteredException',
        'The specified account is already a delegated administrator for this AWS service.',
      ),
    ),
    'does not know an account outside the organization': refusedId(
      'RegisterDelegatedAdministrator',
      { ...member, AccountId: '${unknown}' },
      accountNotFound,
    ),
    ...valueRefusals('RegisterDelegatedAdministrator', member, 'AccountId', 'ACCOUNT_ID', '12345'),
    ...valueRefusals('RegisterDelegatedAdministrator', member, 'ServicePrincipal', 'SERVICE_PRINCIPAL', 'no service'),
    ...callerRefusals('RegisterDelegatedAdministrator', member, 'management', 'account/${organization}/${member}'),
  },
};
