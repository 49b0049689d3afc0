import { accountService } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { Failure, Result } from '../failure/failure.ts';
import type { ListedAccount } from '../gateway/answers.ts';
import type { Target } from '../org/target.ts';
import type { Facts } from './facts.ts';

/** Why a call about a contact was denied. */
const denialCauses = [
  'not-identified',
  'no-organization',
  'all-features-off',
  'trusted-access-off',
  'not-delegated',
  'management-out-of-reach',
  'management-needs-standalone',
  'not-in-organization',
  'identity-policy',
  'service-control-policy',
  'cannot-tell',
] as const;

export type DenialCause = (typeof denialCauses)[number];

/** The cause of a denial, the fact that it rests on, and what to do about it. */
export interface Diagnosis {
  readonly cause: DenialCause;
  readonly fact: string;
  /** A command, or what a person has to do. */
  readonly fix: string;
  /** Whether every other account would be denied alike. */
  readonly hitsEverything: boolean;
}

/** A call about a contact that was denied. */
export interface Denial {
  readonly target: Target;
  readonly failure: Failure;
  /** The target as the organization describes it; undefined when it is not in it. Left out when nobody asked. */
  readonly described?: Result<ListedAccount | undefined>;
}

/**
 * Names the cause of a denial by facts: who calls, what the organization has set up, which account was meant. AWS's sentence is bare in some
 * places and was in more of them in the past (observed), so that it decides nothing by itself: where the facts leave only policies, it says
 * which kind; where they leave more, nobody can tell. Pure.
 */
export const causeOfDenial = (facts: Facts, denial: Denial): Diagnosis => {
  const { identity, organization } = facts;
  if (identity.kind === 'failed')
    return everything('not-identified', 'AWS does not say who is calling', 'aws sts get-caller-identity');
  const caller = identity.value.accountId;
  if (denial.target.context === 'standalone') return policyCause(denial, caller, managementOf(facts));
  if (organization.kind === 'failed')
    return organization.failure.code === 'AWSOrganizationsNotInUseException'
      ? everything(
          'no-organization',
          `${caller} belongs to no organization`,
          'Call from an account of an organization.',
        )
      : cannotTell(`the organization of ${caller} could not be read`, 'organizations:DescribeOrganization');
  return organizationCause(facts, denial, caller, organization.value.managementAccountId);
};

const organizationCause = (facts: Facts, denial: Denial, caller: AccountId, management: AccountId): Diagnosis => {
  const { organization, trustedAccess } = facts;
  if (organization.kind === 'ok' && organization.value.featureSet !== 'ALL')
    return everything(
      'all-features-off',
      `the organization has only ${organization.value.featureSet}`,
      'aws organizations enable-all-features',
    );
  const role = roleCause(facts, denial, caller, management);
  if (role) return role;
  if (trustedAccess.kind === 'unreadable')
    return cannotTell(
      'whether trusted access is on could not be read',
      'organizations:ListAWSServiceAccessForOrganization',
    );
  if (!trustedAccess.value)
    return everything(
      'trusted-access-off',
      `trusted access for ${accountService} is off`,
      `aws organizations enable-aws-service-access --service-principal ${accountService}`,
    );
  return targetCause(denial) ?? policyCause(denial, caller, management);
};

/** What follows from who calls whom; undefined when that is as AWS wants it. */
const roleCause = (
  { administrators }: Facts,
  { target }: Denial,
  caller: AccountId,
  management: AccountId,
): Diagnosis | undefined => {
  if (caller === management)
    return target.accountId === management
      ? single('management-needs-standalone', 'the management account named itself', 'Leave the account id out.')
      : undefined;
  if (administrators.kind === 'unreadable' && !isOrdinaryMember(administrators.failure))
    return cannotTell(
      `whether ${caller} is the delegated administrator could not be read`,
      'organizations:ListDelegatedAdministrators',
    );
  if (administrators.kind === 'unreadable' || !administrators.value.includes(caller))
    return everything(
      'not-delegated',
      `${caller} is neither the management account nor a delegated administrator for ${accountService}`,
      `aws organizations register-delegated-administrator --account-id ${caller} --service-principal ${accountService}`,
    );
  return target.accountId === management
    ? single(
        'management-out-of-reach',
        'a delegated administrator cannot reach the management account',
        `Call from ${management}, or add --management-profile.`,
      )
    : undefined;
};

/**
 * Organizations refuses its lists to every ordinary member, in words of its own; what IAM refuses begins with the user (observed). Together
 * with the organization itself, which every member may describe, that says what the caller is.
 */
const isOrdinaryMember = ({ kind, message }: Failure): boolean => kind === 'denied' && !message.startsWith('User: ');

const targetCause = ({ target, described }: Denial): Diagnosis | undefined => {
  if (described?.kind !== 'ok') return undefined;
  return described.value === undefined
    ? single('not-in-organization', `${target.accountId} is not in the organization`, 'Look for a wrong digit.')
    : undefined;
};

/** The call was made as AWS wants it, so that only policies are left. Over the management account there are no service control policies. */
const policyCause = (
  { target, failure: { operation, message }, described }: Denial,
  caller: AccountId,
  management: AccountId | undefined,
): Diagnosis => {
  const state = described?.kind === 'ok' ? described.value?.state : undefined;
  if (state !== undefined && state !== 'ACTIVE')
    return cannotTell(
      `${target.accountId} is ${state}, and whether AWS refuses that is not established`,
      'an ACTIVE account',
    );
  const allow = `Allow ${operation} to this identity: orgcontacts iam prints the policy.`;
  const asked = `the call was made as AWS wants it, from ${caller}`;
  if (caller === management)
    return everything('identity-policy', `${asked}, over which there are no service control policies`, allow);
  if (/service control policy/.test(message))
    return everything(
      'service-control-policy',
      `${asked}, and AWS names a service control policy`,
      `aws organizations list-policies-for-target --target-id ${caller} --filter SERVICE_CONTROL_POLICY`,
    );
  if (/identity-based policy|session policy|permissions boundary/.test(message))
    return everything('identity-policy', `${asked}, and AWS names a policy of the identity`, allow);
  return cannotTell(
    `${asked}, and a policy of the identity or a service control policy denies it`,
    'the policies of the identity, and aws organizations list-policies-for-target',
  );
};

const managementOf = ({ organization }: Facts): AccountId | undefined =>
  organization.kind === 'ok' ? organization.value.managementAccountId : undefined;

const everything = (cause: DenialCause, fact: string, fix: string): Diagnosis => ({
  cause,
  fact,
  fix,
  hitsEverything: true,
});

const single = (cause: DenialCause, fact: string, fix: string): Diagnosis => ({
  cause,
  fact,
  fix,
  hitsEverything: false,
});

const cannotTell = (fact: string, would: string): Diagnosis =>
  single('cannot-tell', fact, `This would decide it: ${would}.`);
