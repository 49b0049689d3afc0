import { expect, it } from 'vitest';
import { type Caller, makeCaller } from '../caller/caller.ts';
import { contactTypes } from '../contact/contact-type.ts';
import { makeMemoryGateway } from '../gateway/memory/memory-gateway.ts';
import {
  anAccount,
  anId,
  aWorld,
  delegated,
  management,
  manyAccounts,
} from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { observeContacts } from './observe-contacts.ts';

const member = anId('300000000001');
const mary = { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555' };

const callerAt = (accountId: typeof management): Caller =>
  makeCaller({
    accountId,
    arn: `arn:aws:iam::${accountId}:user/administrator`,
    organizationId: 'o-exampleorgid',
    managementAccountId: management,
    delegatedAdministrators: [delegated],
  });

it('tells set, not set and unreadable apart', async () => {
  const failure = aFailure();
  const another = anId('300000000002');
  const world = aWorld([anAccount(member, { contacts: { SECURITY: mary } }), anAccount(another)]);
  const gateway = makeMemoryGateway(world, management, {
    fail: (_, subject) => (subject === another ? failure : undefined),
  });
  const observed = await observeContacts(gateway, callerAt(management), [
    { accountId: member, types: ['BILLING', 'SECURITY'] },
    { accountId: another, types: ['SECURITY'] },
  ]);
  expect([...observed]).toEqual([
    [member, { kind: 'asked', byType: { BILLING: { kind: 'unset' }, SECURITY: { kind: 'set', contact: mary } } }],
    [another, { kind: 'asked', byType: { SECURITY: { kind: 'unreadable', failure } } }],
  ]);
});

it('does not ask about accounts that the caller cannot reach, and says why', async () => {
  const gateway = makeMemoryGateway(aWorld([anAccount(member)]), delegated);
  const observed = await observeContacts(gateway, callerAt(delegated), [
    { accountId: management, types: ['SECURITY'] },
    { accountId: member, types: ['SECURITY'] },
  ]);
  expect(observed.get(management)).toEqual({
    kind: 'unreachable',
    because: expect.stringMatching(/^only credentials of the management account itself reach its contacts: /),
  });
  expect(observed.get(member)).toEqual({ kind: 'asked', byType: { SECURITY: { kind: 'unset' } } });
  expect(gateway.calls.map(({ subject }) => subject)).toEqual([member]);
});

it('reads only the types that are wanted, and nothing of an account of which none is', async () => {
  const gateway = makeMemoryGateway(aWorld([anAccount(member)]), management);
  const observed = await observeContacts(gateway, callerAt(management), [{ accountId: member, types: [] }]);
  expect(observed.get(member)).toEqual({ kind: 'asked', byType: {} });
  expect(gateway.calls).toEqual([]);
});

it('reads every type of many accounts once each, and says how far it is', async () => {
  const world = aWorld(manyAccounts(50));
  const gateway = makeMemoryGateway(world, management);
  const seen: string[] = [];
  const wanted = [...world.accounts.keys()].map((accountId) => ({ accountId, types: contactTypes }));
  const observed = await observeContacts(gateway, callerAt(management), wanted, (done, of) =>
    seen.push(`${done} of ${of}`),
  );
  expect(observed.size).toBe(52);
  expect(gateway.calls).toHaveLength(156);
  expect([seen[0], seen.at(-1), seen.length]).toEqual(['1 of 156', '156 of 156', 156]);
});
