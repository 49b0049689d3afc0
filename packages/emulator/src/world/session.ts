import { documentOf } from '../iam/document-of.ts';
import type { PolicyDocument } from '../iam/policy-document.ts';
import type { WorldRole } from './principals-file.ts';
import type { WorldSession } from './session-file.ts';
import { uniqueId } from './unique-id.ts';

/** A role session, with what its policies say. */
export interface Session {
  readonly granted: WorldSession;
  /** `AROA…`, the unique id of the role. */
  readonly roleId: string;
  readonly identity: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument;
  /** The session policies given with the call; missing when none were. */
  readonly policies?: readonly PolicyDocument[];
}

/** Reads the policies of a session of a role; all of them were checked before. */
export const holdSession = (granted: WorldSession, role: WorldRole): Session => ({
  granted,
  roleId: uniqueId('AROA', roleArn(granted)),
  identity: role.policies.map((policy) => documentOf(policy)),
  ...(role.boundary !== undefined && { boundary: documentOf(role.boundary) }),
  ...(granted.policies && { policies: granted.policies.map((policy) => documentOf(policy, 'session')) }),
});

/** The ARN of the role of a session (AWS docs: IAM identifiers). */
export const roleArn = ({ accountId, roleName }: WorldSession): string => `arn:aws:iam::${accountId}:role/${roleName}`;

/** The ARN of a session, as GetCallerIdentity tells it (AWS docs: IAM identifiers). */
export const sessionArn = ({ accountId, roleName, name }: WorldSession): string =>
  `arn:aws:sts::${accountId}:assumed-role/${roleName}/${name}`;
