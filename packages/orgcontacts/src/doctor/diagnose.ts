import { accountService } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Failure, Result } from '../failure/failure.ts';
import type { Identity } from '../gateway/answers.ts';
import { causeOfDenial, type Denial } from './cause-of-denial.ts';
import type { Facts } from './facts.ts';
import { type DoctorCode, type DoctorFinding, finding } from './findings.ts';
import { standingOf } from './standing.ts';

/** A read of a contact that was tried. */
export interface Probe {
  readonly denial: Omit<Denial, 'failure'>;
  readonly result: Result<unknown>;
}

/** What was tried besides asking for facts. */
export interface Probes {
  readonly accounts: Result<number> | null;
  readonly own: Probe | null;
  readonly member: Probe | null;
  /** Whom the credentials for the management account belong to; null where none were given. */
  readonly management: Result<Identity> | null;
}

/** Whether credentials are those of this account. */
export const leadsTo = (accountId: AccountId, identity: Result<Identity> | null): boolean =>
  identity?.kind === 'ok' && identity.value.accountId === accountId;

/** Says what stands and what does not, each with the fact that it rests on. Pure. */
export const diagnose = (facts: Facts, probes: Probes): readonly DoctorFinding[] => {
  const { identity, organization } = facts;
  if (identity.kind === 'failed')
    return [
      finding(
        'caller',
        'problem',
        describeFailure(identity.failure),
        'Sign in (aws sso login), or set AWS_PROFILE or --profile.',
      ),
    ];
  const caller = finding('caller', 'ok', `${identity.value.accountId} ${identity.value.arn}`);
  if (organization.kind === 'failed')
    return [caller, organizationFailed(organization.failure), ...probeFinding(facts, 'own-contact', probes.own)];
  const { id, managementAccountId, featureSet } = organization.value;
  return [
    caller,
    finding('organization', 'ok', `${id}, management account ${managementAccountId}`),
    featureSet === 'ALL'
      ? finding('all-features', 'ok', 'all features are enabled')
      : finding('all-features', 'problem', `only ${featureSet} is enabled`, 'aws organizations enable-all-features'),
    trustedAccess(facts),
    administrator(facts),
    role(facts, managementAccountId, leadsTo(managementAccountId, probes.management)),
    ...managementFinding(managementAccountId, probes.management),
    ...accountsFinding(probes.accounts),
    ...probeFinding(facts, 'own-contact', probes.own),
    ...probeFinding(facts, 'member-contact', probes.member),
  ];
};

const organizationFailed = (failure: Failure): DoctorFinding =>
  failure.code === 'AWSOrganizationsNotInUseException'
    ? finding('organization', 'problem', 'this account belongs to no organization', 'Call from an account of one.')
    : finding(
        'organization',
        'problem',
        describeFailure(failure),
        'Allow organizations:DescribeOrganization to this identity.',
      );

const trustedAccess = ({ trustedAccess: fact }: Facts): DoctorFinding => {
  if (fact.kind === 'unreadable')
    return unreadable('trusted-access', fact.failure, 'organizations:ListAWSServiceAccessForOrganization');
  return fact.value
    ? finding('trusted-access', 'ok', `it is on for ${accountService}`)
    : finding(
        'trusted-access',
        'problem',
        `it is off for ${accountService}`,
        'orgcontacts setup, in the management account',
      );
};

const administrator = ({ administrators: fact }: Facts): DoctorFinding => {
  if (fact.kind === 'unreadable')
    return unreadable('delegated-administrator', fact.failure, 'organizations:ListDelegatedAdministrators');
  return fact.value.length > 0
    ? finding('delegated-administrator', 'ok', fact.value.join(', '))
    : finding('delegated-administrator', 'ok', 'there is none; only the management account reaches members');
};

const unreadable = (code: DoctorCode, failure: Failure, action: string): DoctorFinding =>
  finding(
    code,
    'cannot-tell',
    describeFailure(failure),
    `The management account and delegated administrators may look: ${action}.`,
  );

const role = (facts: Facts, management: AccountId, reachesManagement: boolean): DoctorFinding => {
  const standing = standingOf(facts);
  switch (standing) {
    case 'management':
      return finding('role', 'ok', 'the management account: every account, itself without naming it');
    case 'delegated-administrator':
      return reachesManagement
        ? finding(
            'role',
            'ok',
            'the delegated administrator, with credentials of the management account: every account',
          )
        : finding(
            'role',
            'warning',
            'the delegated administrator: every account but the management account',
            `Add --management-profile for ${management}.`,
          );
    case 'member':
      return finding(
        'role',
        'warning',
        'an ordinary member: only itself',
        `Call from ${management} or from the delegated administrator.`,
      );
    case 'unknown':
      return finding(
        'role',
        'cannot-tell',
        'an ordinary member or the delegated administrator',
        'Allow organizations:ListDelegatedAdministrators to this identity.',
      );
    default:
      return standing satisfies never;
  }
};

/** Whether the second credentials, where there are some, lead to the management account. */
const managementFinding = (management: AccountId, identity: Probes['management']): readonly DoctorFinding[] => {
  if (identity === null) return [];
  if (identity.kind === 'failed')
    return [
      finding(
        'management-credentials',
        'problem',
        describeFailure(identity.failure),
        'Look at --management-profile or --management-role-arn.',
      ),
    ];
  const { accountId, arn } = identity.value;
  return [
    accountId === management
      ? finding('management-credentials', 'ok', arn)
      : finding(
          'management-credentials',
          'problem',
          `they lead to ${accountId}`,
          `Name a profile or role of the management account ${management}.`,
        ),
  ];
};

const accountsFinding = (accounts: Probes['accounts']): readonly DoctorFinding[] => {
  if (accounts === null) return [];
  return accounts.kind === 'ok'
    ? [finding('list-accounts', 'ok', 'the list of accounts can be read')]
    : [
        finding(
          'list-accounts',
          'problem',
          describeFailure(accounts.failure),
          'AWSAccountManagementFullAccess has none of the reads of organizations: orgcontacts iam --for plan prints what is needed.',
        ),
      ];
};

const probeFinding = (
  facts: Facts,
  code: Extract<DoctorCode, 'own-contact' | 'member-contact'>,
  probe: Probe | null,
): readonly DoctorFinding[] => {
  if (probe === null) return [];
  const { denial, result } = probe;
  const { accountId, context } = denial.target;
  if (result.kind === 'ok') return [finding(code, 'ok', `${accountId} could be read in the ${context} context`)];
  if (result.failure.kind !== 'denied')
    return [finding(code, 'problem', describeFailure(result.failure), 'Try again.')];
  const { cause, fact, fix } = causeOfDenial(facts, { ...denial, failure: result.failure });
  return [
    finding(
      code,
      cause === 'cannot-tell' ? 'cannot-tell' : 'problem',
      `${accountId} was denied (${cause}): ${fact}`,
      fix,
    ),
  ];
};
