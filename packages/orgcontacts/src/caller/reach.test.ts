import { expect, it } from 'vitest';
import { delegated, anId as id, management } from '../gateway/memory/memory-world.builder.ts';
import { makeCaller } from './caller.ts';
import { reach } from './reach.ts';

const member = id('444455556666');
const another = id('555566667777');

const callerAt = (accountId: typeof management) =>
  makeCaller({
    accountId,
    arn: `arn:aws:iam::${accountId}:user/administrator`,
    organizationId: 'o-exampleorgid',
    managementAccountId: management,
    delegatedAdministrators: [delegated],
  });

it.each([
  ['the management account', management, 'itself', management, 'standalone'],
  ['the management account', management, 'a member', member, 'organization'],
  ['the management account', management, 'the delegated administrator', delegated, 'organization'],
  ['the delegated administrator', delegated, 'itself', delegated, 'organization'],
  ['the delegated administrator', delegated, 'a member', member, 'organization'],
  ['the delegated administrator', delegated, 'the management account', management, 'not at all'],
  ['a member', member, 'itself', member, 'standalone'],
  ['a member', member, 'another member', another, 'not at all'],
  ['a member', member, 'the delegated administrator', delegated, 'not at all'],
  ['a member', member, 'the management account', management, 'not at all'],
])('%s (%s) reaches %s (%s): %s', (_caller, from, _target, to, context) => {
  const reached = reach(callerAt(from), to);
  expect(reached).toEqual(
    context === 'not at all'
      ? { kind: 'unreachable', because: expect.stringMatching(/reach/) }
      : { kind: 'reachable', target: { context, accountId: to } },
  );
});
