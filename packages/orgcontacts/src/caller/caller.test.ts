import { expect, it } from 'vitest';
import { anId, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { type CallerFacts, makeCaller } from './caller.ts';

const facts = (overrides: Partial<CallerFacts>): CallerFacts => ({
  accountId: management,
  arn: `arn:aws:iam::${management}:user/administrator`,
  organizationId: 'o-exampleorgid',
  managementAccountId: management,
  delegatedAdministrators: [],
  ...overrides,
});

it.each([
  ['the management account', facts({}), 'management'],
  [
    'the delegated administrator',
    facts({ accountId: delegated, delegatedAdministrators: [delegated] }),
    'delegated-administrator',
  ],
  ['any other account', facts({ accountId: anId('444455556666'), delegatedAdministrators: [delegated] }), 'member'],
  ['an account where nobody is delegated', facts({ accountId: delegated }), 'member'],
  [
    'the management account even if it is listed as an administrator',
    facts({ delegatedAdministrators: [management] }),
    'management',
  ],
])('knows the role of %s', (_, given, role) => {
  expect(makeCaller(given).role).toBe(role);
});

it.each([
  ['arn:aws-cn:sts::111122223333:assumed-role/Admin/session', 'aws-cn'],
  ['arn:aws:iam::111122223333:user/administrator', 'aws'],
  ['arn:aws-us-gov:iam::111122223333:user/administrator', 'aws-us-gov'],
])('reads the partition from the ARN %s', (arn, partition) => {
  expect(makeCaller(facts({ arn })).partition).toBe(partition);
});
