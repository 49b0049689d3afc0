import type { ParityScript } from '../../parity/script.ts';
import {
  accountNotFound,
  callerRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const name = 'RemoveAccountFromOrganization';
const remove = `organizations:${name}` as const;
const member = { AccountId: '${member}' };

export const removeAccountFromOrganizationParity: ParityScript = {
  operation: 'organizations:RemoveAccountFromOrganization',
  cases: {
    'makes the account a standalone one': {
      touches: 'emulator',
      steps: [
        { as: 'management', call: remove, input: member, gives: {} },
        { as: 'management', call: 'organizations:DescribeAccount', input: member, refuses: accountNotFound },
      ],
    },
    'waits four days with an account that was created': {
      evidence: 'Four days (AWS docs); the reason is of the service model, the wording was not observed',
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: 'organizations:CreateAccount',
          input: { Email: 'aws+new@example.com', AccountName: 'new' },
          keep: { request: 'CreateAccountStatus.Id' },
        },
        { passSeconds: 3 },
        {
          as: 'management',
          call: 'organizations:DescribeCreateAccountStatus',
          input: { CreateAccountRequestId: '${request}' },
          keep: { new: 'CreateAccountStatus.AccountId' },
        },
        {
          as: 'management',
          call: remove,
          input: { AccountId: '${new}' },
          refuses: { error: 'ConstraintViolationException', status: 400, reason: 'WAIT_PERIOD_ACTIVE' },
        },
        { passSeconds: 4 * 86_400 },
        { as: 'management', call: remove, input: { AccountId: '${new}' }, gives: {} },
      ],
    },
    'refuses the management account': refusedId(
      name,
      { AccountId: '${management}' },
      refusal('MasterCannotLeaveOrganizationException', "You can't remove a management account from an organization."),
    ),
    'refuses a delegated administrator': refusedId(
      name,
      { AccountId: '${delegated}' },
      {
        error: 'ConstraintViolationException',
        status: 400,
        reason: 'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
      },
    ),
    'does not know an account outside the organization': refusedId(name, { AccountId: '${outsider}' }, accountNotFound),
    ...valueRefusals(name, member, 'AccountId', 'ACCOUNT_ID', '12345'),
    ...callerRefusals(name, member, 'management', 'account/${organization}/${member}'),
  },
};
