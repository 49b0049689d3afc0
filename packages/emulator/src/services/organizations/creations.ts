import type { WorldCreation } from '../../world/organization-file.ts';
import { seconds } from './shapes.ts';

/** How long a creation takes, in milliseconds: a duplicate address was told after about 2 s (observed on live AWS). */
export const creationTime = 2000;

/** A creation as Organizations shows it; the account and the end are told only when there are any. */
export const creationShape = (creation: WorldCreation): Readonly<Record<string, unknown>> => {
  const { id, name, state, requestedAt, endsAt, accountId, failure } = creation;
  return {
    Id: id,
    AccountName: name,
    State: state,
    RequestedTimestamp: seconds(requestedAt),
    ...(state !== 'IN_PROGRESS' && { CompletedTimestamp: seconds(endsAt) }),
    ...(state === 'SUCCEEDED' && { AccountId: accountId }),
    ...(state === 'FAILED' && { FailureReason: failure }),
  };
};
