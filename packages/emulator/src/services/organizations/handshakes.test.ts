import { describe, expect, it } from 'vitest';
import { organizations, type Reply } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { ids, makeClock, smallWorld } from '../../world/worlds.builder.ts';
import { refusal } from './organizations.builder.ts';

interface Shown {
  readonly Id: string;
  readonly State: string;
  readonly ExpirationTimestamp: number;
}

const shown = ({ body }: Reply): Shown => body['Handshake'] as Shown;
const listed = ({ body }: Reply): readonly Shown[] => body['Handshakes'] as readonly Shown[];

const day = 86_400_000;

const setUp = (organization = {}) => {
  const clock = makeClock();
  const emulator = createEmulator({ world: smallWorld(organization), quotas: 'off', clock });
  const as = (id: string) => organizations(emulator, id);
  const invite = (more = {}, caller: string = ids.management) =>
    as(caller).call('InviteAccountToOrganization', { Target: { Type: 'ACCOUNT', Id: ids.outsider }, ...more });
  return { clock, emulator, as, invite };
};

describe('an invitation', () => {
  it('is open for 15 days, and then it has expired', async () => {
    const { clock, as, invite } = setUp();
    const { Id, ExpirationTimestamp } = shown(await invite());
    expect(ExpirationTimestamp).toBe((clock.now() + 15 * day) / 1000);
    clock.advance(15 * day - 1);
    expect(shown(await as(ids.outsider).call('DescribeHandshake', { HandshakeId: Id })).State).toBe('OPEN');
    clock.advance(1);
    expect(shown(await as(ids.outsider).call('DescribeHandshake', { HandshakeId: Id })).State).toBe('EXPIRED');
    clock.advance(30 * day);
    expect(await as(ids.outsider).call('DescribeHandshake', { HandshakeId: Id })).toMatchObject(
      refusal('HandshakeNotFoundException', "You specified a handshake that doesn't exist."),
    );
  });

  it('gives the account its tags when it accepts, and keeps when the account was made', async () => {
    const { clock, as, invite, emulator } = setUp();
    const { Id } = shown(await invite({ Tags: [{ Key: 'team', Value: 'cards' }] }));
    clock.advance(1000);
    await as(ids.outsider).call('AcceptHandshake', { HandshakeId: Id });
    expect(emulator.snapshot().accounts.at(-1)).toMatchObject({
      id: ids.outsider,
      parent: ids.root,
      joinedMethod: 'INVITED',
      joinedAt: new Date(clock.now()).toISOString(),
      createdAt: '2026-01-02T03:04:05.678Z',
      tags: { team: 'cards' },
    });
    expect((await as(ids.management).call('ListAccounts')).body['Accounts']).toHaveLength(5);
  });

  it('of two organizations is taken once: the other one cannot have the account any more', async () => {
    const clock = makeClock();
    const { accounts, ...world } = smallWorld();
    const third = { ...accounts[4], id: '555566667777', email: 'aws+third@example.com' } as (typeof accounts)[number];
    const emulator = createEmulator({ world: { ...world, accounts: [...accounts, third] }, quotas: 'off', clock });
    const as = (id: string) => organizations(emulator, id);
    await as(ids.outsider).call('CreateOrganization');
    const target = { Target: { Type: 'EMAIL', Id: 'AWS+Third@example.com' } };
    for (const caller of [ids.management, ids.outsider])
      expect(await as(caller).call('InviteAccountToOrganization', target)).toMatchObject({ status: 200 });
    const [first, second] = listed(await as(third.id).call('ListHandshakesForAccount'));
    expect(shown(await as(third.id).call('AcceptHandshake', { HandshakeId: second?.Id })).State).toBe('ACCEPTED');
    expect(await as(third.id).call('AcceptHandshake', { HandshakeId: first?.Id })).toMatchObject({
      body: { Reason: 'ALREADY_IN_AN_ORGANIZATION' },
    });
    expect((await as(ids.outsider).call('ListAccounts')).body['Accounts']).toHaveLength(2);
    expect(await as(ids.management).call('CancelHandshake', { HandshakeId: first?.Id })).toMatchObject({ status: 200 });
    expect(listed(await as(ids.management).call('ListHandshakesForOrganization'))).toHaveLength(1);
  });

  it('takes a place while it is open, and no longer', async () => {
    const { as, invite } = setUp({ accountQuota: 5 });
    const { Id } = shown(await invite());
    const create = () => as(ids.management).call('CreateAccount', { Email: 'aws+new@example.com', AccountName: 'new' });
    expect(await create()).toMatchObject({ body: { Reason: 'ACCOUNT_NUMBER_LIMIT_EXCEEDED' } });
    await as(ids.outsider).call('DeclineHandshake', { HandshakeId: Id });
    expect(await create()).toMatchObject({ status: 200 });
  });

  it('can be sent 20 times a day, and more often where more accounts are allowed', async () => {
    for (const [accountQuota, most] of [
      [10, 20],
      [25, 25],
    ] as const) {
      const { clock, as, invite } = setUp({ accountQuota });
      for (let count = 0; count < most; count++) {
        const { Id } = shown(await invite());
        await as(ids.management).call('CancelHandshake', { HandshakeId: Id });
      }
      expect(await invite()).toMatchObject({ body: { Reason: 'HANDSHAKE_RATE_LIMIT_EXCEEDED' } });
      clock.advance(day);
      expect(await invite()).toMatchObject({ status: 200 });
    }
  });

  it('ends with the organization that sent it', async () => {
    const { as, invite } = setUp();
    for (const caller of [ids.member, ids.suspended]) await as(caller).call('LeaveOrganization');
    await as(ids.management).call('DeregisterDelegatedAdministrator', {
      AccountId: ids.delegated,
      ServicePrincipal: 'account.amazonaws.com',
    });
    await as(ids.delegated).call('LeaveOrganization');
    const { Id } = shown(await invite());
    expect(await as(ids.management).call('DeleteOrganization')).toMatchObject({ status: 200 });
    expect(await as(ids.outsider).call('AcceptHandshake', { HandshakeId: Id })).toMatchObject({
      body: { __type: 'InvalidHandshakeTransitionException' },
    });
  });
});

describe('the change to all features', () => {
  const billing = {
    featureSet: 'CONSOLIDATED_BILLING' as const,
    trustedServices: [],
    delegatedAdministrators: [],
  };

  it('is done at once when nobody was invited, except for the last word', async () => {
    const { as } = setUp(billing);
    const { Id, State } = shown(await as(ids.management).call('EnableAllFeatures'));
    expect(State).toBe('OPEN');
    await as(ids.management).call('AcceptHandshake', { HandshakeId: Id });
    expect(
      await as(ids.management).call('EnablePolicyType', { RootId: ids.root, PolicyType: 'SERVICE_CONTROL_POLICY' }),
    ).toMatchObject({ status: 200 });
  });

  it('takes back what it asked for when it is canceled, and can begin again', async () => {
    const { accounts, ...world } = smallWorld(billing);
    const invited = accounts.map((each) => ({ ...each, joinedMethod: 'INVITED' as const }));
    const emulator = createEmulator({ world: { ...world, accounts: invited }, quotas: 'off', clock: makeClock() });
    const as = (id: string) => organizations(emulator, id);
    const { Id } = shown(await as(ids.management).call('EnableAllFeatures'));
    await as(ids.member).call('AcceptHandshake', {
      HandshakeId: listed(await as(ids.member).call('ListHandshakesForAccount'))[0]?.Id,
    });
    expect(shown(await as(ids.management).call('DescribeHandshake', { HandshakeId: Id })).State).toBe('REQUESTED');
    await as(ids.management).call('CancelHandshake', { HandshakeId: Id });
    const filter = { Filter: { ParentHandshakeId: Id } };
    const children = listed(await as(ids.management).call('ListHandshakesForOrganization', filter));
    expect(children.map(({ State }) => State)).toEqual(['CANCELED', 'ACCEPTED', 'CANCELED']);
    expect(await as(ids.management).call('EnableAllFeatures')).toMatchObject({ status: 200 });
  });
});
