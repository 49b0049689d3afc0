import { type Operation, ok } from '../../operation.ts';

/** Always allowed for valid credentials (AWS docs). */
export const getCallerIdentity: Operation = {
  name: 'GetCallerIdentity',
  fields: [],
  authorize: () => undefined,
  needs: () => [],
  handle: ({ caller }) => ok({ Arn: caller.arn, UserId: caller.userId, Account: caller.accountId }),
};
