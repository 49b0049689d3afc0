import { describe, expect, it } from 'vitest';
import { accessRole, rolesOf } from './roles-of.ts';
import type { WorldAccount } from './world-file.ts';
import { ids, smallWorld } from './worlds.builder.ts';

const namesOf = (id: string, more: Partial<WorldAccount> = {}, world = smallWorld()): readonly string[] => {
  const account = world.accounts.find((each) => each.id === id);
  if (!account) throw new Error(`There is no account ${id}.`);
  return rolesOf({ organization: world.organization }, { ...account, ...more }).map(({ name }) => name);
};

describe('the roles of an account', () => {
  it('are the access role where the organization created it', () => {
    expect(namesOf(ids.member)).toEqual(['OrganizationAccountAccessRole']);
    expect(namesOf(ids.delegated)).toEqual(['OrganizationAccountAccessRole']);
  });

  it('are none where it was invited, is the management account, or is in no organization', () => {
    expect(namesOf(ids.member, { joinedMethod: 'INVITED' })).toEqual([]);
    expect(namesOf(ids.management)).toEqual([]);
    expect(namesOf(ids.outsider)).toEqual([]);
    expect(namesOf(ids.outsider, { joinedMethod: 'CREATED' })).toEqual([]);
  });

  it('are those that the world declares, and no others', () => {
    expect(namesOf(ids.member, { roles: [] })).toEqual([]);
    expect(namesOf(ids.outsider, { roles: [accessRole('Breakglass', ids.management)] })).toEqual(['Breakglass']);
  });
});

describe('the access role', () => {
  // Observed on live AWS: trust, policy and session length.
  it('trusts the management account, for an hour and everything', () => {
    expect(accessRole('OrganizationAccountAccessRole', ids.management)).toEqual({
      name: 'OrganizationAccountAccessRole',
      trust: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${ids.management}:root` },
          Action: 'sts:AssumeRole',
        },
      },
      policies: ['AdministratorAccess'],
      maxSessionDuration: 3600,
      tags: {},
    });
  });
});
