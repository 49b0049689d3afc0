import type { ParityScript } from '../../parity/script.ts';
import {
  accountNotFound,
  callerRefusals,
  refusal,
  refusedId,
  valueRefusals,
} from './organizations-refusals.builder.ts';

const close = 'organizations:CloseAccount' as const;
const member = { AccountId: '${member}' };
const constraint = (reason: string) => ({ error: 'ConstraintViolationException', status: 400, reason });

const shows = (gives: Readonly<Record<string, unknown>>) => ({
  as: 'management' as const,
  call: 'organizations:DescribeAccount' as const,
  input: member,
  gives: { Account: gives },
});

export const closeAccountParity: ParityScript = {
  operation: 'organizations:CloseAccount',
  cases: {
    'closes an account within minutes': {
      touches: 'emulator',
      steps: [
        { as: 'management', call: close, input: member, gives: {} },
        shows({ State: 'PENDING_CLOSURE', Status: 'PENDING_CLOSURE' }),
        {
          as: 'management',
          call: close,
          input: member,
          refuses: refusal(
            'ConflictException',
            'The request failed because it conflicts with the current state of the specified resource.',
          ),
        },
        { passSeconds: 180 },
        shows({ State: 'CLOSED', Status: 'SUSPENDED' }),
        {
          as: 'management',
          call: close,
          input: member,
          refuses: refusal(
            'AccountAlreadyClosedException',
            'You attempted to close an account that is already closed.',
          ),
        },
      ],
    },
    'leaves nothing of the account after 90 days': {
      touches: 'emulator',
      emulator: { instant: true },
      steps: [
        { as: 'management', call: close, input: member, gives: {} },
        { passSeconds: 90 * 86_400 },
        { as: 'management', call: 'organizations:DescribeAccount', input: member, refuses: accountNotFound },
      ],
    },
    // The reasons are of the service model, the wordings were not observed.
    'refuses the management account': refusedId(
      'CloseAccount',
      { AccountId: '${management}' },
      constraint('CANNOT_CLOSE_MANAGEMENT_ACCOUNT'),
    ),
    'needs all features': {
      touches: 'emulator',
      emulator: {
        organization: { featureSet: 'CONSOLIDATED_BILLING', trustedServices: [], delegatedAdministrators: [] },
      },
      steps: [
        {
          as: 'management',
          call: close,
          input: member,
          refuses: constraint('ORGANIZATION_NOT_IN_ALL_FEATURES_MODE'),
        },
      ],
    },
    'does not know an account outside the organization': refusedId(
      'CloseAccount',
      { AccountId: '${outsider}' },
      accountNotFound,
    ),
    ...valueRefusals('CloseAccount', member, 'AccountId', 'ACCOUNT_ID', '12345'),
    ...callerRefusals('CloseAccount', member, 'management', 'account/${organization}/${member}'),
  },
};
