import type { Caller } from '../caller/caller.ts';
import { wholeSecond } from './envelope.ts';

type Members = Readonly<Record<string, unknown>>;

/** Who called, as records tell it (AWS docs: CloudTrail userIdentity element). */
export const userIdentity = (caller: Caller): Members => {
  const { accountId, arn, userId: principalId, principalArn, accessKeyId } = caller;
  const name = principalArn.split('/').at(-1);
  if (caller.principalType === 'User')
    return { type: 'IAMUser', principalId, arn, accountId, accessKeyId, userName: name };
  return {
    type: 'AssumedRole',
    principalId,
    arn,
    accountId,
    accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: principalId.split(':')[0],
        arn: principalArn,
        accountId,
        userName: name,
      },
      attributes: {
        creationDate: wholeSecond(Date.parse(caller.sessionSince ?? '')),
        mfaAuthenticated: 'false',
      },
    },
  };
};
