import type { Role } from '../caller/caller.ts';
import type { Fact, Facts } from './facts.ts';

/**
 * What the caller is to its organization, as far as the facts say. The list of administrators decides; where it may not be read, both lists
 * that Organizations keeps from ordinary members have to be refused in its own words. Pure.
 */
export const standingOf = ({ identity, organization, trustedAccess, administrators }: Facts): Role | 'unknown' => {
  if (identity.kind === 'failed' || organization.kind === 'failed') return 'unknown';
  const { accountId } = identity.value;
  if (accountId === organization.value.managementAccountId) return 'management';
  if (administrators.kind === 'known')
    return administrators.value.includes(accountId) ? 'delegated-administrator' : 'member';
  return isKeptFromMembers(administrators) && isKeptFromMembers(trustedAccess) ? 'member' : 'unknown';
};

/** What IAM refuses begins with the user; what Organizations refuses to every ordinary member does not (observed on live AWS). */
const isKeptFromMembers = (fact: Fact<unknown>): boolean =>
  fact.kind === 'unreadable' && fact.failure.kind === 'denied' && !fact.failure.message.startsWith('User: ');
