import { describe, expect, it } from 'vitest';
import { contactTypes } from '../../contact/contact-type.ts';
import { aFactorAccount, someAccounts } from './any-accounts.builder.ts';
import { evaluateFactored } from './evaluate-factored.ts';
import { factor } from './factor.ts';
import type { FactorAccount } from './factored.ts';
import { hiddenPolicy } from './hidden-policy.builder.ts';

const all = { kind: 'all' } as const;
const idsOf = (accounts: readonly FactorAccount[]) => ({ kind: 'accounts', ids: accounts.map(({ id }) => id) });
const security = { labels: { SECURITY: 'desk' } };

it('comes to nothing for nobody, and for those who have nothing', () => {
  expect(factor([])).toEqual([]);
  expect(factor(someAccounts(5, 0))).toEqual([]);
});

it('comes to one assignment for all where everyone has the same', () => {
  const labels = { BILLING: 'finance', SECURITY: 'desk' };
  expect(factor(someAccounts(5, 0, { labels }))).toEqual([{ match: all, wants: labels }]);
});

it('gives a single account its contacts by one assignment for all', () => {
  expect(factor([aFactorAccount(security)])).toEqual([{ match: all, wants: security.labels }]);
});

it('makes what a unit shares an assignment for the unit, with nothing but what is different', () => {
  const prod = { units: ['root', 'work', 'prod'], labels: { OPERATIONS: 'oncall', SECURITY: 'desk' } };
  const test = { units: ['root', 'work', 'test'], labels: { OPERATIONS: 'office', SECURITY: 'desk' } };
  expect(factor([...someAccounts(9, 0, test), ...someAccounts(4, 10, prod)])).toEqual([
    { match: all, wants: test.labels },
    { match: { kind: 'units', units: ['prod'] }, wants: { OPERATIONS: 'oncall' } },
  ]);
});

it('lets a unit include those below it, and take back what one of them has not', () => {
  const within = (units: readonly string[], label: string) => ({
    units: ['root', ...units],
    labels: { SECURITY: label },
  });
  const accounts = [
    ...someAccounts(20, 0, within([], 'desk')),
    ...someAccounts(6, 20, within(['work', 'prod'], 'guard')),
    ...someAccounts(6, 30, within(['work', 'test'], 'guard')),
    ...someAccounts(6, 40, within(['work', 'test', 'lab'], 'desk')),
  ];
  expect(factor(accounts)).toEqual([
    { match: all, wants: { SECURITY: 'desk' } },
    { match: { kind: 'units', units: ['work'] }, wants: { SECURITY: 'guard' } },
    { match: { kind: 'units', units: ['lab'] }, wants: { SECURITY: 'desk' } },
  ]);
});

it('makes one assignment for units that share something', () => {
  const inUnit = (unit: string, label: string) => ({ units: ['root', unit], labels: { BILLING: label } });
  const accounts = [
    ...someAccounts(20, 0, inUnit('a', 'finance')),
    ...someAccounts(5, 20, inUnit('c', 'sales')),
    ...someAccounts(5, 30, inUnit('b', 'sales')),
  ];
  expect(factor(accounts)).toEqual([
    { match: all, wants: { BILLING: 'finance' } },
    { match: { kind: 'units', units: ['b', 'c'] }, wants: { BILLING: 'sales' } },
  ]);
});

it('lists accounts that share something and no unit, in the order of their ids', () => {
  const inUnit = (unit: string, label: string) => ({ units: ['root', unit], labels: { SECURITY: label } });
  const odd = [...someAccounts(1, 20, inUnit('b', 'guard')), ...someAccounts(1, 30, inUnit('a', 'guard'))];
  const accounts = [...odd, ...someAccounts(10, 0, inUnit('a', 'desk')), ...someAccounts(9, 10, inUnit('b', 'desk'))];
  expect(factor(accounts)).toEqual([
    { match: all, wants: { SECURITY: 'desk' } },
    { match: idsOf(odd), wants: { SECURITY: 'guard' } },
  ]);
});

it('leaves a gap unmanaged', () => {
  const gaps = someAccounts(2, 20);
  expect(factor([...someAccounts(10, 0, security), ...gaps])).toEqual([
    { match: all, wants: { SECURITY: 'desk' } },
    { match: idsOf(gaps), wants: { SECURITY: null } },
  ]);
});

it('says nothing for all where most have nothing', () => {
  const some = someAccounts(2, 0, security);
  expect(factor([...some, ...someAccounts(10, 20)])).toEqual([{ match: idsOf(some), wants: { SECURITY: 'desk' } }]);
});

it('makes what a tag value shares an assignment for the value, where tags are given', () => {
  const scattered = (first: number, tag: string | null, label: string) =>
    ['a', 'b', 'c'].flatMap((unit, at) =>
      someAccounts(4, first + at * 10, { units: ['root', unit], tag, labels: { OPERATIONS: label } }),
    );
  const accounts = [
    ...scattered(0, 'pay', 'oncall'),
    ...scattered(100, 'web', 'webdesk'),
    ...scattered(200, null, 'office'),
  ];
  expect(factor(accounts).map(({ match }) => match.kind)).toEqual(['all', 'tag', 'tag']);
  const untagged = accounts.map((account) => ({ ...account, tag: null }));
  expect(factor(untagged).map(({ match }) => match.kind)).toEqual(['all', 'accounts', 'accounts']);
});

it('makes an exception to a tag value where most of it shares something', () => {
  const tagged = (label: string, units: readonly string[]) => ({ units, tag: 'pay', labels: { OPERATIONS: label } });
  const odd = someAccounts(1, 50, tagged('office', ['root', 'b']));
  const accounts = [
    ...someAccounts(30, 0, { units: ['root', 'a'], labels: { OPERATIONS: 'office' } }),
    ...someAccounts(10, 60, { units: ['root', 'b'], labels: { OPERATIONS: 'office' } }),
    ...someAccounts(8, 30, tagged('oncall', ['root', 'a'])),
    ...someAccounts(8, 40, tagged('oncall', ['root', 'b'])),
    ...odd,
  ];
  expect(factor(accounts)).toEqual([
    { match: all, wants: { OPERATIONS: 'office' } },
    { match: { kind: 'tag', values: ['pay'] }, wants: { OPERATIONS: 'oncall' } },
    { match: idsOf(odd), wants: { OPERATIONS: 'office' } },
  ]);
});

/** How many accounts and types do not get what they have. */
const mistakes = (accounts: readonly FactorAccount[], decide: ReturnType<typeof evaluateFactored>): number =>
  accounts
    .flatMap((account) => contactTypes.map((type) => ({ ...decide(account, type), own: account.labels[type] })))
    .filter(({ label, tied, own }) => tied || label !== own).length;

describe('organizations of 1,000 accounts that follow hidden policies of 12 assignments', () => {
  it('come to at most 14 assignments in 98 of 100', { timeout: 120_000 }, () => {
    const lengths = Array.from({ length: 100 }, (_, at) => {
      const { accounts } = hiddenPolicy(at + 1);
      const assignments = factor(accounts);
      expect(mistakes(accounts, evaluateFactored(assignments))).toBe(0);
      return assignments.length;
    });
    expect(lengths.filter((length) => length <= 14).length).toBeGreaterThanOrEqual(98);
    expect(lengths.filter((length) => length <= 12).length).toBeGreaterThanOrEqual(90);
  });

  it('come to about as few when some of the 12 are for tag values', { timeout: 60_000 }, () => {
    const lengths = Array.from({ length: 8 }, (_, at) => factor(hiddenPolicy(at + 1, { tagged: 3 }).accounts).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(14);
  });
});

describe('organizations in which little is shared', () => {
  const chain = (leaf: number) => ['root', `top-${leaf % 10}`, `middle-${leaf % 50}`, `leaf-${leaf}`];

  it('come to an assignment for each account at most: 5,000 accounts all different', { timeout: 60_000 }, () => {
    const accounts = Array.from({ length: 5_000 }, (_, at) =>
      aFactorAccount({
        id: String(111_100_000_000 + at),
        units: chain(at % 50),
        labels: { BILLING: `b${at}`, OPERATIONS: `o${at}`, SECURITY: `s${at}` },
      }),
    );
    const assignments = factor(accounts);
    expect(assignments.length).toBeLessThanOrEqual(5_000);
    expect(mistakes(accounts, evaluateFactored(assignments))).toBe(0);
  });

  it('come to an assignment for each unit at most: 2,000 accounts in 500 units', { timeout: 60_000 }, () => {
    const accounts = Array.from({ length: 2_000 }, (_, at) =>
      aFactorAccount({
        id: String(111_100_000_000 + at),
        units: chain(at % 500),
        labels: { BILLING: `b${at % 500}`, OPERATIONS: `o${at % 50}`, SECURITY: 'desk' },
      }),
    );
    const assignments = factor(accounts);
    expect(assignments.length).toBeLessThanOrEqual(500);
    expect(mistakes(accounts, evaluateFactored(assignments))).toBe(0);
  });
});
