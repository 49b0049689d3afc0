import { describe, expect, it } from 'vitest';
import { mary } from '../apply/run.builder.ts';
import type { Failure } from '../failure/failure.ts';
import { anAccount, anId, aWorld, manyAccounts } from '../gateway/memory/memory-world.builder.ts';
import { quotaTables } from '../pace/quota-table.ts';
import { takeArrival } from './take-arrival.ts';
import { edited, id, setUp, text } from './watch.builder.ts';

const inLine = () => aWorld([anAccount(id, { contacts: { SECURITY: mary } })]);

describe('a look at accounts', () => {
  it('reads those accounts and nobody else, and puts them right', async () => {
    const world = aWorld([...manyAccounts(30), anAccount(id, { contacts: { SECURITY: mary } })]);
    const { sweep, event, look, security, gateway, tools } = setUp(world);
    await sweep();
    await event('PutAlternateContact');
    world.accounts.set(id, anAccount(id, { contacts: { SECURITY: edited } }));
    const before = gateway.calls.length;
    await look();
    expect(security()).toBe(mary.name);
    const calls = gateway.calls.slice(before);
    expect(new Set(calls.map(({ subject }) => subject))).toEqual(new Set([id]));
    expect(tools.memory.state().waiting).toEqual({});
  });

  it('waits until a new policy was held against the whole organization', async () => {
    const { sweep, event, look, policy, tools, kinds } = setUp(inLine());
    await sweep();
    policy.text = text('  - { match: { ou: Nowhere }, billing: desk }\n');
    await event('MoveAccount');
    await look();
    expect(tools.memory.state()).toMatchObject({ swept: null, waiting: { [id]: { tries: 1 } } });
    expect(await sweep()).toMatchObject({ put: { kind: 'trouble' } });
    expect(kinds()).toContain('trouble');
  });

  it('comes back to a new account that AWS denies, and not to an old one', async () => {
    let isReady = false;
    const fail = (operation: string, subject: string): Failure | undefined =>
      !isReady && subject.startsWith(id) && operation.startsWith('account:')
        ? { kind: 'denied', operation, code: 'AccessDeniedException', message: 'not yet', status: 403 }
        : undefined;
    const { sweep, event, look, security, tools } = setUp(aWorld([...manyAccounts(30), anAccount(id)]), { fail });
    await sweep();
    await event('MoveAccount');
    await look();
    expect(tools.memory.state().waiting).toEqual({});
    await event('AccountJoinedOrganization');
    await look();
    expect(tools.memory.state().waiting[id]?.tries).toBe(1);
    isReady = true;
    await look();
    expect([security(), tools.memory.state().waiting]).toEqual([mary.name, {}]);
  });

  it('forgets an account that left, and waits for one that came', async () => {
    const { sweep, event, look, tools } = setUp(aWorld());
    await sweep();
    await event('RemoveAccountFromOrganization');
    await look();
    expect(tools.memory.state().waiting).toEqual({});
    await event('AccountJoinedOrganization');
    await look();
    expect(tools.memory.state().waiting[id]?.tries).toBe(1);
  });

  it('writes nothing of a policy that cannot be used', async () => {
    const { sweep, event, look, policy, tools, gateway } = setUp(aWorld([anAccount(id)]));
    await sweep();
    policy.text = 'version: 2\n';
    await event('MoveAccount');
    const before = gateway.calls.length;
    await look();
    expect(gateway.calls.length).toBe(before);
    expect(tools.memory.state().waiting[id]?.tries).toBe(1);
  });
});

describe('a look at everything', () => {
  it('finds what no event told', async () => {
    const world = inLine();
    const { sweep, security } = setUp(world);
    await sweep();
    world.accounts.set(id, anAccount(id, { contacts: { SECURITY: edited } }));
    const fresh = anId('555566667777');
    world.accounts.set(fresh, anAccount(fresh));
    expect(await sweep()).toMatchObject({ put: { kind: 'run' }, differs: false, isIncomplete: false });
    expect([security(), security(fresh)]).toEqual([mary.name, mary.name]);
  });

  it('writes nothing past a limit, however small the single plans', async () => {
    const world = aWorld(manyAccounts(40).map((account) => ({ ...account, contacts: { SECURITY: mary } })));
    const { sweep, told } = setUp(world);
    await sweep();
    const ids = [...world.accounts.keys()].slice(2);
    for (const [index, each] of ids.slice(0, 16).entries()) {
      world.accounts.set(each, anAccount(each, { contacts: { SECURITY: edited } }));
      if (index % 4 === 3) await sweep();
    }
    expect(told.at(-1)).toMatchObject({
      kind: 'refused',
      breaches: [{ what: 'updates', found: 16, allowed: 12 }, { type: null }],
    });
    expect(ids.filter((each) => world.accounts.get(each)?.contacts.SECURITY?.name === edited.name)).toHaveLength(4);
  });

  it('without leave to write tells everything and writes nothing', async () => {
    const { sweep, security, kinds } = setUp(aWorld([anAccount(id)]), { writes: false });
    expect(await sweep()).toMatchObject({ put: { kind: 'nothing' }, differs: true });
    expect([security(), kinds()]).toEqual([undefined, ['looked', 'reported']]);
  });

  it('is put off while another run is under way', async () => {
    const { sweep, tools, kinds } = setUp(aWorld([anAccount(id)]));
    const claim = await tools.writing.store.claim();
    expect(await sweep()).toMatchObject({ put: { kind: 'later' } });
    expect([kinds().at(-1), tools.memory.state().swept]).toEqual(['trouble', null]);
    if (claim.kind === 'held') await claim.release();
    expect(await sweep()).toMatchObject({ put: { kind: 'run' } });
  });

  it('stops within one call when somebody pauses, and leaves the rest open', async () => {
    let isPaused = false;
    const world = aWorld(manyAccounts(60));
    const { sweep, gateway, told } = setUp(world, {
      // With the quotas of AWS calls go out one by one.
      quotas: quotaTables['aws'] ?? {},
      pause: () => (isPaused ? 'writing is paused' : undefined),
      fail: (operation) => {
        const puts = gateway.calls.filter((call) => call.operation === 'account:PutAlternateContact').length;
        if (operation === 'account:PutAlternateContact' && puts >= 20) isPaused = true;
        return undefined;
      },
    });
    await sweep();
    const puts = gateway.calls.filter(({ operation }) => operation === 'account:PutAlternateContact');
    expect(puts).toHaveLength(21);
    expect(told.at(-1)).toMatchObject({
      kind: 'wrote',
      detail: 'writing is paused',
      counts: { written: 21, open: 41, failed: 0 },
    });
  });
});

describe('what comes from a source', () => {
  it('that missed events asks for a look at everything', async () => {
    const { sweep, tools } = setUp(inLine());
    await sweep();
    await takeArrival(tools, { kind: 'lost', because: 'the stream ended' });
    expect(tools.memory.state().swept).not.toBeNull();
    await takeArrival(tools, { kind: 'gap', because: 'the stream says gap' });
    expect(tools.memory.state().swept).toBeNull();
  });

  it('is told once, however often it comes', async () => {
    const { event, kinds } = setUp(inLine());
    for (let time = 0; time < 3; time++) await event('MoveAccount', id, 'the same');
    expect(kinds()).toEqual(['event']);
  });
});
