import { describe, expect, it } from 'vitest';
import type { AccountId } from '../contact/account-id.ts';
import type { Failure } from '../failure/failure.ts';
import { matchSelector } from './match-selector.ts';
import { compareRanks, type Rank } from './rank.ts';
import type { Condition, Selector } from './selector.ts';
import type { Known, Subject } from './subject.ts';

// Brands are only made by parseAccountId; this is a literal of twelve digits.
const id = (text: string): AccountId => text as AccountId;

const denied = (operation: string): Failure => ({
  kind: 'denied',
  operation,
  code: 'AccessDeniedException',
  message: 'not authorized',
});
const noTags: Known<never> = { kind: 'unreadable', failure: denied('organizations:ListTagsForResource') };
const noUnits: Known<never> = { kind: 'unreadable', failure: denied('organizations:ListParents') };

/** An account in Workloads/Prod of the payments team. */
const subject: Subject = {
  id: id('111122223333'),
  name: 'pay-prod-1',
  isManagement: false,
  tags: { kind: 'known', value: { team: 'payments', env: 'prod', empty: '' } },
  units: {
    kind: 'known',
    value: [
      { id: 'r-ex01', path: '/' },
      { id: 'ou-ex01-workload1', path: 'Workloads' },
      { id: 'ou-ex01-prod00001', path: 'Workloads/Prod' },
    ],
  },
};

const all: Condition = { kind: 'all' };
const account = (...ids: string[]): Condition => ({ kind: 'account', ids: ids.map(id) });
const unit = (...units: string[]): Condition => ({ kind: 'ou', units });
const tag = (key: string, ...values: string[]): Condition => ({ kind: 'tag', key, values });

const name = (...names: string[]): Condition => ({ kind: 'name', names });
const management = (is: boolean): Condition => ({ kind: 'management', is });
const not = (...conditions: Selector): Condition => ({ kind: 'not', conditions });

const rank = (level: Rank['level'], overrides: Partial<Rank> = {}): Rank => ({
  level,
  depth: 0,
  exact: 1,
  conditions: 1,
  ...overrides,
});

describe('an account that is fully known', () => {
  it.each<[string, Condition, Rank]>([
    ['all', all, rank(0, { conditions: 0 })],
    ['its id', account('111122223333'), rank(3)],
    ['its id in a list', account('444455556666', '111122223333'), rank(3)],
    ['the root', unit('/'), rank(1)],
    ['the root by its id', unit('r-ex01'), rank(1)],
    ['a unit above its own', unit('Workloads'), rank(1, { depth: 1 })],
    ['its own unit', unit('Workloads/Prod'), rank(1, { depth: 2 })],
    ['its own unit by its id', unit('ou-ex01-prod00001'), rank(1, { depth: 2 })],
    ['the deepest of several units', unit('/', 'Workloads/Prod', 'Workloads'), rank(1, { depth: 2 })],
    ['an exact tag value', tag('team', 'payments'), rank(2)],
    ['an exact value in a list', tag('team', 'x*', 'payments'), rank(2)],
    ['an exact value beside a glob that matches too', tag('team', 'pay*', 'payments'), rank(2)],
    ['a glob', tag('team', 'pay*'), rank(2, { exact: 0 })],
    ['a tag with an empty value, asked for it', tag('empty', ''), rank(2)],
    ['a tag with an empty value, asked for any', tag('empty', '*'), rank(2, { exact: 0 })],
    ['its name', name('pay-prod-1'), rank(2)],
    ['a glob over its name', name('x', 'pay-*-?'), rank(2, { exact: 0 })],
    ['being a member', management(false), rank(0)],
    ['another unit, negated', not(unit('Sandbox')), rank(0)],
    ['a negation of which one part fails', not(unit('Workloads'), tag('team', 'orders')), rank(0)],
    ['a negation of a negation', not(not(unit('Workloads'))), rank(0)],
  ])('is matched by %s', (_, condition, expected) => {
    expect(matchSelector([condition], subject)).toEqual({ kind: 'yes', rank: expected });
  });

  it.each<[string, Condition]>([
    ['another id', account('444455556666')],
    ['another unit', unit('Sandbox')],
    ['a unit in other case', unit('workloads/prod')],
    ['the last part of its unit’s path', unit('Prod')],
    ['a unit below its own', unit('Workloads/Prod/EU')],
    ['another tag value', tag('team', 'billing')],
    ['a tag value in other case', tag('team', 'Payments')],
    ['a tag key in other case', tag('Team', 'payments')],
    ['a tag that it does not have', tag('owner', '*')],
    ['a tag called like something every object has', tag('constructor', '*')],
    ['no value at all', tag('team')],
    ['another name', name('pay-prod')],
    ['its name in other case', name('Pay-prod-1')],
    ['being the management account', management(true)],
    ['its own unit, negated', not(unit('Workloads'))],
    ['all of its conditions, negated', not(unit('Workloads'), tag('team', 'payments'))],
  ])('is not matched by %s', (_, condition) => {
    expect(matchSelector([condition], subject)).toEqual({ kind: 'no' });
  });
});

describe('an account whose tags and units could not be read', () => {
  const unreadable: Subject = { ...subject, tags: noTags, units: noUnits };

  it.each<[string, Selector, ReturnType<typeof matchSelector>]>([
    ['all', [all], { kind: 'yes', rank: rank(0, { conditions: 0 }) }],
    ['its id', [account('111122223333')], { kind: 'yes', rank: rank(3) }],
    ['another id', [account('444455556666')], { kind: 'no' }],
    [
      'a unit, as deep as can be',
      [unit('Workloads')],
      {
        kind: 'unknown',
        rank: rank(1, { depth: Number.MAX_SAFE_INTEGER }),
        failure: denied('organizations:ListParents'),
      },
    ],
    [
      'a tag, as exact as can be',
      [tag('team', 'pay*')],
      { kind: 'unknown', rank: rank(2), failure: denied('organizations:ListTagsForResource') },
    ],
    [
      'a negation of what could not be read, without a rank of its own',
      [not(tag('team', 'payments'))],
      { kind: 'unknown', rank: rank(0), failure: denied('organizations:ListTagsForResource') },
    ],
    [
      'a negation of which a part surely fails',
      [not(account('444455556666'), tag('team', 'payments'))],
      { kind: 'yes', rank: rank(0) },
    ],
    ['a tag and another id', [account('444455556666'), tag('team', 'payments')], { kind: 'no' }],
    [
      'its id and a tag, with the rank of the id',
      [account('111122223333'), tag('team', 'payments')],
      { kind: 'unknown', rank: rank(3, { conditions: 2 }), failure: denied('organizations:ListTagsForResource') },
    ],
    [
      'a unit and a tag, with the rank of the tag and the first failure',
      [unit('Workloads'), tag('team', 'payments')],
      { kind: 'unknown', rank: rank(2, { conditions: 2 }), failure: denied('organizations:ListParents') },
    ],
  ])('answers %s', (_, selector, expected) => {
    expect(matchSelector(selector, unreadable)).toEqual(expected);
  });

  it('is not matched when what could be read says no', () => {
    expect(matchSelector([unit('Sandbox'), tag('team', 'payments')], { ...subject, tags: noTags })).toEqual({
      kind: 'no',
    });
    expect(matchSelector([unit('Workloads'), tag('team', 'x')], { ...subject, units: noUnits })).toEqual({
      kind: 'no',
    });
  });

  it('gives an unknown at least the rank that it has when everything is read', () => {
    const selectors = [[unit('Workloads/Prod')], [tag('team', 'pay*')], [tag('team', 'payments'), unit('Workloads')]];
    for (const selector of selectors) {
      const known = matchSelector(selector, subject);
      const unknown = matchSelector(selector, unreadable);
      if (known.kind !== 'yes' || unknown.kind !== 'unknown') throw new Error('expected yes and unknown');
      expect(compareRanks(unknown.rank, known.rank)).toBeGreaterThanOrEqual(0);
    }
  });
});

it('needs every condition to hold', () => {
  expect(matchSelector([unit('Workloads'), tag('team', 'payments'), tag('env', 'prod')], subject)).toEqual({
    kind: 'yes',
    rank: rank(2, { conditions: 3 }),
  });
  expect(matchSelector([unit('Workloads'), tag('team', 'payments'), tag('env', 'dev')], subject)).toEqual({
    kind: 'no',
  });
});

it('ranks selectors from the weakest to the strongest: all, negations, units by depth, globs, exact tags, more of them, the account', () => {
  const weakestFirst: Selector[] = [
    [all],
    [not(unit('Sandbox'))],
    [not(unit('Sandbox')), management(false)],
    [unit('/')],
    [unit('Workloads')],
    [unit('Workloads/Prod')],
    [tag('team', 'pay*')],
    [tag('team', 'pay*'), unit('Workloads')],
    [tag('team', 'payments')],
    [tag('team', 'payments'), unit('Workloads')],
    [tag('team', 'payments'), tag('env', 'prod'), unit('Workloads')],
    [account('111122223333')],
    [account('111122223333'), unit('/')],
    [account('111122223333'), unit('/'), tag('team', 'pay*')],
  ];
  const ranks = weakestFirst.map((selector) => {
    const match = matchSelector(selector, subject);
    if (match.kind !== 'yes') throw new Error('expected yes');
    return match.rank;
  });
  for (const [index, stronger] of ranks.slice(1).entries()) {
    expect(compareRanks(ranks[index]!, stronger), `${index} before ${index + 1}`).toBeLessThan(0);
  }
});

it('counts a list as one condition', () => {
  const match = matchSelector([tag('team', 'payments', 'billing', 'ops')], subject);
  expect(match).toEqual({ kind: 'yes', rank: rank(2) });
});

it('holds a match for a glob as soon as one of its tags matched only by a glob', () => {
  expect(matchSelector([tag('team', 'payments'), tag('env', 'pr*')], subject)).toEqual({
    kind: 'yes',
    rank: rank(2, { exact: 0, conditions: 2 }),
  });
});

describe('the management account', () => {
  const itself: Subject = { ...subject, isManagement: true };

  it('is matched as one account is, by its id or by what it is', () => {
    expect(matchSelector([management(true)], itself)).toEqual({ kind: 'yes', rank: rank(3) });
    expect(matchSelector([management(false)], itself)).toEqual({ kind: 'no' });
    expect(matchSelector([not(management(true))], itself)).toEqual({ kind: 'no' });
    expect(matchSelector([not(management(true))], subject)).toEqual({ kind: 'yes', rank: rank(0) });
  });
});

it('lets a negation never raise the rank, only count as one condition', () => {
  const match = matchSelector([unit('Workloads'), not(account('444455556666'), name('x*'))], subject);
  expect(match).toEqual({ kind: 'yes', rank: rank(1, { depth: 1, conditions: 2 }) });
});
