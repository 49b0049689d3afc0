import { expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import type { Failure } from '../failure/failure.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import { anAccount, anId, aWorld, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { observeCaller } from './observe-caller.ts';

const member = anId('444455556666');

const gatewayOf = (caller: AccountId, failing: Readonly<Record<string, Failure>> = {}) =>
  makeMemoryGateway(aWorld([anAccount(member)]), caller, { fail: (operation) => failing[operation] });

const administratorsDenied = {
  'organizations:ListDelegatedAdministrators': aFailure({ operation: 'organizations:ListDelegatedAdministrators' }),
};

it.each([
  ['the management account', management, 'management'],
  ['the delegated administrator', delegated, 'delegated-administrator'],
  ['any other account', member, 'member'],
])('finds out that %s is calling', async (_, accountId, role) => {
  expect(await observeCaller(gatewayOf(accountId))).toEqual({
    kind: 'ok',
    value: {
      accountId,
      arn: `arn:aws:iam::${accountId}:user/administrator`,
      partition: 'aws',
      role,
      organizationId: 'o-exampleorgid',
      managementAccountId: management,
      reachesManagement: role === 'management',
    },
  });
});

it('takes whoever may not list the administrators for an ordinary member, as AWS has it', async () => {
  const caller = await observeCaller(gatewayOf(member, administratorsDenied));
  expect(caller).toMatchObject({ kind: 'ok', value: { role: 'member' } });
});

it('does not ask for administrators from the management account', async () => {
  const gateway = gatewayOf(management, administratorsDenied);
  expect(await observeCaller(gateway)).toMatchObject({ kind: 'ok', value: { role: 'management' } });
  expect(gateway.calls.map(({ operation }) => operation)).not.toContain('organizations:ListDelegatedAdministrators');
});

it.each([
  ['sts:GetCallerIdentity', 'denied'],
  ['organizations:DescribeOrganization', 'invalid'],
  ['organizations:ListDelegatedAdministrators', 'unavailable'],
] as const)('fails when %s is %s, rather than guessing', async (operation, kind) => {
  const failure = aFailure({ operation, kind });
  expect(await observeCaller(gatewayOf(member, { [operation]: failure }))).toEqual({ kind: 'failed', failure });
});
