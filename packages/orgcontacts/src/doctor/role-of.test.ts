import { expect, it } from 'vitest';
import { failed, ok } from '../failure/failure.ts';
import { delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { bare, deniedBy, factsOf, member, someFacts } from './facts.builder.ts';
import { callerOf, roleOf } from './role-of.ts';

const outside = failed(aFailure({ kind: 'other', code: 'AWSOrganizationsNotInUseException' }));
const iam = failed(deniedBy('identity-based policy', 'organizations:ListDelegatedAdministrators'));
const bareIam = failed(
  aFailure({ message: 'User: x is not authorized to perform: organizations:ListDelegatedAdministrators' }),
);

it.each([
  ['the management account', someFacts(), 'management'],
  ['the management account that may not list administrators', someFacts({ administrators: iam }), 'management'],
  ['the listed administrator', factsOf(delegated), 'delegated-administrator'],
  [
    'whoever may name itself',
    factsOf(delegated, { administrators: iam, ownByName: ok(undefined) }),
    'delegated-administrator',
  ],
  ['whoever is not listed', factsOf(delegated, { administrators: ok([member]) }), 'member'],
  ['whoever is refused the list and its own name, by no policy', factsOf(member), 'member'],
])('knows %s', (_, facts, role) => {
  expect(roleOf(facts)).toEqual({ kind: 'known', role });
  expect(callerOf(facts)?.role).toBe(role);
});

it('knows an account outside any organization', () => {
  expect(roleOf(someFacts({ organization: outside }))).toEqual({ kind: 'outside' });
  expect(callerOf(someFacts({ organization: outside }))).toBeUndefined();
});

it.each([
  ['the identity is not known', someFacts({ identity: iam }), 'aws sts get-caller-identity'],
  ['the organization may not be read', someFacts({ organization: iam }), 'organizations:DescribeOrganization'],
  [
    'a policy is in the way of the list',
    factsOf(member, { administrators: iam }),
    `in the management account ${management}`,
  ],
  [
    'a policy may be in the way of the list',
    factsOf(member, { administrators: bareIam }),
    'list-delegated-administrators',
  ],
  [
    'a policy is in the way of its own name',
    factsOf(member, { ownByName: failed(deniedBy('session policy')) }),
    'list-delegated',
  ],
  ['its own name was not tried', factsOf(member, { ownByName: { kind: 'not-asked' } }), 'list-delegated'],
  [
    'the list is not to be had just now',
    factsOf(member, { administrators: failed({ ...bare, kind: 'unavailable' }) }),
    'list-delegated',
  ],
])('does not know it where %s, and says what would decide', (_, facts, would) => {
  expect(roleOf(facts)).toEqual({
    kind: 'unknown',
    because: expect.any(String),
    would: expect.stringContaining(would),
  });
  expect(callerOf(facts)).toBeUndefined();
});
