import { describe, expect, it } from 'vitest';
import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import { anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import type { Mode, Policy } from '../policy/policy.ts';
import { aContact, account, all, aPolicy, assign, exclude, tag } from '../resolve/policy.builder.ts';
import { resolveAccount } from '../resolve/resolve.ts';
import { makePlan } from './make-plan.ts';
import { aFrame } from './plan.builder.ts';
import { isIncomplete, type Plan } from './plan.ts';

type Live = Readonly<Partial<Record<ContactType, Observed>>>;
interface Seen {
  readonly account: OrgAccount;
  readonly live: Live | 'unreachable' | 'not asked';
}

const mary: Observed = { kind: 'set', contact: aContact('Mary') };
const other: Observed = { kind: 'set', contact: aContact('Other') };
const unset: Observed = { kind: 'unset' };
const denied: Observed = { kind: 'unreadable', failure: aFailure() };

const seen = (last: number, live: Seen['live'], overrides: Partial<OrgAccount> = {}): Seen => ({
  account: anOrgAccount({ id: anId(String(300000000000 + last)), name: `account ${last}`, ...overrides }),
  live,
});

const observedAs = (live: Seen['live']): ObservedAccount | undefined => {
  if (live === 'not asked') return undefined;
  return live === 'unreachable' ? { kind: 'unreachable', because: 'out of reach' } : { kind: 'asked', byType: live };
};

const planFor = (
  policy: Policy,
  accounts: readonly Seen[],
  types: readonly ContactType[] = ['SECURITY'],
  frame = aFrame(),
): Plan =>
  makePlan({
    frame,
    types,
    resolutions: accounts.map((each) => resolveAccount(policy, each.account)),
    observed: new Map(
      accounts.flatMap(({ account: { id }, live }) => {
        const observed = observedAs(live);
        return observed ? [[id, observed] as const] : [];
      }),
    ),
  });

const everybodyMary = aPolicy([assign([all], 'Mary')]);

it('says for every account what would change, and what is as wanted already', () => {
  const accounts = [seen(1, { SECURITY: unset }), seen(2, { SECURITY: other }), seen(3, { SECURITY: mary })];
  const plan = planFor(everybodyMary, accounts);
  expect(plan.changes).toEqual([
    {
      kind: 'create',
      account: { id: '300000000001', name: 'account 1', unit: 'r-ex01' },
      type: 'SECURITY',
      because: { where: 'contacts.yaml:10', selector: 'all', contactName: 'Mary', masked: [] },
      before: null,
      after: aContact('Mary'),
    },
    expect.objectContaining({ kind: 'update', before: aContact('Other'), after: aContact('Mary') }),
  ]);
  expect(plan.keeps).toBe(1);
  expect(isIncomplete(plan)).toBe(false);
});

it('deletes where none is wanted, and says which assignment wants that', () => {
  const plan = planFor(aPolicy([assign([all], 'absent')]), [seen(1, { SECURITY: mary })]);
  expect(plan.changes).toMatchObject([
    { kind: 'delete', after: null, because: { where: 'contacts.yaml:10', contactName: null } },
  ]);
});

it('sorts changes and findings by account and contact type, however the organization was listed', () => {
  const live = { BILLING: other, OPERATIONS: other, SECURITY: other };
  const policy = aPolicy([
    assign([all], 'Mary', { type: 'SECURITY' }),
    assign([all], 'Mary', { type: 'OPERATIONS', mode: 'report-only' }),
    assign([all], 'Mary', { type: 'BILLING' }),
  ]);
  const plan = planFor(policy, [seen(3, live), seen(1, live), seen(2, live)], contactTypes);
  expect(plan.changes.map(({ account: { id }, type }) => `${id} ${type}`)).toEqual([
    '300000000001 BILLING',
    '300000000001 SECURITY',
    '300000000002 BILLING',
    '300000000002 SECURITY',
    '300000000003 BILLING',
    '300000000003 SECURITY',
  ]);
  expect(plan.findings.map(({ account: { id } }) => id)).toEqual(['300000000001', '300000000002', '300000000003']);
});

it('plans nothing of contact types that it is not about', () => {
  const policy = aPolicy([assign([all], 'Mary'), assign([all], 'Mary', { type: 'BILLING' })]);
  const plan = planFor(policy, [seen(1, { SECURITY: unset })], ['SECURITY']);
  expect(plan.types).toEqual(['SECURITY']);
  expect(plan.changes.map(({ type }) => type)).toEqual(['SECURITY']);
});

describe('what is left alone', () => {
  const left = (plan: Plan) => plan.leftAlone.map(({ kind, type, detail }) => ({ kind, type, detail }));

  it('an excluded account, as a whole and with the line that excludes it', () => {
    const policy = aPolicy([assign([all], 'Mary')], [exclude([account('300000000001')])]);
    const plan = planFor(policy, [seen(1, 'not asked')]);
    expect(left(plan)).toEqual([{ kind: 'excluded', type: null, detail: 'excluded at contacts.yaml:90' }]);
    expect([plan.changes, isIncomplete(plan)]).toEqual([[], false]);
  });

  it.each(['SUSPENDED', 'PENDING_CLOSURE', 'CLOSED', 'PENDING_ACTIVATION', 'UNKNOWN'])(
    'an account in the state %s, even if its contact was read',
    (state) => {
      const plan = planFor(everybodyMary, [seen(1, { SECURITY: other }, { state })]);
      expect(left(plan)).toEqual([{ kind: 'not-active', type: null, detail: `its state is ${state}` }]);
      expect([plan.changes, isIncomplete(plan)]).toEqual([[], false]);
    },
  );

  it('an account that cannot be reached, which leaves the plan incomplete', () => {
    const plan = planFor(everybodyMary, [seen(1, 'unreachable')]);
    expect(left(plan)).toEqual([{ kind: 'unreachable', type: null, detail: 'out of reach' }]);
    expect([plan.changes, isIncomplete(plan)]).toEqual([[], true]);
  });

  it('an account that cannot be reached, also where only one of its contacts is managed', () => {
    const policy = aPolicy([assign([all], 'Mary'), assign([all], 'unmanaged', { type: 'BILLING' })]);
    const plan = planFor(policy, [seen(1, 'unreachable')], contactTypes);
    expect(left(plan)).toEqual([{ kind: 'unreachable', type: null, detail: 'out of reach' }]);
  });

  it('but not an account that cannot be reached and that nobody manages', () => {
    const plan = planFor(aPolicy([assign([account('999999999999')], 'Mary')]), [seen(1, 'unreachable')]);
    expect(plan.leftAlone).toEqual([]);
  });

  it('a contact that could not be read, which leaves the plan incomplete', () => {
    const plan = planFor(everybodyMary, [seen(1, { SECURITY: denied })]);
    expect(left(plan)).toEqual([
      {
        kind: 'unreadable',
        type: 'SECURITY',
        detail: 'account:GetAlternateContact: AccessDeniedException (HTTP 403): not authorized',
      },
    ]);
    expect([plan.changes, isIncomplete(plan)]).toEqual([[], true]);
  });

  it('a contact that nobody could resolve, with the reason, which leaves the plan incomplete', () => {
    const policy = aPolicy([assign([all], 'Mary'), assign([tag('team', 'x')], 'Other')]);
    const tags = unreadable('organizations:ListTagsForResource');
    const plan = planFor(policy, [seen(1, { SECURITY: other }, { tags })]);
    expect(left(plan)).toEqual([
      {
        kind: 'unresolved',
        type: 'SECURITY',
        detail:
          'contacts.yaml:11 (tag team = x) might win, but organizations:ListTagsForResource failed: AccessDeniedException',
      },
    ]);
    expect([plan.changes, isIncomplete(plan)]).toEqual([[], true]);
  });

  it('a contact that is unresolved, also when it was never read', () => {
    const policy = aPolicy([assign([tag('a', 'x')], 'Mary'), assign([tag('b', 'x')], 'Other')]);
    const tags = { kind: 'known', value: { a: 'x', b: 'x' } } as const;
    const plan = planFor(policy, [seen(1, {}, { tags })]);
    expect(left(plan)).toMatchObject(
      [{ kind: 'unresolved', detail: /contacts.yaml:10 and contacts.yaml:11 are equally/ }].map(({ kind, detail }) => ({
        kind,
        detail: expect.stringMatching(detail),
      })),
    );
  });

  it('a contact that an assignment leaves unmanaged, with its line', () => {
    const plan = planFor(aPolicy([assign([all], 'unmanaged')]), [seen(1, { SECURITY: other })]);
    expect(left(plan)).toEqual([{ kind: 'unmanaged', type: 'SECURITY', detail: 'contacts.yaml:10' }]);
    expect(isIncomplete(plan)).toBe(false);
  });

  it('and a contact that no assignment names, without a word', () => {
    const plan = planFor(aPolicy([assign([account('999999999999')], 'Mary')]), [seen(1, {})]);
    expect([plan.leftAlone, plan.changes, plan.findings, plan.keeps]).toEqual([[], [], [], 0]);
  });
});

it('never takes a managed contact that was not read for one that is not set', () => {
  expect(() => planFor(everybodyMary, [seen(1, {})])).toThrow('managed but was never read');
  expect(() => planFor(everybodyMary, [seen(1, 'not asked')])).toThrow('managed but was never read');
});

describe('findings', () => {
  it('say what differs where the mode keeps from changing it', () => {
    const policy = aPolicy([assign([all], 'Mary', { mode: 'fill-missing' })]);
    const plan = planFor(policy, [seen(1, { SECURITY: other }), seen(2, { SECURITY: unset })]);
    expect(plan.findings).toMatchObject([
      { kind: 'differs', live: aContact('Other'), wanted: aContact('Mary'), mode: 'fill-missing', holdsBack: false },
    ]);
    expect(plan.changes).toMatchObject([{ kind: 'create' }]);
  });

  it.each([
    ['enforce', true],
    ['fill-missing', true],
    ['report-only', false],
  ] as const)('say that they hold back a weaker assignment in the mode %s: %s', (mode, holdsBack) => {
    const weaker = assign([all], 'Other', { mode });
    const policy = aPolicy([assign([account('300000000001')], 'Mary', { mode: 'report-only' }), weaker]);
    const plan = planFor(policy, [seen(1, { SECURITY: unset })]);
    expect(plan.findings).toMatchObject([{ kind: 'missing', mode: 'report-only', holdsBack }]);
    expect(plan.changes).toEqual([]);
  });
});

it('holds back a weaker assignment where any of several would have written, and never where it fills', () => {
  const beaten = [assign([all], 'Other', { mode: 'report-only' }), assign([tag('team', 'x')], 'Third')];
  const tags = { kind: 'known', value: { team: 'x' } } as const;
  const findingOf = (mode: Mode) => {
    const policy = aPolicy([assign([account('300000000001')], 'Mary', { mode }), ...beaten]);
    return planFor(policy, [seen(1, { SECURITY: other }, { tags })]).findings[0]?.holdsBack;
  };
  expect([findingOf('report-only'), findingOf('fill-missing')]).toEqual([true, false]);
});

describe('the scope against which limits are measured', () => {
  it('counts contacts that exist, by type, and accounts of which one could not be read', () => {
    const policy = aPolicy([assign([all], 'Mary'), assign([all], 'Mary', { type: 'BILLING' })]);
    const accounts = [
      seen(1, { SECURITY: mary, BILLING: other }),
      seen(2, { SECURITY: other, BILLING: denied }),
      seen(3, { SECURITY: denied, BILLING: denied }),
      seen(4, 'unreachable'),
    ];
    expect(planFor(policy, accounts, ['BILLING', 'SECURITY']).scope).toEqual({
      accounts: 3,
      unreadableAccounts: 2,
      existing: { BILLING: 1, OPERATIONS: 0, SECURITY: 2 },
    });
  });

  it('counts for each type only those accounts of which it was read', () => {
    const policy = aPolicy([
      assign([account('300000000001')], 'Mary', { type: 'OPERATIONS' }),
      assign([all], 'Mary', { type: 'BILLING' }),
    ]);
    const accounts = [seen(1, { OPERATIONS: other, BILLING: mary }), seen(2, { BILLING: mary })];
    expect(planFor(policy, accounts, contactTypes).scope).toEqual({
      accounts: 2,
      unreadableAccounts: 0,
      existing: { BILLING: 2, OPERATIONS: 1, SECURITY: 0 },
    });
  });

  it('leaves out accounts of which nothing was read, so that they do not thin out those that failed', () => {
    const policy = aPolicy([assign([tag('team', 'x')], 'Mary')]);
    const managed = Array.from({ length: 10 }, (_, last) =>
      seen(last, { SECURITY: last < 3 ? denied : mary }, { tags: { kind: 'known', value: { team: 'x' } } }),
    );
    const unmanaged = Array.from({ length: 90 }, (_, last) => seen(100 + last, {}));
    const plan = planFor(policy, [...managed, ...unmanaged]);
    expect(plan.scope).toMatchObject({ accounts: 10, unreadableAccounts: 3 });
    expect(plan.breaches).toEqual([{ what: 'unreadable', type: null, found: 3, allowed: 0 }]);
  });
});

describe('a plan', () => {
  it('carries when it was made, until when it holds, for whom, and the limits that it passes', () => {
    const accounts = Array.from({ length: 11 }, (_, last) => seen(last, { SECURITY: other }));
    const plan = planFor(everybodyMary, accounts);
    expect(plan).toMatchObject({
      format: 'orgcontacts/plan',
      version: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      expiresAt: '2026-01-02T00:00:00.000Z',
      origin: { kind: 'policy', file: 'contacts.yaml', hash: 'f00d' },
      callerAccountId: '111122223333',
      breaches: [{ what: 'updates', type: 'SECURITY', found: 11, allowed: 10 }, { type: null }],
    });
  });

  it('has the same fingerprint whatever else was found, as long as its changes are the same', () => {
    const plain = planFor(everybodyMary, [seen(1, { SECURITY: unset })]);
    const policy = aPolicy([
      assign([all], 'Mary'),
      assign([account('300000000002')], 'Other', { mode: 'report-only' }),
      assign([account('300000000003')], 'unmanaged'),
    ]);
    const accounts = [
      seen(1, { SECURITY: unset }),
      seen(2, { SECURITY: mary }),
      seen(3, {}),
      seen(4, { SECURITY: mary }),
    ];
    const later = aFrame({ now: Date.UTC(2026, 5, 1) });
    const rich = planFor(policy, accounts, ['SECURITY'], later);
    expect([rich.findings.length, rich.leftAlone.length, rich.keeps]).toEqual([1, 1, 1]);
    expect(rich.fingerprint).toBe(plain.fingerprint);
  });

  it('remembers the unit of each account, or that it was not read', () => {
    const accounts = [
      seen(1, { SECURITY: unset }, { units: unitsDown('Workloads') }),
      seen(2, { SECURITY: unset }, { units: unreadable('organizations:ListRoots') }),
    ];
    expect(planFor(everybodyMary, accounts).changes.map((change) => change.account.unit)).toEqual([
      'ou-ex01-workloads',
      null,
    ]);
  });
});
