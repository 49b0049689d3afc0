import { describe, expect, it } from 'vitest';
import { signedAs } from '../client.builder.ts';
import { policyOf, userOf, worldWith } from '../services/sts/assume-role.builder.ts';
import { makeWorldState } from '../world/make-world-state.ts';
import type { Session } from '../world/session.ts';
import type { WorldSession } from '../world/session-file.ts';
import { ids } from '../world/worlds.builder.ts';
import type { Caller } from './caller.ts';
import { type Signer, signerOf } from './signer-of.ts';

const key = 'AKIAIOSFODNN7EXAMPLE';
const world = () =>
  makeWorldState(
    worldWith({ member: { users: [userOf('mary', key, { tags: { team: 'desk' }, boundary: policyOf({}) })] } }),
  );

const granted: WorldSession = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'token',
  accountId: ids.member,
  roleName: 'Desk',
  name: 'john',
  startedAt: '1970-01-01T00:00:00.000Z',
  expiresAt: '1970-01-01T00:00:01.000Z',
  tags: { team: 'desk', env: 'prod' },
  transitiveTagKeys: ['team'],
  sourceIdentity: 'mary.major',
};

const withSession = (more: Partial<Session> = {}) => {
  const state = world();
  state.sessions.set(granted.accessKeyId, { granted, roleId: 'AROAEXAMPLE', identity: [], ...more });
  return state;
};

const signed = (headers: Record<string, string | undefined>, state = world(), now = 0): Signer =>
  signerOf({ method: 'POST', path: '/', query: '', headers, body: '' }, state, now);

const by = (accessKeyId: string, sessionToken?: string) =>
  signedAs(sessionToken === undefined ? accessKeyId : { accessKeyId, sessionToken }, 'account');

const callerOf = (signer: Signer): Caller => {
  if (signer.kind !== 'caller') throw new Error(`Nobody signed: ${signer.kind}`);
  return signer.caller;
};

describe('who signed', () => {
  it.each([
    {},
    { authorization: '' },
    { authorization: 'Bearer token' },
    { authorization: 'AWS4-HMAC-SHA256 SignedHeaders=host, Signature=00' },
    { authorization: 'AWS4-HMAC-SHA256 Credential=111122223333, SignedHeaders=host, Signature=00' },
  ])('is not said by %j', (headers) => {
    expect(signed(headers)).toEqual({ kind: 'unsigned' });
  });

  it('is the administrator of the account whose id the key is', () => {
    expect(callerOf(signed(by(ids.member)))).toMatchObject({
      accountId: ids.member,
      arn: `arn:aws:iam::${ids.member}:user/administrator`,
      principalArn: `arn:aws:iam::${ids.member}:user/administrator`,
      userId: `AIDA${ids.member}ADMIN`,
      principalType: 'User',
      tags: {},
    });
  });

  it.each(['AKIDEXAMPLE', 'test', '1234', '1111222233334', 'constructor'])(
    'is the administrator of the default account with any other key, as %s',
    (other) => expect(callerOf(signed(by(other))).accountId).toBe(ids.management),
  );

  it.each([ids.unknown, 'ASIAIOSFODNN7EXAMPLE', 'ASIA'])('is nobody with the key %s', (other) => {
    expect(signed(by(other))).toEqual({ kind: 'unknown' });
    expect(signed(by(other, 'token'))).toEqual({ kind: 'unknown' });
  });

  it('is a user with the key that the world declares', () => {
    const { userId, ...caller } = callerOf(signed(by(key)));
    expect(userId).toMatch(/^AIDA[A-Z2-7]{17}$/);
    expect(caller).toMatchObject({
      accountId: ids.member,
      arn: `arn:aws:iam::${ids.member}:user/mary`,
      principalType: 'User',
      tags: { team: 'desk' },
      identity: [{ arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
      boundary: { hasVariables: true },
    });
  });

  it('is nobody when a long-term key comes with a session token', () => {
    expect(signed(by(key, 'token'))).toEqual({ kind: 'unknown' });
  });

  it('is asked of any algorithm of signature version 4', () => {
    const { authorization = '' } = by(ids.member);
    const asymmetric = authorization.replace('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256');
    expect(callerOf(signed({ authorization: asymmetric })).accountId).toBe(ids.member);
  });
});

describe('the region', () => {
  it.each(['us-east-1', 'eu-west-1', ''])('is that of the scope: %j', (region) => {
    const { authorization = '' } = by(ids.member);
    expect(signed({ authorization: authorization.replace('us-east-1', region) })).toMatchObject({ region });
  });
});

describe('a session', () => {
  it('is its role, with the tags and the source identity that it passes on', () => {
    expect(callerOf(signed(by(granted.accessKeyId, 'token'), withSession()))).toEqual({
      accountId: ids.member,
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      sessionSince: '1970-01-01T00:00:00.000Z',
      arn: `arn:aws:sts::${ids.member}:assumed-role/Desk/john`,
      userId: 'AROAEXAMPLE:john',
      principalArn: `arn:aws:iam::${ids.member}:role/Desk`,
      principalType: 'AssumedRole',
      tags: { team: 'desk', env: 'prod' },
      transitiveTags: { team: 'desk' },
      sourceIdentity: 'mary.major',
      identity: [],
    });
  });

  it('has the boundary of its role, and the session policies', () => {
    const policy = { statements: [], hasVariables: true };
    const state = withSession({ boundary: policy, policies: [policy] });
    expect(callerOf(signed(by(granted.accessKeyId, 'token'), state))).toMatchObject({
      boundary: policy,
      session: [policy],
    });
  });

  it.each(['Token', 'token ', ''])('is nobody with the token %j', (token) => {
    expect(signed(by(granted.accessKeyId, token), withSession())).toEqual({ kind: 'unknown' });
  });

  it('is nobody without a token', () => {
    expect(signed(by(granted.accessKeyId), withSession())).toEqual({ kind: 'unknown' });
  });

  it.each([
    [999, 'caller'],
    [1000, 'expired'],
    [1001, 'expired'],
  ])('at %d ms is %s, when it ends at 1000', (now, kind) => {
    expect(signed(by(granted.accessKeyId, 'token'), withSession(), now)).toMatchObject({ kind });
  });

  it('with a wrong token is nobody also after its time', () => {
    expect(signed(by(granted.accessKeyId, 'other'), withSession(), 2000)).toEqual({ kind: 'unknown' });
  });
});
