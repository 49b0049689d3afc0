import { type Context, type Operation, ok, refuse, type ServiceError } from '../../operation.ts';
import { scheduleClosure } from '../../world/schedule.ts';
import { settle } from '../../world/settle.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { memberOf } from '../../world/world-state.ts';
import { managementOnly, organizationOf, organizationsError } from './access.ts';
import { accountIdField, accountNotFound } from './describe-account.ts';
import { memberCalled } from './member-called.ts';
import { needsOn } from './organizations-needs.ts';

/** How long a closing takes, in milliseconds: "a few minutes" (AWS service model). */
const closingTime = 180_000;

/** So many accounts can be closed at once (AWS docs: Organizations quotas). */
const atOnce = 3;

/** So many in 30 days: 20 % of the members, but not fewer than 250 and not more than 1,000 (AWS docs: Organizations quotas). */
const rolling = { days: 30, share: 0.2, least: 250, most: 1000 };

/** Asynchronous: the account is PENDING_CLOSURE until it is closed. */
export const closeAccount: Operation = {
  name: 'CloseAccount',
  fields: [accountIdField],
  authorize: managementOnly,
  needs: needsOn('AccountId'),
  handle: (context) => {
    const { world, input, now, instant, fails } = context;
    const account = memberOf(world, String(input['AccountId']));
    if (!account) return refuse(accountNotFound);
    const problem = problemWith(context, account);
    if (problem) return refuse(problem);
    account.closure = {
      requestedAt: new Date(now).toISOString(),
      endsAt: new Date(instant ? now : now + closingTime).toISOString(),
      ...(account.state !== 'ACTIVE' && { before: account.state }),
      ...(fails !== undefined && { failure: fails }),
    };
    account.state = 'PENDING_CLOSURE';
    scheduleClosure(world.agenda, account);
    settle(world, now);
    return ok();
  },
};

const problemWith = (context: Context, account: WorldAccount): ServiceError | undefined => {
  const { featureSet, managementAccountId } = organizationOf(context);
  if (account.id === managementAccountId) return isManagement;
  if (featureSet !== 'ALL') return notAllFeatures;
  if (isDelegated(context, account) && context.behaviour.closeDelegatedAdministrator === 'refuse')
    return isAdministrator;
  if (account.state === 'CLOSED') return alreadyClosed;
  if (account.state === 'PENDING_CLOSURE') return isClosing;
  if (account.state === 'PENDING_ACTIVATION') return notComplete;
  return quotaProblem(context);
};

const isDelegated = (context: Context, { id }: WorldAccount): boolean =>
  organizationOf(context).delegatedAdministrators.some(({ accountId }) => accountId === id);

const quotaProblem = (context: Context): ServiceError | undefined => {
  const { members } = context.world;
  const closures = members.flatMap((id) => {
    const { state, closure } = memberCalled(context, id);
    return closure ? [{ state, requestedAt: Date.parse(closure.requestedAt) }] : [];
  });
  const since = context.now - rolling.days * 86_400_000;
  const most = Math.min(rolling.most, Math.max(rolling.least, Math.floor(members.length * rolling.share)));
  if (closures.filter(({ state }) => state === 'PENDING_CLOSURE').length >= atOnce) return tooManyAtOnce;
  return closures.filter(({ requestedAt }) => requestedAt > since).length >= most ? tooMany : undefined;
};

/** The reasons are of the service model; the wordings were not observed. */
const constraint = (message: string, reason: string): ServiceError =>
  organizationsError('ConstraintViolationException', message, reason);

const isManagement = constraint(
  'You attempted to close the management account. To close the management account for the organization, you must first either remove or close all member accounts in the organization.',
  'CANNOT_CLOSE_MANAGEMENT_ACCOUNT',
);

const notAllFeatures = constraint(
  "You attempted to perform an operation that requires the organization to be configured to support all features. An organization that supports only consolidated billing features can't perform this operation.",
  'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
);

const isAdministrator = constraint(
  'You attempted to close an account that is designated as a delegated administrator.',
  'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
);

const notComplete = constraint(
  "Your account setup isn't complete or your account isn't fully active. You must complete the account setup before you can close it.",
  'ACCOUNT_CREATION_NOT_COMPLETE',
);

const tooManyAtOnce = constraint(
  'You attempted to exceed the number of accounts that you can close at a time.',
  'CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED',
);

const tooMany = constraint(
  'You have exceeded close account quota for the past 30 days.',
  'CLOSE_ACCOUNT_QUOTA_EXCEEDED',
);

/** The sentences are those of the service model, not observed. */
const alreadyClosed = organizationsError(
  'AccountAlreadyClosedException',
  'You attempted to close an account that is already closed.',
);

const isClosing = organizationsError(
  'ConflictException',
  'The request failed because it conflicts with the current state of the specified resource.',
);
