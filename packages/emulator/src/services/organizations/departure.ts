import type { Context, ServiceError } from '../../operation.ts';
import { leaveUnit } from '../../world/place.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { seatOf } from '../../world/world-state.ts';
import { organizationsError } from './access.ts';

/** So long an account that was created has to stay, in milliseconds: four days (AWS docs: Organizations quotas). */
const waitingPeriod = 4 * 86_400_000;

/** Why an account cannot leave its organization; undefined when it can. */
export const departureProblem = (context: Context, account: WorldAccount): ServiceError | undefined => {
  const { organization } = seatOf(context.world, account.id);
  const isDelegated = organization?.delegatedAdministrators.some(({ accountId }) => accountId === account.id);
  if (organization?.managementAccountId === account.id) return masterCannotLeave;
  if (isDelegated) return isAdministrator;
  if (account.state === 'PENDING_CLOSURE') return isClosing;
  if (account.joinedMethod !== 'CREATED') return undefined;
  if (context.now < Date.parse(account.joinedAt) + waitingPeriod) return tooNew;
  return context.behaviour.createdAccountLeaves === 'refuse' ? noPaymentMethod : undefined;
};

/** Takes an account out of its organization. */
export const depart = ({ world, now }: Context, account: WorldAccount, method: 'Left' | 'Removed'): void => {
  const seat = seatOf(world, account.id);
  if (!seat.organization) return;
  const { id: organizationId, managementAccountId } = seat.organization;
  leaveUnit(seat, account);
  world.happenings.push({
    kind: 'account-departed',
    at: now,
    organizationId,
    managementAccountId,
    accountId: account.id,
    method,
  });
};

/** The sentence is that of the service model, not observed. */
const masterCannotLeave = organizationsError(
  'MasterCannotLeaveOrganizationException',
  "You can't remove a management account from an organization.",
);

/** The reasons are of the service model; the wordings were not observed. */
const isAdministrator = organizationsError(
  'ConstraintViolationException',
  'You attempted to remove an account that is designated as a delegated administrator from your organization.',
  'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
);

/** Own choice: what AWS says of an account that is being closed was not observed. */
const isClosing = organizationsError(
  'ConcurrentModificationException',
  "AWS Organizations can't complete your request because it conflicts with another attempt to modify the same entity. Try again later.",
);

const tooNew = organizationsError(
  'ConstraintViolationException',
  'After you create an account, you must wait until at least four days after it was created before you can remove it from the organization.',
  'WAIT_PERIOD_ACTIVE',
);

const noPaymentMethod = organizationsError(
  'ConstraintViolationException',
  'To complete this operation with this member account, you first must associate a valid payment instrument with the account.',
  'MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED',
);
