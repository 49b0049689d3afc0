import { accountService } from '../caller/caller.ts';
import type { Failure, Result } from '../failure/failure.ts';
import type { ListedAccount } from '../gateway/answers.ts';
import type { Target } from '../org/target.ts';
import type { Facts } from './facts.ts';
import { standingOf } from './standing.ts';

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
 * places and was in more of them in the past (observed), so that it only tells apart the policies that the facts leave; where it names none,
 * nobody can tell. Pure.
 */
export const causeOfDenial = (facts: Facts, denial: Denial): Diagnosis => {
  if (denial.target.context === 'standalone') return unidentified(facts) ?? policyCause(facts, denial);
  return managementCause(facts, denial) ?? commonCause(facts) ?? targetCause(denial) ?? policyCause(facts, denial);
};

/** What denies every call that names an account, whichever account that is; undefined where nothing is in the way of all of them. Pure. */
export const commonCause = (facts: Facts): Diagnosis | undefined =>
  unidentified(facts) ?? organizationCause(facts) ?? standingCause(facts) ?? trustedAccessCause(facts);

const unidentified = ({ identity }: Facts): Diagnosis | undefined =>
  identity.kind === 'failed'
    ? { cause: 'not-identified', fact: 'AWS does not say who is calling', fix: 'aws sts get-caller-identity' }
    : undefined;

const organizationCause = ({ organization }: Facts): Diagnosis | undefined => {
  if (organization.kind === 'failed')
    return organization.failure.code === 'AWSOrganizationsNotInUseException'
      ? {
          cause: 'no-organization',
          fact: 'the calling account belongs to no organization',
          fix: 'Call from an account of an organization.',
        }
      : cannotTell('the organization could not be read', 'organizations:DescribeOrganization');
  const { featureSet } = organization.value;
  if (featureSet === 'ALL') return undefined;
  return {
    cause: 'all-features-off',
    fact: `the organization has only ${featureSet}`,
    fix: 'aws organizations enable-all-features',
  };
};

const standingCause = (facts: Facts): Diagnosis | undefined => {
  const caller = callerOf(facts);
  switch (standingOf(facts)) {
    case 'unknown':
      return cannotTell(
        `whether ${caller} is the delegated administrator could not be read`,
        'organizations:ListDelegatedAdministrators',
      );
    case 'member':
      return {
        cause: 'not-delegated',
        fact: `${caller} is neither the management account nor a delegated administrator for ${accountService}`,
        fix: `aws organizations register-delegated-administrator --account-id ${caller} --service-principal ${accountService}`,
      };
    default:
      return undefined;
  }
};

const trustedAccessCause = ({ trustedAccess }: Facts): Diagnosis | undefined => {
  if (trustedAccess.kind === 'unreadable')
    return cannotTell(
      'whether trusted access is on could not be read',
      'organizations:ListAWSServiceAccessForOrganization',
    );
  if (trustedAccess.value) return undefined;
  return {
    cause: 'trusted-access-off',
    fact: `trusted access for ${accountService} is off`,
    fix: `aws organizations enable-aws-service-access --service-principal ${accountService}`,
  };
};

/** The management account answers to itself alone, and only where it does not name itself. */
const managementCause = (facts: Facts, { target }: Denial): Diagnosis | undefined => {
  const { organization } = facts;
  if (organization.kind === 'failed' || target.accountId !== organization.value.managementAccountId) return undefined;
  switch (standingOf(facts)) {
    case 'management':
      return {
        cause: 'management-needs-standalone',
        fact: 'the management account named itself',
        fix: 'Leave the account id out.',
      };
    case 'delegated-administrator':
      return {
        cause: 'management-out-of-reach',
        fact: 'a delegated administrator cannot reach the management account',
        fix: `Call from ${target.accountId}, or add --management-profile.`,
      };
    default:
      return undefined;
  }
};

const targetCause = ({ target, described }: Denial): Diagnosis | undefined =>
  described?.kind === 'ok' && described.value === undefined
    ? {
        cause: 'not-in-organization',
        fact: `${target.accountId} is not in the organization`,
        fix: 'Look for a wrong digit.',
      }
    : undefined;

/** Nothing that was asked for stands in the way, so that policies are left, and what nobody knows of AWS. */
const policyCause = (facts: Facts, { target, failure: { operation, message }, described }: Denial): Diagnosis => {
  const state = described?.kind === 'ok' ? described.value?.state : undefined;
  if (state !== undefined && state !== 'ACTIVE')
    return cannotTell(
      `${target.accountId} is ${state}, and whether AWS refuses that is not established`,
      'an ACTIVE account',
    );
  const caller = callerOf(facts);
  // Over the management account there are no service control policies (AWS docs: SCPs).
  if (/service control policy/.test(message) && standingOf(facts) !== 'management')
    return {
      cause: 'service-control-policy',
      fact: `nothing else stands in the way of ${caller}, and AWS names a service control policy`,
      fix: `aws organizations list-policies-for-target --target-id ${caller} --filter SERVICE_CONTROL_POLICY`,
    };
  if (/identity-based policy|session policy|permissions boundary/.test(message))
    return {
      cause: 'identity-policy',
      fact: `nothing else stands in the way of ${caller}, and AWS names a policy of the identity`,
      fix: `Allow ${operation} to this identity: orgcontacts iam prints the policy.`,
    };
  return cannotTell(
    `nothing that was asked for stands in the way of ${caller}, and AWS names no policy`,
    'the policies of the identity, and aws organizations list-policies-for-target',
  );
};

const callerOf = ({ identity }: Facts): string =>
  identity.kind === 'ok' ? identity.value.accountId : 'the calling account';

const cannotTell = (fact: string, would: string): Diagnosis => ({
  cause: 'cannot-tell',
  fact,
  fix: `This would decide it: ${would}.`,
});
