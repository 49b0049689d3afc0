import type { PolicyDocument } from '../iam/policy-document.ts';

/** Temporary credentials of a role, given out by AssumeRole. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly accountId: string;
  readonly roleName: string;
  readonly name: string;
  /** `AROA…`, the unique id of the role. */
  readonly roleId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly identity: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument;
  /** The session policies given with the call; missing when none were. */
  readonly policies?: readonly PolicyDocument[];
  /** Tags of the role, overlaid by those of the session. */
  readonly tags: Readonly<Record<string, string>>;
  /** Keys of session tags that are passed on when another role is assumed from here. */
  readonly transitiveTagKeys: readonly string[];
  /** Who is behind the session, whatever roles it goes through. */
  readonly sourceIdentity?: string;
}

/** The ARN of a session, as GetCallerIdentity tells it (AWS docs: IAM identifiers). */
export const sessionArn = ({ accountId, roleName, name }: Session): string =>
  `arn:aws:sts::${accountId}:assumed-role/${roleName}/${name}`;
