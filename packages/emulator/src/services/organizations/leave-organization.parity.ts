import type { ParityScript } from '../../parity/script.ts';
import { faultsOf, refusal } from './organizations-refusals.builder.ts';

const leave = 'organizations:LeaveOrganization' as const;

export const leaveOrganizationParity: ParityScript = {
  operation: 'organizations:LeaveOrganization',
  cases: {
    'makes the account a standalone one': {
      touches: 'emulator',
      steps: [
        { as: 'member', call: leave, gives: {} },
        {
          as: 'member',
          call: 'organizations:DescribeOrganization',
          refuses: refusal('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.'),
        },
        {
          as: 'management',
          call: 'organizations:ListAccountsForParent',
          input: { ParentId: '${workloads}' },
          gives: { Accounts: [] },
        },
        { as: 'member', call: 'account:GetAccountInformation', gives: { AccountId: '${member}' } },
      ],
    },
    'is refused to the management account': {
      evidence: 'The sentence is that of the service model, not observed',
      touches: 'emulator',
      steps: [
        {
          as: 'management',
          call: leave,
          refuses: refusal(
            'MasterCannotLeaveOrganizationException',
            "You can't remove a management account from an organization.",
          ),
        },
      ],
    },
    'is refused to a delegated administrator': {
      touches: 'emulator',
      steps: [
        {
          as: 'delegated',
          call: leave,
          refuses: {
            error: 'ConstraintViolationException',
            status: 400,
            reason: 'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
          },
        },
      ],
    },
    'is refused to an account of no organization': {
      touches: 'emulator',
      steps: [
        {
          as: 'outsider',
          call: leave,
          refuses: refusal('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.'),
        },
      ],
    },
    ...faultsOf('LeaveOrganization', {}, 'member'),
  },
};
