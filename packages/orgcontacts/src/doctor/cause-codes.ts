import type { CodeMeaning } from '../diagnostic/code-meaning.ts';

/** Every cause of a denial, and what it means. AWS says AccessDeniedException for all of them. */
export const causeCodes = {
  'credentials-refused': {
    title: 'AWS does not accept the credentials',
    explanation:
      'They have expired, or nobody has such a key. Sign in again with aws sso login, or name another profile.',
  },
  'signature-refused': {
    title: 'AWS does not accept the signature',
    explanation: 'The secret key is wrong, or the clock is more than five minutes off.',
  },
  'no-organization': {
    title: 'The account of the caller belongs to no organization',
    explanation:
      'It reaches only itself, without being named. For an organization, use credentials of an account of one.',
  },
  'all-features-off': {
    title: 'The organization has no more than consolidated billing',
    explanation:
      'Trusted access needs all features: aws organizations enable-all-features. Invited members have to agree.',
  },
  'trusted-access-off': {
    title: 'Trusted access for account.amazonaws.com is off',
    explanation: 'Nobody may name another account then. orgcontacts setup, in the management account, switches it on.',
  },
  'not-delegated': {
    title: 'The caller is neither the management account nor the delegated administrator',
    explanation:
      'An ordinary member may name no account, not even itself. Call from one of the two, or let orgcontacts setup register the account.',
  },
  'management-needs-standalone': {
    title: 'The management account was named',
    explanation: 'It must leave its own id out. This tool does so by itself.',
  },
  'management-out-of-reach': {
    title: 'The delegated administrator called about the management account',
    explanation:
      'Only credentials of the management account reach its contacts: --management-profile or --management-role-arn.',
  },
  'target-not-in-organization': {
    title: 'The account is not in the organization',
    explanation: 'It has left, belongs to another organization, or never was: look for a wrong digit.',
  },
  'target-not-active': {
    title: 'The account is not ACTIVE',
    explanation:
      'A write to it was denied, AWS named no policy, and nothing else is in the way. What AWS does with such writes is not established; a plan leaves such accounts alone.',
  },
  'invalid-contact-type': {
    title: 'AWS does not know the contact type',
    explanation: 'It is denied and not called invalid. This tool sends BILLING, OPERATIONS and SECURITY only.',
  },
  'control-policy-denies': {
    title: 'A service control policy denies it',
    explanation:
      'By its document, over the calling account: that of the target does not matter. Except the calling role from it, or call from the management account. A policy that denies Regions has to leave account:* out, since its calls go to us-east-1 whatever Region is configured. Where it depends on a condition, AWS named a service control policy too.',
  },
  'control-policy-lacks-allow': {
    title: 'No service control policy allows it',
    explanation:
      'Each step from the root down to the calling account needs a policy that allows account:*, as p-FullAWSAccess does.',
  },
  'identity-policy': {
    title: 'The policies of the calling identity are in the way',
    explanation:
      'The facts leave nothing else, and AWS names them. orgcontacts iam prints what the identity needs. A delegated administrator that names itself is asked about another resource than one that does not.',
  },
  'permissions-boundary': {
    title: 'The permissions boundary of the calling identity is in the way',
    explanation:
      'The facts leave only policies of the identity, and AWS names this one. It has to allow what orgcontacts iam prints.',
  },
  'session-policy': {
    title: 'The session policy of the calling role is in the way',
    explanation:
      'It was given when the role was assumed. The facts leave only policies of the identity, and AWS names this one.',
  },
  'caller-policy': {
    title: 'A policy of the calling identity is in the way',
    explanation:
      'Its own policies, its permissions boundary or its session policy: AWS does not say which, and the facts leave nothing else.',
  },
  'denial-unclear': {
    title: 'Why a call was denied cannot be told',
    explanation: 'The facts that are known leave more than one cause. What would decide stands beside it.',
  },
} as const satisfies Readonly<Record<string, CodeMeaning>>;
