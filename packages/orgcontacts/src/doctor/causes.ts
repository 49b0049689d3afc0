import { accountService } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import type { ControlVerdict, PlacedPolicy } from './control-policies/judge-call.ts';
import type { Cause } from './denial.ts';

type Named = Omit<Cause, 'would' | 'hitsEverything'> & Partial<Pick<Cause, 'hitsEverything'>>;

const cause = (named: Named): Cause => ({ would: null, hitsEverything: false, ...named });

/** What stands in the way of naming any other account, whoever it is: of the organization, or of the caller. */
export const organizationCauses = {
  noOrganization: (caller?: AccountId): Cause =>
    cause({
      code: 'no-organization',
      fact: 'organizations:DescribeOrganization: AWSOrganizationsNotInUseException',
      message: `The account ${caller ?? 'of the caller'} belongs to no organization, so that it reaches only itself.`,
      fix: 'orgcontacts doctor --profile NAME',
      hitsEverything: true,
    }),
  allFeaturesOff: (featureSet: string): Cause =>
    cause({
      code: 'all-features-off',
      fact: `organizations:DescribeOrganization: the feature set is ${featureSet}`,
      message: `The organization has only ${featureSet}. Trusted access needs all features, and nobody reaches members without it.`,
      fix: 'aws organizations enable-all-features',
      hitsEverything: true,
    }),
  trustedAccessOff: (services: readonly string[]): Cause =>
    cause({
      code: 'trusted-access-off',
      fact: `organizations:ListAWSServiceAccessForOrganization: ${services.length === 0 ? 'no service has trusted access' : `trusted are ${services.join(', ')}`}`,
      message: `Trusted access for ${accountService} is off, so nobody may reach members. The management account switches it on.`,
      fix: 'orgcontacts setup',
      hitsEverything: true,
    }),
  notDelegated: (caller: AccountId, management: AccountId, administrators: readonly AccountId[]): Cause =>
    cause({
      code: 'not-delegated',
      fact: `organizations:DescribeOrganization: the management account is ${management}, and the caller is in ${caller}`,
      message: `${caller} is neither the management account nor the delegated administrator for ${accountService}, so that it reaches only itself, without being named. ${administrators[0] ? `Call from ${administrators[0]}, which is the delegated administrator, or from ${management}.` : `Call from ${management}, or make ${caller} the delegated administrator there.`}`,
      fix: administrators[0] ? 'orgcontacts doctor --profile NAME' : `orgcontacts setup --administrator ${caller}`,
      hitsEverything: true,
    }),
} as const;

/** What stands in the way of one account. */
export const targetCauses = {
  managementNamed: (management: AccountId): Cause =>
    cause({
      code: 'management-needs-standalone',
      fact: `organizations:DescribeOrganization: ${management} is the management account, and it was named`,
      message: 'The management account must not be named, not even by itself.',
      fix: 'aws account get-alternate-contact --alternate-contact-type SECURITY',
    }),
  managementOutOfReach: (management: AccountId): Cause =>
    cause({
      code: 'management-out-of-reach',
      fact: `organizations:DescribeOrganization: ${management} is the management account, and the caller is the delegated administrator`,
      message: 'A delegated administrator cannot reach the management account: only its own credentials do.',
      fix: 'orgcontacts plan --management-profile NAME',
    }),
  notMember: (id: AccountId, organization: string): Cause =>
    cause({
      code: 'target-not-in-organization',
      fact: `organizations:DescribeAccount: ${organization} has no account ${id}`,
      message: `The account ${id} is not in this organization. Look for a wrong digit, or whether it left.`,
      fix: `aws organizations describe-account --account-id ${id}`,
    }),
  notActive: (id: AccountId, state: string): Cause =>
    cause({
      code: 'target-not-active',
      fact: `organizations:DescribeAccount: the state of ${id} is ${state}`,
      message: `The account ${id} is ${state}, and nothing else is in the way. What AWS does with writes to such accounts is not established.`,
      fix: null,
    }),
  invalidType: (type: string): Cause =>
    cause({
      code: 'invalid-contact-type',
      fact: `the contact type was ${type}`,
      message: 'AWS knows BILLING, OPERATIONS and SECURITY, in capitals, and denies any other word.',
      fix: null,
    }),
} as const;

type Denying = Extract<ControlVerdict, { kind: 'denies' }>;

const show = (id: string): string => `aws organizations describe-policy --policy-id ${id}`;

/** What stands in the way of everything that a caller does, or of some of it. */
export const policyCauses = {
  controlPolicyDenies: (operation: string, { policy, isGeneral }: Denying): Cause =>
    cause({
      code: 'control-policy-denies',
      fact: `organizations:DescribePolicy: ${placeOf(policy)} denies ${operation}`,
      message: `The service control policy ${placeOf(policy)} denies ${operation} to the calling account. Except the calling role from it, or call from the management account, which no such policy touches.`,
      fix: show(policy.id),
      hitsEverything: isGeneral,
    }),
  controlPolicySaysNo: (operation: string, policies: readonly PlacedPolicy[]): Cause =>
    cause({
      code: 'control-policy-denies',
      fact: `organizations:DescribePolicy: ${policies.map(placeOf).join(', ')} may deny ${operation}, and AWS names a service control policy`,
      message: `A service control policy denies ${operation} to the calling account, under its conditions: ${policies.map(placeOf).join(', ')}. Except the calling role from it, or call from the management account.`,
      fix: show(policies[0]?.id ?? ''),
    }),
  controlPolicyLacksAllow: (operation: string, targetId: string): Cause =>
    cause({
      code: 'control-policy-lacks-allow',
      fact: `organizations:ListPoliciesForTarget: no service control policy on ${targetId} allows ${operation}`,
      message: `No service control policy on ${targetId} allows ${operation}, and one on every step down to the calling account has to. Allow account:* there, or call from the management account.`,
      fix: `aws organizations list-policies-for-target --target-id ${targetId} --filter SERVICE_CONTROL_POLICY`,
      hitsEverything: true,
    }),
  ofIdentity: (code: IdentityCode, operation: string, fact: string): Cause =>
    cause({
      code,
      fact,
      message: `${identityWords[code]} ${operation} for this identity, and the organization is not in the way.`,
      fix: 'orgcontacts iam',
    }),
  badSignature: (fact: string, clockSkew: number | undefined): Cause =>
    cause({
      code: 'signature-refused',
      fact,
      message: `AWS does not accept the signature: the secret key is wrong${clockSkew === undefined ? '' : `, or the clock is: it is ${Math.abs(Math.round(clockSkew / 1000))} s ${clockSkew > 0 ? 'behind' : 'ahead of'} AWS`}.`,
      fix: 'aws sts get-caller-identity',
      hitsEverything: true,
    }),
  expired: (fact: string): Cause =>
    cause({
      code: 'credentials-refused',
      fact,
      message: 'AWS does not accept these credentials any more.',
      fix: 'aws sso login',
      hitsEverything: true,
    }),
} as const;

/** Why one cannot tell, and what would decide. */
export const unclear = (fact: string, would: string): Cause => ({
  code: 'denial-unclear',
  fact,
  message: 'Why it was denied cannot be told from here.',
  fix: null,
  would,
  hitsEverything: false,
});

type IdentityCode = 'identity-policy' | 'permissions-boundary' | 'session-policy' | 'caller-policy';

const identityWords: Readonly<Record<IdentityCode, string>> = {
  'identity-policy': 'The policies of the calling identity do not allow, or deny,',
  'permissions-boundary': 'The permissions boundary of the calling identity does not allow, or denies,',
  'session-policy': 'The session policy that the role was assumed with does not allow, or denies,',
  'caller-policy': 'A policy, the permissions boundary or the session policy of the calling identity is in the way of',
};

/** A policy by its name, id and place. */
const placeOf = ({ id, name, targetId }: PlacedPolicy): string => `${name} (${id}) on ${targetId}`;
