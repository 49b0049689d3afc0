import type { AccountId } from '../../contact/account-id.ts';
import { ok } from '../../failure/failure.ts';
import type { IdentityGateway } from '../gateway.ts';
import type { Answer } from './answer.ts';

/** The caller of a world in memory: an administrator of one account. */
export const memoryIdentity = (accountId: AccountId, answer: Answer): IdentityGateway => ({
  getCallerIdentity: () =>
    answer('sts:GetCallerIdentity', '', () => ok({ accountId, arn: `arn:aws:iam::${accountId}:user/administrator` })),
  renewCredentials: async () => {},
});
