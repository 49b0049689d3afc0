import { describe, expect, it } from 'vitest';
import type { AccessNeed } from '../operation.ts';
import { policyOf, userOf, worldWith } from '../services/sts/assume-role.builder.ts';
import type { World } from '../world/world-file.ts';
import { ids } from '../world/worlds.builder.ts';
import { checkAccess } from './check-access.ts';
import { contextOf } from './context.builder.ts';

const key = 'AKIAIOSFODNN7EXAMPLE';
const need: AccessNeed = { resource: 'arn:aws:account::444455556666:account' };

/** What a user gets who calls GetAlternateContact in the member account. */
const message = (
  user: object,
  {
    needs = [need],
    more = {},
    world = (mary): World => worldWith({ member: { users: [mary] } }),
  }: {
    readonly needs?: readonly AccessNeed[] | undefined;
    readonly more?: object;
    readonly world?: (mary: ReturnType<typeof userOf>) => World;
  } = {},
) => {
  const context = contextOf(key, world(userOf('mary', key, user)), more);
  return checkAccess(context, 'account', { name: 'GetAlternateContact', needs: () => needs })?.message;
};

const mary = `User: arn:aws:iam::${ids.member}:user/mary is not authorized to perform: account:GetAlternateContact on resource: ${need.resource}`;
const silent = policyOf({ Action: 's3:*' });
const denying = policyOf({ Effect: 'Deny' });
const because = (what: string): string => `${mary} because no ${what} allows the account:GetAlternateContact action`;

describe('the policies of a caller', () => {
  it('let through what they allow', () => {
    expect(message({})).toBeUndefined();
    expect(message({ policies: [policyOf({ Resource: need.resource })] })).toBeUndefined();
    expect(message({ policies: ['arn:aws:iam::aws:policy/AWSAccountManagementReadOnlyAccess'] })).toBeUndefined();
  });

  it('say which kind of them does not allow', () => {
    expect(message({ policies: [] })).toBe(because('identity-based policy'));
    expect(message({ policies: [silent] })).toBe(because('identity-based policy'));
    expect(message({ boundary: silent })).toBe(because('permissions boundary'));
  });

  it('say which kind of them denies', () => {
    expect(message({ policies: ['AdministratorAccess', denying] })).toBe(
      `${mary} with an explicit deny in an identity-based policy`,
    );
    expect(message({ boundary: denying })).toBe(`${mary} with an explicit deny in a permissions boundary`);
  });

  it('name the one that was chosen to be named when several do not allow', () => {
    const { behaviour } = contextOf();
    const user = { policies: [silent], boundary: silent };
    expect(message(user)).toBe(because('permissions boundary'));
    expect(message(user, { more: { behaviour: { ...behaviour, deniedBy: 'innermost' } } })).toBe(
      because('identity-based policy'),
    );
  });

  it('are refused as each service refuses', () => {
    const context = contextOf(key, worldWith({ member: { users: [userOf('mary', key, { policies: [] })] } }));
    const refused = (service: 'account' | 'organizations' | 'sts') => checkAccess(context, service, { name: 'Any' });
    expect(refused('account')).toMatchObject({ code: 'AccessDeniedException', status: 403 });
    expect(refused('organizations')).toMatchObject({ code: 'AccessDeniedException', status: 400 });
    expect(refused('sts')).toMatchObject({ code: 'AccessDenied', status: 403 });
    expect(refused('organizations')?.message).toBe(
      `User: arn:aws:iam::${ids.member}:user/mary is not authorized to perform: organizations:Any on resource: * because no identity-based policy allows the organizations:Any action`,
    );
  });
});

describe('the needs of an operation', () => {
  it('have all to be allowed, and the first that is not is named', () => {
    const needs = [need, { action: 'iam:UpdateAccountName', resource: '*' }, { action: 'iam:Other', resource: '*' }];
    expect(message({ policies: [policyOf({ Action: ['account:*', 'iam:Other'] })] }, { needs })).toMatch(
      / is not authorized to perform: iam:UpdateAccountName on resource: \* because no identity-based policy allows the iam:UpdateAccountName action$/,
    );
  });

  it('may be none', () => {
    expect(message({ policies: [denying] }, { needs: [] })).toBeUndefined();
  });

  it('may bring keys along', () => {
    const policies = [policyOf({ Condition: { StringEquals: { 'account:TargetRegion': 'af-south-1' } } })];
    const needs = [{ ...need, keys: { 'account:TargetRegion': 'af-south-1' } }];
    expect(message({ policies }, { needs })).toBeUndefined();
    expect(message({ policies })).toBe(because('identity-based policy'));
  });
});

describe('service control policies', () => {
  const policy = { id: 'p-guard0000', name: 'Guard', description: '', tags: {} };
  const controlled =
    (content: object, at: 'root' | 'unit' | 'account') =>
    (user: ReturnType<typeof userOf>): World => {
      const attached = { serviceControlPolicies: [policy.id] };
      const world = worldWith(
        { member: { users: [user], ...(at === 'account' && attached) } },
        { policyTypes: ['SERVICE_CONTROL_POLICY'], policies: [{ ...policy, content: JSON.stringify(content) }] },
      );
      const unit = { root: ids.root, unit: ids.workloads, account: '' }[at];
      return { ...world, units: world.units.map((each) => (each.id === unit ? { ...each, ...attached } : each)) };
    };

  it.each(['root', 'unit', 'account'] as const)('at the %s have to allow', (at) => {
    expect(message({}, { world: controlled(silent, at) })).toBe(because('service control policy'));
    expect(message({}, { world: controlled(policyOf({ Action: 'account:*' }), at) })).toBeUndefined();
  });

  it.each(['root', 'unit', 'account'] as const)('at the %s can deny', (at) => {
    expect(message({}, { world: controlled(denying, at) })).toBe(
      `${mary} with an explicit deny in a service control policy`,
    );
  });

  it('never give anything', () => {
    expect(message({ policies: [] }, { world: controlled(policyOf({}), 'root') })).toBe(
      because('identity-based policy'),
    );
  });
});
