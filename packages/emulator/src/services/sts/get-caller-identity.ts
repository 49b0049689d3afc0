import { type Operation, ok } from '../../operation.ts';

/** Always allowed for valid credentials (AWS docs). */
export const getCallerIdentity: Operation = {
  name: 'GetCallerIdentity',
  fields: [],
  authorize: () => undefined,
  handle: ({ caller }) => ok({ Arn: caller.arn, UserId: `AIDA${caller.accountId}ADMIN`, Account: caller.accountId }),
};
