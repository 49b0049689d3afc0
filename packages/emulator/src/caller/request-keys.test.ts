import { describe, expect, it } from 'vitest';
import { userOf, worldWith } from '../services/sts/assume-role.builder.ts';
import { ids } from '../world/worlds.builder.ts';
import { contextOf } from './context.builder.ts';
import { orgPath, requestKeys } from './request-keys.ts';

describe('the keys of a request', () => {
  it('say who calls, from where, and when', () => {
    expect(requestKeys(contextOf(), 'account')).toEqual({
      'aws:PrincipalArn': `arn:aws:iam::${ids.member}:user/administrator`,
      'aws:PrincipalAccount': ids.member,
      'aws:PrincipalType': 'User',
      'aws:PrincipalIsAWSService': 'false',
      'aws:userid': `AIDA${ids.member}ADMIN`,
      'aws:username': 'administrator',
      'aws:PrincipalOrgID': 'o-exampleorgid',
      'aws:PrincipalOrgPaths': [`o-exampleorgid/${ids.root}/${ids.workloads}/`],
      'aws:RequestedRegion': 'us-east-1',
      'aws:CurrentTime': '2026-11-24T12:00:00.999Z',
      'aws:EpochTime': String(Date.UTC(2026, 10, 24, 12) / 1000),
      'aws:SecureTransport': 'true',
      'aws:SourceIp': '127.0.0.1',
    });
  });

  it('have the tags of the principal', () => {
    const user = userOf('mary', 'AKIAIOSFODNN7EXAMPLE', { tags: { team: 'desk', Env: 'prod' } });
    const context = contextOf(user.accessKeyId, worldWith({ member: { users: [user] } }));
    expect(requestKeys(context, 'account')).toMatchObject({
      'aws:username': 'mary',
      'aws:PrincipalTag/team': 'desk',
      'aws:PrincipalTag/Env': 'prod',
    });
  });

  it('name the region for STS only: the others are called in us-east-1', () => {
    const context = contextOf(ids.member, undefined, { region: 'eu-west-1' });
    expect(requestKeys(context, 'sts')['aws:RequestedRegion']).toBe('eu-west-1');
    expect(requestKeys(context, 'account')['aws:RequestedRegion']).toBe('us-east-1');
    expect(requestKeys(context, 'organizations')['aws:RequestedRegion']).toBe('us-east-1');
  });

  it('name no organization outside of one', () => {
    const keys = Object.keys(requestKeys(contextOf(ids.outsider), 'account'));
    expect(keys.filter((key) => key.startsWith('aws:PrincipalOrg'))).toEqual([]);
  });

  it('have a source identity and no user name in a session', () => {
    const context = contextOf();
    const caller = { ...context.caller, principalType: 'AssumedRole', sourceIdentity: 'mary' } as const;
    const keys = requestKeys({ ...context, caller }, 'account');
    expect(keys).toMatchObject({ 'aws:SourceIdentity': 'mary', 'aws:PrincipalType': 'AssumedRole' });
    expect(keys).not.toHaveProperty('aws:username');
  });

  it('know of no second factor', () => {
    expect(requestKeys(contextOf(), 'sts')).not.toHaveProperty('aws:MultiFactorAuthPresent');
  });
});

describe('the path of an account', () => {
  it.each([
    [ids.management, `o-exampleorgid/${ids.root}/`],
    [ids.suspended, `o-exampleorgid/${ids.root}/${ids.sandbox}/`],
    [ids.outsider, ''],
    [ids.unknown, ''],
  ])('%s: %j', (id, path) => {
    expect(orgPath(contextOf().world, id)).toBe(path);
  });
});
