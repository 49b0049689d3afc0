import { expect, it } from 'vitest';
import { aContact } from '../resolve/policy.builder.ts';
import { makeMemoryGateway } from './memory/memory-gateway.ts';
import { anAccount, anId, aWorld, delegated, management } from './memory/memory-world.builder.ts';
import { withManagement } from './with-management.ts';

const member = anId('300000000000');
const mary = aContact('Mary');

const gateways = () => {
  const world = aWorld([anAccount(member)]);
  const members = makeMemoryGateway(world, delegated);
  const own = makeMemoryGateway(world, management);
  return { members, own, joined: withManagement(members, own, management) };
};

const contactCalls = ({ calls }: { readonly calls: readonly { operation: string; subject: string }[] }) =>
  calls.filter(({ operation }) => operation.startsWith('account:')).map(({ operation }) => operation);

it.each([
  ['by itself', false],
  ['for an item', true],
])(
  'sends calls about the management account to its own credentials, and all others elsewhere: %s',
  async (_, forItem) => {
    const { members, own, joined } = gateways();
    const through = forItem ? (joined.forItem?.() ?? joined) : joined;
    for (const [context, accountId] of [
      ['standalone', management],
      ['organization', member],
    ] as const) {
      const target = { context, accountId };
      expect(await through.putContact(target, 'SECURITY', mary)).toMatchObject({ kind: 'ok' });
      expect(await through.getContact(target, 'SECURITY')).toEqual({ kind: 'ok', value: mary });
      expect(await through.deleteContact(target, 'SECURITY')).toMatchObject({ kind: 'ok' });
    }
    const each = ['account:PutAlternateContact', 'account:GetAlternateContact', 'account:DeleteAlternateContact'];
    expect(contactCalls(own)).toEqual(each);
    expect(contactCalls(members)).toEqual(each);
  },
);

it('asks about the organization and the caller as before, and says the same endpoint', async () => {
  const { members, own, joined } = gateways();
  expect(await joined.getCallerIdentity()).toEqual(await members.getCallerIdentity());
  expect(await joined.listAccounts()).toEqual(await members.listAccounts());
  expect(joined.endpoint).toBe(members.endpoint);
  expect(own.calls).toEqual([]);
});
