import { documentOf } from '../iam/document-of.ts';
import { administratorAccess } from '../iam/managed-policies.ts';
import type { WireRequest } from '../wire/request.ts';
import type { WorldUser } from '../world/principals-file.ts';
import { roleArn, type Session, sessionArn } from '../world/session.ts';
import { uniqueId } from '../world/unique-id.ts';
import type { WorldAccount } from '../world/world-file.ts';
import type { WorldState } from '../world/world-state.ts';
import type { Caller } from './caller.ts';

/** Whose call it is, or why that cannot be said. */
export type Signer =
  | { readonly kind: 'caller'; readonly caller: Caller; readonly region: string }
  | { readonly kind: 'unsigned' }
  /** Signed with a key that nobody has. */
  | { readonly kind: 'unknown' }
  /** Signed with temporary credentials whose time is over. */
  | { readonly kind: 'expired' };

/**
 * Says who signed a request: keys given out by AssumeRole are that role session, keys of users are declared in the world, and an access
 * key id of twelve digits is an administrator of that account, the common convention of local AWS tools. Any other key is the
 * administrator of the default account. Twelve digits that are no account are nobody, so that a mistyped id does not act as the
 * management account; nor is a temporary key that was not given out, or that comes without the token of its session. Whether the
 * signature is right is not looked at here.
 */
export const signerOf = ({ headers }: WireRequest, world: WorldState, now: number): Signer => {
  const [, key, region = ''] =
    /^AWS4-[\w-]+ Credential=([^/,\s]+)\/[^/]*\/([^/]*)\//.exec(headers['authorization'] ?? '') ?? [];
  if (key === undefined) return { kind: 'unsigned' };
  const token = headers['x-amz-security-token'];
  const session = world.sessions.get(key);
  if (session) return sessionSigner(session, token, region, now);
  const user = world.users.get(key);
  // A long-term key has no session (AWS docs: signing AWS API requests).
  if (user && token !== undefined) return { kind: 'unknown' };
  if (user) return { kind: 'caller', caller: callerOfUser(user.accountId, user.user), region };
  const account = world.accounts.get(/^\d{12}$/.test(key) ? key : world.defaultAccountId);
  if (/^ASIA/.test(key) || !account) return { kind: 'unknown' };
  return { kind: 'caller', caller: administratorOf(account, key), region };
};

const sessionSigner = (session: Session, token: string | undefined, region: string, now: number): Signer => {
  const { sessionToken, expiresAt } = session.granted;
  if (token !== sessionToken) return { kind: 'unknown' };
  return Date.parse(expiresAt) <= now
    ? { kind: 'expired' }
    : { kind: 'caller', caller: callerOfSession(session), region };
};

/** Made once for each account: administrators make most calls, and each call remembers its caller. */
const administrators = new WeakMap<WorldAccount, Caller>();

const administratorOf = (account: WorldAccount, accessKeyId: string): Caller => {
  const known = administrators.get(account);
  if (known?.accessKeyId === accessKeyId) return known;
  const made = makeAdministrator(account.id, accessKeyId);
  administrators.set(account, made);
  return made;
};

const makeAdministrator = (accountId: string, accessKeyId: string): Caller => {
  const arn = `arn:aws:iam::${accountId}:user/administrator`;
  const userId = `AIDA${accountId}ADMIN`;
  const identity = [administratorAccess];
  return { accountId, arn, userId, principalArn: arn, principalType: 'User', accessKeyId, tags: {}, identity };
};

const callerOfUser = (accountId: string, user: WorldUser): Caller => {
  const arn = `arn:aws:iam::${accountId}:user/${user.name}`;
  return {
    accountId,
    arn,
    userId: uniqueId('AIDA', arn),
    principalArn: arn,
    principalType: 'User',
    accessKeyId: user.accessKeyId,
    tags: user.tags,
    identity: user.policies.map((policy) => documentOf(policy)),
    ...(user.boundary !== undefined && { boundary: documentOf(user.boundary) }),
  };
};

const callerOfSession = ({ granted, roleId, identity, boundary, policies }: Session): Caller => ({
  accountId: granted.accountId,
  arn: sessionArn(granted),
  userId: `${roleId}:${granted.name}`,
  principalArn: roleArn(granted),
  principalType: 'AssumedRole',
  accessKeyId: granted.accessKeyId,
  sessionSince: granted.startedAt,
  tags: granted.tags,
  transitiveTags: Object.fromEntries(granted.transitiveTagKeys.map((key) => [key, granted.tags[key] ?? ''])),
  ...(granted.sourceIdentity !== undefined && { sourceIdentity: granted.sourceIdentity }),
  identity,
  ...(boundary && { boundary }),
  ...(policies && { session: policies }),
});
