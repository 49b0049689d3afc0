import type { CodeMeaning } from '../diagnostic/code-meaning.ts';
import { causeCodes } from './cause-codes.ts';

/** Everything that can be found besides why a call was denied. */
const checkCodes = {
  caller: {
    title: 'Who is calling',
    explanation: 'STS answered: the account and the identity behind the credentials.',
  },
  'no-credentials': {
    title: 'There are no credentials',
    explanation:
      'Nothing was sent, since there was nothing to sign it with. Sign in with aws sso login, set AWS_PROFILE or --profile, or run it in CloudShell.',
  },
  'caller-unknown': {
    title: 'It could not be found out who is calling',
    explanation:
      'The call to STS failed for another reason than its credentials. Nothing answers at a wrong AWS_ENDPOINT_URL, or behind a proxy that does not know AWS.',
  },
  partition: {
    title: 'The partition has an API for alternate contacts',
    explanation: 'It is documented in aws and in aws-cn, with quotas of its own in each.',
  },
  'partition-unsupported': {
    title: 'The partition has no API for alternate contacts',
    explanation:
      'AWS lists no endpoint of Account Management outside aws and aws-cn, and its tools treat alternate contacts in GovCloud as something to be set by hand. This tool calls nothing there.',
  },
  quotas: {
    title: 'How many calls a second AWS allows',
    explanation:
      'The documented quotas of the partition. They are shared with every other tool in the calling account.',
  },
  clock: {
    title: 'The clock is right',
    explanation: 'Compared with the date of the last answer, to the second.',
  },
  'clock-skew': {
    title: 'The clock differs from that of AWS',
    explanation:
      'AWS refuses signatures that are more than five minutes off. From one minute on it is a warning, from five on a problem. Let the machine take its time from the network.',
  },
  organization: { title: 'The organization of the caller', explanation: 'Its id and its management account.' },
  'organization-unreadable': {
    title: 'The organization could not be read',
    explanation:
      'Every account of an organization may call organizations:DescribeOrganization, if its policies allow it. Without it nobody can tell what the caller may reach.',
  },
  'all-features': { title: 'All features are enabled', explanation: 'Trusted access needs them.' },
  role: {
    title: 'What the caller is to its organization',
    explanation:
      'The management account reaches every account, itself without naming it. The delegated administrator reaches every account but the management account.',
  },
  'member-only': {
    title: 'The caller is an ordinary member',
    explanation:
      'It reaches its own contacts and no others. For a whole organization, call from the management account or from the delegated administrator.',
  },
  'role-unknown': {
    title: 'It could not be told what the caller is to its organization',
    explanation:
      'Who may not list the delegated administrators is most often none of them, but may also lack the permission. Both refusals are looked at, and naming itself is tried, which only the delegated administrator may.',
  },
  'trusted-access': {
    title: 'Trusted access is on',
    explanation:
      'Listed by Organizations, or proven by a call that named another account. Without it nobody may reach members.',
  },
  'trusted-access-unknown': {
    title: 'It could not be told whether trusted access is on',
    explanation: 'It could not be listed, and no call that named another account succeeded, which would prove it.',
  },
  'delegated-administrator': {
    title: 'The delegated administrator',
    explanation:
      'AWS allows one for account.amazonaws.com. There need not be any: the management account reaches members too.',
  },
  'organization-reads': {
    title: 'The organization can be read',
    explanation: 'A plan lists accounts; units and tags only for a policy that looks at them.',
  },
  'organization-reads-denied': {
    title: 'The organization may not be read',
    explanation:
      'A problem where a plan needs it in any case, a warning where only some policies do. AWSAccountManagementFullAccess allows account:* and none of the reads of Organizations: orgcontacts iam prints what is needed.',
  },
  'organization-reads-failed': {
    title: 'A read of the organization failed',
    explanation: 'It was no denial: most often another try helps.',
  },
  'own-contact': {
    title: 'A contact of the calling account can be read',
    explanation: 'One read was tried, and nothing was written.',
  },
  'member-contact': {
    title: 'A contact of another account can be read',
    explanation: 'One read was tried, and nothing was written.',
  },
  'management-credentials': {
    title: 'The management account can be read through credentials of its own',
    explanation: 'Those of --management-profile or --management-role-arn. One read was tried, and nothing was written.',
  },
  'management-credentials-other': {
    title: 'The credentials for the management account lead elsewhere',
    explanation: 'Nobody but the management account reaches its contacts: name a profile or role of it.',
  },
  'contact-read-failed': {
    title: 'A contact could not be read',
    explanation: 'It was no denial: most often another try helps.',
  },
  'control-policies': {
    title: 'No service control policy is in the way',
    explanation:
      'Their documents were read for every step from the root down to the calling account, and judged for reads, writes and deletes of contacts. They never touch the management account.',
  },
  'control-policies-unknown': {
    title: 'The service control policies over the calling account are not known',
    explanation:
      'Whether one of them denies a write cannot be told without organizations:ListPoliciesForTarget and organizations:DescribePolicy. Only the management account and delegated administrators may call them.',
  },
  'control-policy-may-deny': {
    title: 'A service control policy may be in the way',
    explanation:
      'It denies the operation under a condition of which not everything is known, as the role that calls. Its document shows the condition.',
  },
  'members-locked': {
    title: 'A service control policy keeps a member from changing its own contacts',
    explanation:
      'It is not in the way of the management account or the delegated administrator, which call in the context of the organization.',
  },
  versions: { title: 'What runs here', explanation: 'The versions of this tool, of Node.js and of the AWS SDK.' },
  'node-too-old': { title: 'Node.js is too old', explanation: 'This tool needs Node.js 20.19 or newer.' },
  'sdk-other': {
    title: 'The AWS SDK is another one than was tested',
    explanation: 'It works most often. npm ls @aws-sdk/client-account shows where it comes from.',
  },
  'policy-file': { title: 'The policy file is valid', explanation: 'orgcontacts validate shows its warnings.' },
  'policy-file-missing': {
    title: 'There is no policy file',
    explanation: 'orgcontacts init writes a first one, and orgcontacts import makes one of the live contacts.',
  },
  'policy-file-invalid': {
    title: 'The policy file is not valid',
    explanation: 'orgcontacts validate shows everything that is wrong with it, each with its line.',
  },
  journal: { title: 'The journals can be kept', explanation: 'A run needs a folder that can be written to.' },
  'journal-unusable': {
    title: 'The journals cannot be kept',
    explanation: 'Without a journal nothing is written to AWS. Name another folder with --journal.',
  },
} as const satisfies Readonly<Record<string, CodeMeaning>>;

/** Every code that a finding can have, with what it means. Codes are stable; their wording is not. */
export const findingCodes = { ...checkCodes, ...causeCodes };

/** The code of a finding; docs/doctor.md explains each. */
export type FindingCode = keyof typeof findingCodes;
