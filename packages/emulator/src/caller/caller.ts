import type { PolicyDocument } from '../iam/policy-document.ts';

/** Whose call it is, and what its policies are. */
export interface Caller {
  readonly accountId: string;
  /** As GetCallerIdentity tells it and denials name it. */
  readonly arn: string;
  readonly userId: string;
  /** The value of aws:PrincipalArn: for a role session the role, and not the session (AWS docs: global condition keys). */
  readonly principalArn: string;
  readonly principalType: 'User' | 'AssumedRole';
  /** The key that signed. */
  readonly accessKeyId: string;
  /** When its role session began, ISO 8601; a user has none. */
  readonly sessionSince?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Session tags that are passed on when another role is assumed from here. */
  readonly transitiveTags?: Readonly<Record<string, string>>;
  readonly sourceIdentity?: string;
  readonly identity: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument;
  readonly session?: readonly PolicyDocument[];
}
