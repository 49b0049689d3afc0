import { accountService, type Caller, makeCaller, type Role } from '../caller/caller.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import { type Facts, isOutside } from './facts.ts';
import { readSentence } from './sentence.ts';

/** What a caller is to its organization, as far as the facts say. */
export type RoleFact =
  | { readonly kind: 'known'; readonly role: Role }
  /** The account belongs to no organization. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unknown'; readonly because: string; readonly would: string };

/**
 * Says what the caller is to its organization. Only the management account and the delegated administrator may look for the latter, so that
 * a member is known by two refusals in which no policy has a part: that of the list, and that of naming itself. Pure.
 */
export const roleOf = ({ identity, organization, administrators, ownByName }: Facts): RoleFact => {
  if (identity.kind === 'failed') return unknown(describeFailure(identity.failure), 'aws sts get-caller-identity');
  if (isOutside(organization)) return { kind: 'outside' };
  if (organization.kind !== 'ok')
    return unknown(unread(organization), 'a caller that may call organizations:DescribeOrganization');
  const { accountId } = identity.value;
  if (accountId === organization.value.managementAccountId) return { kind: 'known', role: 'management' };
  if (administrators.kind === 'ok') return known(administrators.value.includes(accountId));
  if (ownByName.kind === 'ok') return known(true);
  return isRefusedList(administrators) && isRefusedCall(ownByName)
    ? known(false)
    : unknown(
        unread(administrators),
        `aws organizations list-delegated-administrators --service-principal ${accountService}, in the management account ${organization.value.managementAccountId}`,
      );
};

/** The caller as the other rooms know it; undefined where its role is not known or it belongs to no organization. */
export const callerOf = (facts: Facts): Caller | undefined => {
  const { identity, organization } = facts;
  const role = roleOf(facts);
  if (role.kind !== 'known' || identity.kind !== 'ok' || organization.kind !== 'ok') return undefined;
  const { id: organizationId, managementAccountId } = organization.value;
  const { accountId, arn } = identity.value;
  const delegatedAdministrators = role.role === 'delegated-administrator' ? [accountId] : [];
  return makeCaller({ accountId, arn, organizationId, managementAccountId, delegatedAdministrators });
};

const known = (isDelegated: boolean): RoleFact => ({
  kind: 'known',
  role: isDelegated ? 'delegated-administrator' : 'member',
});

const unknown = (because: string, would: string): RoleFact => ({ kind: 'unknown', because, would });

type AnyFact = Facts['administrators'] | Facts['organization'];

const unread = (fact: AnyFact): string => (fact.kind === 'failed' ? describeFailure(fact.failure) : 'nobody asked');

/** Organizations refuses its lists to ordinary members in words of its own; what IAM refuses says who may not perform what (observed). */
const isRefusedList = (fact: Facts['administrators']): boolean =>
  fact.kind === 'failed' && fact.failure.kind === 'denied' && !/not authorized to perform/.test(fact.failure.message);

/** Refused by Account Management itself, and not by a policy. */
const isRefusedCall = (fact: Facts['ownByName']): boolean =>
  fact.kind === 'failed' && fact.failure.kind === 'denied' && readSentence(fact.failure).kind === 'bare';
