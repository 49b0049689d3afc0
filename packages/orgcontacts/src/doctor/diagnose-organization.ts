import { accountService, type Role } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import { type Failure, failed } from '../failure/failure.ts';
import type { OrganizationFacts } from '../gateway/answers.ts';
import { organizationCauses } from './causes.ts';
import { type Facts, isOutside } from './facts.ts';
import { type Finding, finding, findingOf } from './finding.ts';
import { roleOf } from './role-of.ts';

/** Says which organization it is, what the caller is to it, and whether that lets it reach members. Pure. */
export const diagnoseOrganization = (facts: Facts): readonly Finding[] => {
  const { identity, organization } = facts;
  if (identity.kind === 'failed' || organization.kind === 'not-asked') return [];
  if (organization.kind === 'failed') return [organizationFinding(organization.failure, identity.value.accountId)];
  const { id, managementAccountId, featureSet } = organization.value;
  return [
    finding('organization', 'ok', {
      fact: `organizations:DescribeOrganization: ${id}`,
      message: `The organization is ${id}, and its management account ${managementAccountId}.`,
    }),
    featureSet === 'ALL'
      ? finding('all-features', 'ok', {
          fact: `organizations:DescribeOrganization: the feature set is ${featureSet}`,
          message: 'All features are enabled.',
        })
      : findingOf(organizationCauses.allFeaturesOff(featureSet)),
    ...roleFindings(facts, organization.value),
  ];
};

/** Says why the organization could not be read, and what to do. Pure. */
export const organizationFinding = (failure: Failure, caller?: AccountId): Finding => {
  if (isOutside(failed(failure))) return findingOf(organizationCauses.noOrganization(caller));
  return finding('organization-unreadable', failure.kind === 'denied' ? 'problem' : 'cannot-tell', {
    fact: describeFailure(failure),
    message:
      failure.kind === 'denied'
        ? 'The organization may not be read, and every plan needs organizations:DescribeOrganization. AWSAccountManagementFullAccess does not allow it. An administrator of the same account prints what is needed.'
        : 'The organization could not be read.',
    fix: failure.kind === 'denied' ? 'orgcontacts iam --for plan --profile NAME' : null,
    would: failure.kind === 'denied' ? null : 'another try: orgcontacts doctor',
  });
};

const roleFindings = (facts: Facts, organization: OrganizationFacts): readonly Finding[] => {
  const role = roleOf(facts);
  if (role.kind === 'outside') return [];
  if (role.kind === 'unknown')
    return [
      finding('role-unknown', 'cannot-tell', {
        fact: role.because,
        message: `The caller is not in the management account ${organization.managementAccountId}; whether it is the delegated administrator cannot be told.`,
        would: role.would,
      }),
    ];
  // A member needs none of it for itself, and may not look either.
  if (role.role === 'member') return [memberFinding(facts, organization)];
  return [
    finding('role', 'ok', {
      fact: roleFact(role.role, organization),
      message:
        role.role === 'management'
          ? 'The caller is in the management account: it reaches every account.'
          : `The caller is in the delegated administrator: it reaches every account but the management account ${organization.managementAccountId}, which takes --management-profile.`,
    }),
    trustedAccessFinding(facts),
    administratorFinding(facts),
  ];
};

const roleFact = (role: Role, { managementAccountId }: OrganizationFacts): string =>
  role === 'management'
    ? `organizations:DescribeOrganization: the management account is ${managementAccountId}, that of the caller`
    : `the caller is a delegated administrator for ${accountService}`;

const memberFinding = ({ administrators }: Facts, { managementAccountId }: OrganizationFacts): Finding => {
  const [administrator] = administrators.kind === 'ok' ? administrators.value : [];
  return finding('member-only', 'warning', {
    fact: `organizations:DescribeOrganization: the management account is ${managementAccountId}, and the caller is not its delegate for ${accountService}`,
    message: `The caller is in an ordinary member account: it reaches its own contacts only. For the others, call from ${administrator === undefined ? '' : `${administrator}, the delegated administrator, or from `}the management account ${managementAccountId}.`,
    fix: 'orgcontacts doctor --profile NAME',
  });
};

const trustedAccessFinding = ({ trustedServices, hasReachedMember, ownByName }: Facts): Finding => {
  if (trustedServices.kind === 'ok' && !trustedServices.value.includes(accountService))
    return findingOf(organizationCauses.trustedAccessOff(trustedServices.value));
  if (trustedServices.kind === 'ok' || hasReachedMember || ownByName.kind === 'ok')
    return finding('trusted-access', 'ok', {
      fact:
        trustedServices.kind === 'ok'
          ? `organizations:ListAWSServiceAccessForOrganization: ${accountService} is among them`
          : 'a call that named an account succeeded',
      message: `Trusted access for ${accountService} is on.`,
    });
  return finding('trusted-access-unknown', 'cannot-tell', {
    fact: trustedServices.kind === 'failed' ? describeFailure(trustedServices.failure) : 'nobody asked',
    message: `Whether trusted access for ${accountService} is on cannot be told.`,
    would: 'aws organizations list-aws-service-access-for-organization',
  });
};

const administratorFinding = ({ administrators }: Facts): Finding => {
  const isRead = administrators.kind === 'ok';
  const ids = isRead ? administrators.value : [];
  return finding('delegated-administrator', isRead ? 'ok' : 'warning', {
    fact: `organizations:ListDelegatedAdministrators: ${isRead ? ids.join(', ') || 'none' : 'could not be read'}`,
    message: isRead
      ? ids.length > 0
        ? `The delegated administrator for ${accountService} is ${ids.join(', ')}.`
        : `There is no delegated administrator for ${accountService}; only the management account reaches members.`
      : 'Who else is the delegated administrator could not be read; from here it is not needed.',
  });
};
