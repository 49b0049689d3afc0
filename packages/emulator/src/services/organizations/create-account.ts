import { type Context, type Operation, ok, refuse } from '../../operation.ts';
import { isEmailInUse } from '../../world/email-in-use.ts';
import type { WorldCreation } from '../../world/organization-file.ts';
import { scheduleCreation } from '../../world/schedule.ts';
import { settle } from '../../world/settle.ts';
import { managementOnly, organizationsError } from './access.ts';
import { isFull } from './account-quota.ts';
import { creationShape, creationTime } from './creations.ts';
import { newAccountId, newId } from './new-id.ts';
import { needsOn, needsToCreate } from './organizations-needs.ts';
import { tagsField, tagsIn, tagsProblem } from './tags-field.ts';

/** So many accounts can be created at once (AWS docs: Organizations quotas). */
const atOnce = 5;

/** Asynchronous: even a duplicate address is told later, as a failed creation (observed on live AWS). */
export const createAccount: Operation = {
  name: 'CreateAccount',
  fields: [
    { name: 'Email', type: 'string', required: true, min: 6, max: 64, pattern: '[^\\s@]+@[^\\s@]+\\.[^\\s@]+' },
    { name: 'AccountName', type: 'string', required: true, min: 1, max: 50, pattern: '[\\u0020-\\u007E]+' },
    { name: 'RoleName', type: 'string', max: 64, pattern: '[\\w+=,.@\\-]{1,64}' },
    { name: 'IamUserAccessToBilling', type: 'string', values: ['ALLOW', 'DENY'] },
    tagsField,
  ],
  authorize: managementOnly,
  needs: needsToCreate('account', needsOn()),
  handle: (context) => {
    const { world, input, now } = context;
    const problem = tagsProblem(context);
    if (problem) return refuse(problem);
    const running = [...world.creations.values()].filter(({ state }) => state === 'IN_PROGRESS');
    if (running.some(({ email }) => isSame(email, String(input['Email'])))) return refuse(conflict);
    if (running.length >= atOnce) return refuse(tooManyAtOnce);
    if (isFull(context) && context.behaviour.accountLimit === 'exception') return refuse(tooManyAccounts);
    const creation = begin(context);
    world.creations.set(creation.id, creation);
    scheduleCreation(world.agenda, creation);
    settle(world, now);
    return ok({ CreateAccountStatus: creationShape(creation) });
  },
};

const begin = (context: Context): WorldCreation => {
  const { world, input, now, instant } = context;
  const email = String(input['Email']);
  const base = {
    id: newId(world, 'car-', 32),
    name: String(input['AccountName']),
    email,
    state: 'IN_PROGRESS' as const,
    requestedAt: new Date(now).toISOString(),
    endsAt: new Date(instant ? now : now + creationTime).toISOString(),
    tags: tagsIn(context),
    ...(typeof input['RoleName'] === 'string' && { roleName: input['RoleName'] }),
  };
  const failure = failureOf(context, email);
  return failure === undefined ? { ...base, accountId: newAccountId(world) } : { ...base, failure };
};

/** Why the account will not be there in the end (AWS service model, CreateAccountFailureReason). */
const failureOf = (context: Context, email: string): string | undefined => {
  if (context.fails !== undefined) return context.fails;
  if (isEmailInUse(context.world, email)) return 'EMAIL_ALREADY_EXISTS';
  return isFull(context) ? 'ACCOUNT_LIMIT_EXCEEDED' : undefined;
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Two creations of one address at the same time (observed on live AWS). */
const conflict = organizationsError(
  'ConcurrentModificationException',
  "AWS Organizations can't complete your request because it conflicts with another attempt to modify the same entity. Try again later.",
);

/** The reason is of the service model; the wording was not observed. */
const tooManyAtOnce = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the number of accounts that can be created at the same time.',
  'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED',
);

/** The reason is of the service model; the wording was not observed. */
const tooManyAccounts = organizationsError(
  'ConstraintViolationException',
  'You have exceeded the allowed number of AWS accounts.',
  'ACCOUNT_NUMBER_LIMIT_EXCEEDED',
);
