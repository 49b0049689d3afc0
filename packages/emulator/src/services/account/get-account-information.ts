import { type Context, type Operation, ok } from '../../operation.ts';
import type { WorldAccount } from '../../world/world-file.ts';
import { accountAccess } from './account-access.ts';
import { accountIdField, targetOf } from './reach-account.ts';

export const getAccountInformation: Operation = {
  ...accountAccess('GetAccountInformation'),
  fields: [accountIdField],
  handle: (context) => {
    const account = targetOf(context);
    const { id, name, createdAt = account.joinedAt } = account;
    return ok({
      AccountId: id,
      AccountName: name,
      AccountCreatedDate: wholeSeconds(createdAt),
      AccountState: stateOf(context, account),
    });
  },
};

/** `2025-08-25T13:49:24Z`: without milliseconds, unlike Organizations (observed on live AWS). */
const wholeSeconds = (iso: string): string => new Date(iso).toISOString().replace(/\.\d{3}/, '');

/** The four states that Account Management knows; PENDING_CLOSURE is none of them (AWS service model). */
const stateOf = ({ behaviour }: Context, { state }: WorldAccount): string =>
  state === 'PENDING_CLOSURE' ? behaviour.pendingClosureState.toUpperCase() : state;
