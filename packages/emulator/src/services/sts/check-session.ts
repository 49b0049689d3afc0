import type { Context, ServiceError } from '../../operation.ts';
import { tagsIn, textIn } from './session-input.ts';
import { policyFault } from './session-policies.ts';
import { invalidParameter } from './tag-faults.ts';
import { grantedRole } from './wanted-role.ts';

/** An hour: how long the session of a role may be that was assumed from another role (AWS docs: role chaining). */
const chained = 3600;

/** What is refused only to those who may assume the role. The order of these was not observed. */
export const checkSession = (context: Context): ServiceError | undefined =>
  secondFactor(context) ?? tooLong(context) ?? inherited(context) ?? policyFault(context);

/** Nobody has a device here, so that no code is the right one (sentences: users' reports). */
const secondFactor = (context: Context): ServiceError | undefined => {
  const given = [textIn(context, 'SerialNumber'), textIn(context, 'TokenCode')].filter((text) => text !== undefined);
  if (given.length === 0) return undefined;
  return denied(
    given.length === 1
      ? 'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.'
      : 'MultiFactorAuthentication failed with invalid MFA one time pass code.',
  );
};

/** Sentences: users' reports. */
const tooLong = (context: Context): ServiceError | undefined => {
  const seconds = Number(context.input['DurationSeconds'] ?? 0);
  if (context.caller.principalType === 'AssumedRole' && seconds > chained)
    return invalid(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  return seconds > grantedRole(context).role.maxSessionDuration
    ? invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')
    : undefined;
};

/** What the calling session passes on stays as it is (AWS docs: chaining roles, source identity; sentences: users' reports). */
const inherited = (context: Context): ServiceError | undefined => {
  const { transitiveTags = {}, sourceIdentity } = context.caller;
  const passedOn = Object.keys(transitiveTags).map((key) => key.toLowerCase());
  if (tagsIn(context).some(({ Key }) => passedOn.includes(Key.toLowerCase())))
    return invalidParameter(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  const wanted = textIn(context, 'SourceIdentity');
  return wanted === undefined || sourceIdentity === undefined || wanted === sourceIdentity
    ? undefined
    : denied('The source identity is already set for this assume role session');
};

const invalid = (message: string): ServiceError => ({ code: 'ValidationError', status: 400, message });

const denied = (message: string): ServiceError => ({ code: 'AccessDenied', status: 403, message });
