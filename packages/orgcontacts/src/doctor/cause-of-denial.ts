import { accountService, type Role } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import { causeOfPolicies } from './cause-of-policies.ts';
import { organizationCauses, policyCauses, targetCauses, unclear } from './causes.ts';
import type { Cause, Denial } from './denial.ts';
import type { Facts } from './facts.ts';
import { roleOf } from './role-of.ts';
import { layerNames, readSentence } from './sentence.ts';

/** What AWS says to a signature that is wrong (AWS docs: common errors). It has the status of a denial. */
const signatureCodes = [
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'IncompleteSignature',
  'IncompleteSignatureException',
  'RequestTimeTooSkewed',
];

/**
 * Names why a call was denied, by facts and in the order in which AWS was observed to decide: who calls, whether the organization allows to
 * name accounts at all, which account was meant, and last the policies. AWS's sentence decides nothing by itself; where the facts leave
 * more than one cause it says that it cannot tell, and what would decide. Pure.
 */
export const causeOfDenial = (facts: Facts, denial: Denial): Cause => {
  const { failure, target } = denial;
  if (signatureCodes.includes(failure.code))
    return policyCauses.badSignature(describeFailure(failure), facts.clockSkew);
  if (failure.kind === 'expired') return policyCauses.expired(describeFailure(failure));
  if (failure.kind !== 'denied') return unclear(`${describeFailure(failure)}, which is no denial`, 'another try');
  if (facts.identity.kind === 'failed')
    return unclear(describeFailure(facts.identity.failure), 'aws sts get-caller-identity');
  const { accountId } = facts.identity.value;
  if (target.context === 'organization') return organizationCause(facts, denial, accountId);
  if (target.accountId !== accountId)
    return unclear(
      `the caller is in ${accountId}, and ${target.accountId} was reached through other credentials`,
      `orgcontacts doctor with the credentials of ${target.accountId}`,
    );
  return causeOfPolicies(facts, denial, roleOf(facts));
};

const organizationCause = (facts: Facts, denial: Denial, caller: AccountId): Cause => {
  const role = roleOf(facts);
  if (role.kind === 'outside') return organizationCauses.noOrganization(caller);
  if (role.kind === 'unknown') return unclear(`${role.because}${hintOf(denial)}`, role.would);
  return (
    causeInOrganization(facts, role.role, caller) ??
    causeInTarget(facts, denial, role.role) ??
    openQuestion(facts, denial) ??
    causeOfPolicies(facts, denial, role)
  );
};

/** What is in the way of naming any account. */
const causeInOrganization = (facts: Facts, role: Role, caller: AccountId): Cause | undefined => {
  const { organization, trustedServices, administrators } = facts;
  if (organization.kind !== 'ok') return undefined;
  const { managementAccountId, featureSet } = organization.value;
  if (role === 'member')
    return organizationCauses.notDelegated(
      caller,
      managementAccountId,
      administrators.kind === 'ok' ? administrators.value : [],
    );
  if (featureSet !== 'ALL') return organizationCauses.allFeaturesOff(featureSet);
  return trustedServices.kind === 'ok' && !trustedServices.value.includes(accountService)
    ? organizationCauses.trustedAccessOff(trustedServices.value)
    : undefined;
};

/** What is in the way of naming this account. */
const causeInTarget = ({ organization, accounts }: Facts, { target }: Denial, role: Role): Cause | undefined => {
  if (organization.kind !== 'ok') return undefined;
  const { id, managementAccountId } = organization.value;
  if (target.accountId === managementAccountId)
    return role === 'management'
      ? targetCauses.managementNamed(managementAccountId)
      : targetCauses.managementOutOfReach(managementAccountId);
  const found = accounts.get(target.accountId);
  return found?.kind === 'ok' && found.value.kind === 'none' ? targetCauses.notMember(target.accountId, id) : undefined;
};

/** A fact about the organization or the target that could not be read, so that whatever comes after it cannot be told. */
const openQuestion = (facts: Facts, denial: Denial): Cause | undefined => {
  const { trustedServices, ownByName, hasReachedMember, accounts } = facts;
  const isTrusted = trustedServices.kind === 'ok' || ownByName.kind === 'ok' || hasReachedMember;
  if (!isTrusted)
    return unclear(
      `${unread(trustedServices)}${hintOf(denial)}`,
      'aws organizations list-aws-service-access-for-organization',
    );
  const { accountId } = denial.target;
  const found = accounts.get(accountId);
  return found?.kind === 'ok'
    ? undefined
    : unclear(
        `whether ${accountId} is in the organization is not known: ${found ? describeFailure(found.failure) : 'nobody asked'}${hintOf(denial)}`,
        `aws organizations describe-account --account-id ${accountId}`,
      );
};

const unread = (fact: Facts['trustedServices']): string =>
  `whether trusted access is on is not known: ${fact.kind === 'failed' ? describeFailure(fact.failure) : 'nobody asked'}`;

/** What AWS's sentence names, which is no proof. */
const hintOf = ({ failure }: Denial): string => {
  const sentence = readSentence(failure);
  return sentence.kind === 'policy' && sentence.layer !== null
    ? `; AWS's sentence names ${layerNames[sentence.layer]}`
    : '';
};
