import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import type { World, WorldAccount } from '../../world/world-file.ts';
import { ids, makeClock, smallWorld } from '../../world/worlds.builder.ts';

const day = 86_400_000;

/** The small world with so many members more, and what differs in them. */
const crowd = (count: number, more: Partial<WorldAccount> = {}): World => {
  const world = smallWorld();
  const others = Array.from({ length: count }, (_, index) => ({
    ...world.accounts[2],
    id: String(500_000_000_000 + index),
    name: `n${index}`,
    email: `aws+n${index}@example.com`,
    ...more,
  }));
  return { ...world, accounts: [...world.accounts, ...(others as WorldAccount[])] };
};

const setUp = (options = {}) => {
  const clock = makeClock();
  const emulator = createEmulator({ world: smallWorld(), quotas: 'off', clock, ...options });
  const close = (id: string) => organizations(emulator, ids.management).call('CloseAccount', { AccountId: id });
  const stateOf = (id: string) => emulator.snapshot().accounts.find((each) => each.id === id)?.state;
  return { clock, emulator, close, stateOf };
};

describe('CloseAccount', () => {
  it('closes three accounts at once, and no fourth until one is done', async () => {
    const { clock, close } = setUp({ world: crowd(4) });
    for (const index of [0, 1, 2]) expect(await close(String(500_000_000_000 + index))).toMatchObject({ status: 200 });
    expect(await close('500000000003')).toMatchObject({ body: { Reason: 'CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED' } });
    clock.advance(180_000);
    expect(await close('500000000003')).toMatchObject({ status: 200 });
  });

  it.each([
    [260, 250],
    [1400, 280],
  ])('closes of %d members and four at most %d in 30 days', async (count, most) => {
    const { clock, close } = setUp({ world: crowd(count), instant: true });
    const next = (index: number) => close(String(500_000_000_000 + index));
    for (let index = 0; index < most; index++) expect(await next(index)).toMatchObject({ status: 200 });
    expect(await next(most)).toMatchObject({ body: { Reason: 'CLOSE_ACCOUNT_QUOTA_EXCEEDED' } });
    clock.advance(30 * day);
    expect(await next(most)).toMatchObject({ status: 200 });
  });

  it('takes a member that AWS suspended, and none whose sign-up is not finished', async () => {
    const { close, stateOf, clock } = setUp({ world: crowd(1, { state: 'PENDING_ACTIVATION' }) });
    expect(await close('500000000000')).toMatchObject({ body: { Reason: 'ACCOUNT_CREATION_NOT_COMPLETE' } });
    expect(await close(ids.suspended)).toMatchObject({ status: 200 });
    clock.advance(180_000);
    expect(stateOf(ids.suspended)).toBe('CLOSED');
  });

  it('leaves the account as it was where somebody ordered that it fails', async () => {
    const { close, stateOf, clock } = setUp({ faults: [{ operation: 'CloseAccount', error: 'FailsLater' }] });
    for (const [id, before] of [
      [ids.member, 'ACTIVE'],
      [ids.suspended, 'SUSPENDED'],
    ] as const) {
      expect(await close(id)).toMatchObject({ status: 200 });
      expect(stateOf(id)).toBe('PENDING_CLOSURE');
      clock.advance(180_000);
      expect(stateOf(id)).toBe(before);
    }
  });

  it('ends 90 days later for good: the account is gone, and whoever was somebody there is nobody', async () => {
    const { close, clock, emulator } = setUp();
    await close(ids.delegated);
    clock.advance(180_000 + 90 * day - 1);
    expect(emulator.snapshot().accounts).toHaveLength(5);
    clock.advance(1);
    const { accounts, organization } = emulator.snapshot();
    expect(accounts.map(({ id }) => id)).not.toContain(ids.delegated);
    expect(organization?.delegatedAdministrators).toEqual([]);
    expect(await organizations(emulator, ids.delegated).call('DescribeOrganization')).toMatchObject({
      body: { __type: 'UnrecognizedClientException' },
    });
  });

  it('goes on in a world that was written and loaded meanwhile', async () => {
    const { close, clock, emulator } = setUp();
    await close(ids.member);
    const again = createEmulator({ world: emulator.snapshot(), quotas: 'off', clock });
    clock.advance(180_000);
    expect(again.snapshot()).toEqual(emulator.snapshot());
    expect(again.snapshot().accounts[2]?.state).toBe('CLOSED');
  });
});
