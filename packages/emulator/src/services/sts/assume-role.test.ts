import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../create-emulator.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import {
  accessRoleOf,
  assume,
  maryKey,
  policyOf,
  roleOf,
  textOf,
  trusting,
  userOf,
  worldWith,
} from './assume-role.builder.ts';

const mary = `arn:aws:iam::${ids.member}:user/mary`;
const john = `arn:aws:iam::${ids.member}:user/administrator`;
const desk = `arn:aws:iam::${ids.member}:role/Desk`;

/** The denial to the administrator of an account. */
const denied = (caller: string, role: string, action = 'sts:AssumeRole', because = ''): object => ({
  status: 403,
  xml: expect.stringContaining(
    '<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>' +
      `User: ${caller} is not authorized to perform: ${action} on resource: ${role}${because}</Message></Error>`,
  ),
});
const administrator = (id: string): string => `arn:aws:iam::${id}:user/administrator`;

/** An emulator with a role in the member account that has this trust policy, and a user beside it. */
const desks = (trust: Record<string, unknown>, user: object = {}, role: object = {}): Emulator =>
  emulatorOf({
    world: worldWith({ member: { roles: [roleOf('Desk', trust, role)], users: [userOf('mary', maryKey, user)] } }),
  });

describe('AssumeRole', () => {
  it('gives the management account credentials for an account that it created', async () => {
    const { status, xml } = await assume(emulatorOf(), ids.management, accessRoleOf(ids.member));
    expect(status).toBe(200);
    expect(xml).toMatch(
      /^<AssumeRoleResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><AssumeRoleResult><Credentials><AccessKeyId>ASIA[A-Z2-7]{16}<\/AccessKeyId><SecretAccessKey>[\w+/]{40}<\/SecretAccessKey><SessionToken>[\w+/=]{100,}<\/SessionToken><Expiration>2026-11-24T01:00:00Z<\/Expiration><\/Credentials><AssumedRoleUser><AssumedRoleId>AROA[A-Z2-7]{17}:mary<\/AssumedRoleId><Arn>arn:aws:sts::444455556666:assumed-role\/OrganizationAccountAccessRole\/mary<\/Arn><\/AssumedRoleUser><\/AssumeRoleResult><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/AssumeRoleResponse>$/,
    );
  });

  it('gives the same credentials in the same world, and never twice', async () => {
    const [emulator, other] = [emulatorOf(), emulatorOf()];
    const role = accessRoleOf(ids.member);
    const first = await assume(emulator, ids.management, role);
    const second = await assume(emulator, ids.management, role);
    expect((await assume(other, ids.management, role)).accessKeyId).toBe(first.accessKeyId);
    expect(new Set([first.accessKeyId, second.accessKeyId]).size).toBe(2);
    expect(textOf(first.xml, 'AssumedRoleId')).toBe(textOf(second.xml, 'AssumedRoleId'));
  });

  it('gives a role of another account another id', async () => {
    const emulator = emulatorOf();
    const idOf = async (account: string) =>
      textOf((await assume(emulator, ids.management, accessRoleOf(account))).xml, 'AssumedRoleId');
    expect(await idOf(ids.member)).not.toBe(await idOf(ids.delegated));
  });

  // Observed on live AWS: a missing role and missing trust look the same.
  it.each([
    ['a role that is not there', ids.management, `arn:aws:iam::${ids.member}:role/Nothing`],
    ['a role with another case', ids.management, accessRoleOf(ids.member).replace('Access', 'access')],
    ['a role with a path', ids.management, accessRoleOf(ids.member).replace('role/', 'role/path/')],
    ['a role of an account that is not there', ids.management, accessRoleOf(ids.unknown)],
    ['a role of another partition', ids.management, accessRoleOf(ids.member).replace('aws:iam', 'aws-cn:iam')],
    ['a role of an account outside the organization', ids.management, accessRoleOf(ids.outsider)],
    ['a role of the management account', ids.management, accessRoleOf(ids.management)],
    ['the role of another member', ids.member, accessRoleOf(ids.suspended)],
    ['the own one, which trusts the management account only', ids.member, accessRoleOf(ids.member)],
    ['the role of a member, to the delegated administrator', ids.delegated, accessRoleOf(ids.member)],
  ])('denies %s', async (_, caller, role) => {
    expect(await assume(emulatorOf(), caller, role)).toMatchObject(denied(administrator(caller), role));
  });

  it('denies the role of an account that was invited: it has none', async () => {
    const emulator = emulatorOf({ world: worldWith({ member: { joinedMethod: 'INVITED' } }) });
    const role = accessRoleOf(ids.member);
    expect(await assume(emulator, ids.management, role)).toMatchObject(denied(administrator(ids.management), role));
  });
});

describe('a trust policy in the own account', () => {
  const allowed = policyOf({ Action: 'sts:*' });
  const silent = policyOf({ Action: 's3:*' });
  const because = (what: string): string => ` because no ${what} allows the sts:AssumeRole action`;

  it.each([
    ['the account by its id', ids.member],
    ['the account by its ARN', `arn:aws:iam::${ids.member}:root`],
  ])('that names %s leaves it to the policies of its users', async (_, principal) => {
    expect(await assume(desks(trusting(principal), { policies: [allowed] }), maryKey, desk)).toMatchObject({
      status: 200,
    });
    expect(await assume(desks(trusting(principal), { policies: [silent] }), maryKey, desk)).toMatchObject(
      denied(mary, desk, 'sts:AssumeRole', because('identity-based policy')),
    );
  });

  it.each([mary, '*'])('that names %s needs no other policy', async (principal) => {
    const user = { policies: [], boundary: silent };
    expect(await assume(desks(trusting(principal), user), maryKey, desk)).toMatchObject({ status: 200 });
  });

  it.each([mary.replace('mary', 'Mary'), 'arn:aws:iam::444455556666:user/ma', 'arn:aws:iam::444455556666:role/mary'])(
    'that names %s means somebody else',
    async (principal) => {
      expect(await assume(desks(trusting(principal)), maryKey, desk)).toMatchObject(denied(mary, desk));
    },
  );

  it('names nobody when it trusts a service', async () => {
    const trust = trusting('x', { Principal: { Service: 'lambda.amazonaws.com' } });
    expect(await assume(desks(trust), maryKey, desk)).toMatchObject(denied(mary, desk));
  });

  it('trusts everybody but somebody', async () => {
    const trust = trusting('x', { Principal: undefined, NotPrincipal: { AWS: mary } });
    expect(await assume(desks(trust), maryKey, desk)).toMatchObject(denied(mary, desk));
    expect(await assume(desks(trust), ids.member, desk)).toMatchObject({ status: 200 });
  });

  it('wins with a deny, whoever else allows', async () => {
    const trust = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: mary }, Action: 'sts:AssumeRole' },
        { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' },
      ],
    };
    expect(await assume(desks(trust), maryKey, desk)).toMatchObject(
      denied(mary, desk, 'sts:AssumeRole', ' with an explicit deny in the role trust policy'),
    );
  });

  it('does not win over a deny of the user', async () => {
    const user = { policies: [policyOf({ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: desk })] };
    expect(await assume(desks(trusting(mary), user), maryKey, desk)).toMatchObject(
      denied(mary, desk, 'sts:AssumeRole', ' with an explicit deny in an identity-based policy'),
    );
  });

  it('is asked for its own action', async () => {
    const trust = trusting(mary, { Action: 'sts:AssumeRoleWithSAML' });
    expect(await assume(desks(trust), maryKey, desk)).toMatchObject(denied(mary, desk));
  });

  it('that names a role needs its boundary and session policies, and its identity policies not', async () => {
    const reader = `arn:aws:iam::${ids.member}:role/Reader`;
    const roles = (more: object) => [
      roleOf('Desk', trusting(reader)),
      roleOf('Reader', trusting(ids.member), { policies: [], ...more }),
    ];
    const try_ = async (more: object, session: Readonly<Record<string, string>> = {}) => {
      const emulator = emulatorOf({ world: worldWith({ member: { roles: roles(more) } }) });
      return assume(emulator, await assume(emulator, ids.member, reader, session), desk);
    };
    const caller = `arn:aws:sts::${ids.member}:assumed-role/Reader/mary`;
    expect(await try_({})).toMatchObject({ status: 200 });
    expect(await try_({ boundary: silent })).toMatchObject(
      denied(caller, desk, 'sts:AssumeRole', because('permissions boundary')),
    );
    expect(await try_({}, { Policy: JSON.stringify(silent) })).toMatchObject(
      denied(caller, desk, 'sts:AssumeRole', because('session policy')),
    );
  });

  it('that names a session needs no other policy of it', async () => {
    const session = `arn:aws:sts::${ids.member}:assumed-role/Reader/mary`;
    const roles = [
      roleOf('Desk', trusting(session)),
      roleOf('Reader', trusting(ids.member), { policies: [], boundary: silent }),
    ];
    const emulator = emulatorOf({ world: worldWith({ member: { roles } }) });
    const reader = `arn:aws:iam::${ids.member}:role/Reader`;
    expect(await assume(emulator, await assume(emulator, ids.member, reader), desk)).toMatchObject({ status: 200 });
    const other = await assume(emulator, ids.member, reader, { RoleSessionName: 'john' });
    expect(await assume(emulator, other, desk)).toMatchObject(denied(session.replace('mary', 'john'), desk));
  });
});

describe('a trust policy of another account', () => {
  const there = (trust: Record<string, unknown>, policies: readonly object[]) =>
    emulatorOf({
      world: worldWith({
        outsider: { roles: [roleOf('Desk', trust)] },
        member: { users: [userOf('mary', maryKey, { policies })] },
      }),
    });
  const role = `arn:aws:iam::${ids.outsider}:role/Desk`;

  it.each([ids.member, mary, '*'])('that names %s needs the policies of the caller too', async (principal) => {
    const allowing = [policyOf({ Action: 'sts:AssumeRole', Resource: role })];
    expect(await assume(there(trusting(principal), allowing), maryKey, role)).toMatchObject({ status: 200 });
    expect(await assume(there(trusting(principal), []), maryKey, role)).toMatchObject(
      denied(mary, role, 'sts:AssumeRole', ' because no identity-based policy allows the sts:AssumeRole action'),
    );
  });

  it('that names another account is enough for nobody', async () => {
    expect(await assume(there(trusting(ids.delegated), ['AdministratorAccess' as never]), maryKey, role)).toMatchObject(
      denied(mary, role),
    );
  });
});

describe('the conditions of a trust policy', () => {
  const condition = (Condition: object): Emulator => desks(trusting([ids.member, mary], { Condition }));
  const given = { ExternalId: 'desk-1' };

  it.each([
    ['the external id', { StringEquals: { 'sts:ExternalId': 'desk-1' } }, given, 200],
    ['another external id', { StringEquals: { 'sts:ExternalId': 'desk-2' } }, given, 403],
    ['no external id', { StringEquals: { 'sts:ExternalId': 'desk-1' } }, {}, 403],
    ['the session name', { StringLike: { 'sts:RoleSessionName': 'ma*' } }, {}, 200],
    ['the name of the user', { StringLike: { 'sts:RoleSessionName': '${aws:username}' } }, {}, 200],
    ['another session name', { StringLike: { 'sts:RoleSessionName': 'jo*' } }, {}, 403],
    ['the principal', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/mary' } }, {}, 200],
    ['another principal', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }, {}, 403],
    ['the organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }, {}, 200],
    ['another organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-otherorgid00' } }, {}, 403],
    ['a second factor, which nobody has', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, {}, 403],
    ['no second factor', { Null: { 'aws:MultiFactorAuthPresent': 'true' } }, {}, 200],
    ['a second factor if there is any', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }, {}, 200],
    ['a tag of the role', { StringEquals: { 'aws:ResourceTag/team': 'desk' } }, {}, 403],
  ])('%s', async (_, Condition, more, status) => {
    expect((await assume(condition(Condition), maryKey, desk, more)).status).toBe(status);
  });

  it('the tags of the role', async () => {
    const trust = trusting(mary, { Condition: { StringEquals: { 'aws:ResourceTag/team': 'desk' } } });
    expect(await assume(desks(trust, {}, { tags: { team: 'desk' } }), maryKey, desk)).toMatchObject({ status: 200 });
  });

  it('hold for the administrator as well', async () => {
    expect(await assume(condition({ Null: { 'aws:username': 'true' } }), ids.member, desk)).toMatchObject(
      denied(john, desk),
    );
  });
});

describe('the service control policies of the caller', () => {
  const policy = { id: 'p-nosts0000', name: 'NoSts', description: '', tags: {} };
  const content = JSON.stringify(policyOf({ Effect: 'Deny', Action: 'sts:AssumeRole' }));
  const controlled = (account: 'member' | 'management' | 'delegated') =>
    emulatorOf({
      world: worldWith(
        {
          delegated: { roles: [roleOf('Desk', trusting([ids.member, ids.management]))] },
          [account]: {
            serviceControlPolicies: ['p-FullAWSAccess', policy.id],
            ...(account === 'delegated' && { roles: [roleOf('Desk', trusting([ids.member, ids.management]))] }),
          },
        },
        { policyTypes: ['SERVICE_CONTROL_POLICY'], policies: [{ ...policy, content }] },
      ),
    });
  const role = `arn:aws:iam::${ids.delegated}:role/Desk`;

  it('deny', async () => {
    expect(await assume(controlled('member'), ids.member, role)).toMatchObject(
      denied(administrator(ids.member), role, 'sts:AssumeRole', ' with an explicit deny in a service control policy'),
    );
  });

  it('do not touch the management account', async () => {
    expect(await assume(controlled('management'), ids.management, role)).toMatchObject({ status: 200 });
  });

  it('are not those of the account that has the role', async () => {
    expect(await assume(controlled('delegated'), ids.member, role)).toMatchObject({ status: 200 });
  });
});
