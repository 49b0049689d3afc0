import { describe, expect, it } from 'vitest';
import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import type { Observed } from '../contact/observed.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import type { ObservedAccount } from '../org/observed-account.ts';
import { anOrgAccount, unitsDown, unreadable } from '../org/org.builder.ts';
import type { OrgAccount } from '../org/org.ts';
import { aFrame } from '../plan/plan.builder.ts';
import type { Policy } from '../policy/policy.ts';
import {
  aContact,
  account,
  all,
  aPolicy,
  assign,
  exclude,
  tag,
  unit,
  wantTemplate,
} from '../resolve/policy.builder.ts';
import { resolveAccount } from '../resolve/resolve.ts';
import type { CoveredContact } from './coverage.ts';
import { coverageReads } from './coverage-reads.ts';
import { makeCoverage } from './make-coverage.ts';

const one = anOrgAccount();
const mary: Observed = { kind: 'set', contact: aContact('Mary') };
const other: Observed = { kind: 'set', contact: aContact('Other') };

const coverageOf = (
  policy: Policy,
  observed: ObservedAccount | undefined,
  of: OrgAccount = one,
  types: readonly ContactType[] = ['SECURITY'],
) =>
  makeCoverage({
    frame: aFrame(),
    types,
    resolutions: [resolveAccount(policy, of)],
    observed: new Map(observed ? [[of.id, observed]] : []),
  });

const security = (policy: Policy, live: Observed | ObservedAccount | undefined, of?: OrgAccount): CoveredContact => {
  const observed =
    live === undefined || live.kind === 'asked' || live.kind === 'unreachable'
      ? live
      : ({ kind: 'asked', byType: { SECURITY: live } } as const);
  const contact = coverageOf(policy, observed, of).accounts[0]?.contacts[0];
  if (!contact) throw new Error('No contact came out.');
  return contact;
};

const wantMary = aPolicy([assign([all], 'Mary')]);

describe('a contact is', () => {
  it('as wanted, with the line that wants it', () => {
    expect(security(wantMary, mary)).toEqual({
      type: 'SECURITY',
      state: 'as-wanted',
      live: mary,
      wanted: aContact('Mary'),
      masked: [],
      decidedBy: { file: 'contacts.yaml', line: 10, selector: 'all', contactName: 'Mary', mode: 'enforce' },
      beaten: [],
      detail: '',
    });
  });

  it('missing, where one is wanted and none is set', () => {
    expect(security(wantMary, { kind: 'unset' })).toMatchObject({ state: 'missing', wanted: aContact('Mary') });
  });

  it('of a wrong value, where another one is set', () => {
    expect(security(wantMary, other)).toMatchObject({ state: 'wrong-value', live: other });
  });

  it('unwanted, where the policy wants none', () => {
    expect(security(aPolicy([assign([all], 'absent')]), other)).toMatchObject({ state: 'unwanted', wanted: null });
  });

  it('as wanted where none is wanted and none is set', () => {
    expect(security(aPolicy([assign([all], 'absent')]), { kind: 'unset' }).state).toBe('as-wanted');
  });

  it('still missing or wrong where the mode leaves it so, and the mode is told', () => {
    const policy = aPolicy([assign([all], 'Mary', { mode: 'report-only' })]);
    const detail = 'left as it is: the mode is report-only';
    expect(security(policy, { kind: 'unset' })).toMatchObject({ state: 'missing', detail });
    expect(security(policy, other)).toMatchObject({ state: 'wrong-value', detail });
  });

  it('unreadable, and never missing, where AWS did not let it be read', () => {
    const failure = aFailure();
    expect(security(wantMary, { kind: 'unreadable', failure })).toMatchObject({
      state: 'unreadable',
      detail: expect.stringContaining(failure.code),
    });
  });

  it('unreachable where the caller cannot ask', () => {
    expect(security(wantMary, { kind: 'unreachable', because: 'out of reach' })).toMatchObject({
      state: 'unreachable',
      detail: 'out of reach',
    });
  });

  it('unmanaged where no assignment names it, and what is there is still told', () => {
    expect(security(aPolicy([assign([account('300000000099')], 'Mary')]), other)).toMatchObject({
      state: 'unmanaged',
      live: other,
      decidedBy: null,
    });
  });

  it('unmanaged where an assignment says so, with its line, whether or not it was read', () => {
    const policy = aPolicy([assign([all], 'unmanaged')]);
    for (const live of [undefined, other, { kind: 'unreachable', because: 'far' }] as const)
      expect(security(policy, live)).toMatchObject({ state: 'unmanaged', decidedBy: { line: 10 } });
  });

  it('excluded, with the line of the exclusion, and not read', () => {
    expect(security(aPolicy([assign([all], 'Mary')], [exclude([all])]), undefined)).toMatchObject({
      state: 'excluded',
      live: { kind: 'not-read' },
      decidedBy: { line: 90, mode: null },
    });
  });

  it('not active with its account', () => {
    expect(security(wantMary, undefined, anOrgAccount({ state: 'SUSPENDED' }))).toMatchObject({
      state: 'not-active',
      detail: 'the account is SUSPENDED',
    });
  });
});

describe('an unresolved contact points at the line to look at', () => {
  const noTags = anOrgAccount({ tags: unreadable('organizations:ListTagsForResource') });

  it('the assignment that might win', () => {
    const policy = aPolicy([assign([all], 'Mary'), assign([tag('team', 'payments')], 'Other')]);
    expect(security(policy, mary, noTags)).toMatchObject({ state: 'unresolved', decidedBy: { line: 11 } });
  });

  it('the exclusion that might hold', () => {
    const policy = aPolicy([assign([all], 'Mary')], [exclude([tag('team', 'payments')])]);
    expect(security(policy, undefined, noTags)).toMatchObject({ state: 'unresolved', decidedBy: { line: 90 } });
  });

  it('the first of those that tie', () => {
    const policy = aPolicy([assign([tag('a', '1')], 'Mary'), assign([tag('b', '1')], 'Other')]);
    const both = anOrgAccount({ tags: { kind: 'known', value: { a: '1', b: '1' } } });
    expect(security(policy, mary, both)).toMatchObject({ state: 'unresolved', decidedBy: { line: 10 } });
  });

  it('the assignment whose contact cannot be filled in', () => {
    const policy = aPolicy([assign([all], wantTemplate('team'))]);
    expect(security(policy, mary)).toMatchObject({ state: 'unresolved', decidedBy: { line: 10 }, live: mary });
  });
});

it('names the assignments that lost, strongest first', () => {
  const policy = aPolicy([
    assign([all], 'Mary'),
    assign([unit('Workloads')], 'Other'),
    assign([account(one.id)], 'Mary'),
  ]);
  const inUnit = anOrgAccount({ units: unitsDown('Workloads') });
  expect(security(policy, mary, inUnit).beaten.map(({ line, selector }) => `${line} ${selector}`)).toEqual([
    '11 unit Workloads',
    '10 all',
  ]);
});

it('throws where a managed contact was never read: that is a mistake of ours', () => {
  expect(() => security(wantMary, undefined)).toThrow('managed but was never read');
});

it('has of an account its unit and tags, or null where they are not known', () => {
  const tagged = anOrgAccount({ units: unitsDown('Workloads', 'Prod'), tags: { kind: 'known', value: { team: 'a' } } });
  const unknown = anOrgAccount({
    units: unreadable('organizations:ListParents'),
    tags: unreadable('organizations:ListTagsForResource'),
  });
  const observed = { kind: 'asked', byType: { SECURITY: mary } } as const;
  expect(coverageOf(wantMary, observed, tagged).accounts[0]).toMatchObject({
    unit: 'Workloads/Prod',
    tags: { team: 'a' },
  });
  expect(coverageOf(wantMary, observed, unknown).accounts[0]).toMatchObject({ unitId: null, unit: null, tags: null });
});

it('sorts accounts by id', () => {
  const ids = ['300000000002', '300000000001'];
  const coverage = makeCoverage({
    frame: aFrame(),
    types: ['BILLING'],
    resolutions: ids.map((id) => resolveAccount(aPolicy([]), anOrgAccount({ id: anId(id) }))),
    observed: new Map(),
  });
  expect(coverage.accounts.map(({ id }) => id)).toEqual(ids.toSorted());
});

describe('what has to be read', () => {
  const reads = (policy: Policy, of: OrgAccount = one) =>
    coverageReads([resolveAccount(policy, of)], contactTypes).flatMap(({ types }) => types);

  it('is everything of an active account, managed or not', () => {
    expect(reads(wantMary)).toEqual(contactTypes);
  });

  it('is nothing of what is excluded, may be excluded, or is not active', () => {
    const excluding = aPolicy([assign([all], 'Mary')], [exclude([tag('team', 'payments')])]);
    const noTags = anOrgAccount({ tags: unreadable('organizations:ListTagsForResource') });
    const hit = anOrgAccount({ tags: { kind: 'known', value: { team: 'payments' } } });
    expect(reads(excluding, noTags)).not.toContain('SECURITY');
    expect(reads(excluding, hit)).toEqual([]);
    expect(reads(wantMary, anOrgAccount({ state: 'SUSPENDED' }))).toEqual([]);
  });
});
