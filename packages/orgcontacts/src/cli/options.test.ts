import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { type ConnectionOptions, withConnection } from './connection-options.ts';
import { type FilterOptions, selectorOf, withFilters } from './filter-options.ts';
import { readValidity } from './validity.ts';

/** A command that ends by throwing, and prints nothing. */
const quiet = () => new Command().exitOverride().configureOutput({ writeErr: () => {} });

const filters = (...argv: readonly string[]): FilterOptions =>
  withFilters(quiet()).parse(argv, { from: 'user' }).opts<FilterOptions>();

const connection = (...argv: readonly string[]): ConnectionOptions =>
  withConnection(quiet()).parse(argv, { from: 'user' }).opts<ConnectionOptions>();

const selected = (...argv: readonly string[]) => selectorOf(filters(...argv));

describe('filters', () => {
  it('mean every account when there are none', () => {
    expect(selected()).toEqual([{ kind: 'all' }]);
    expect(selected('--type', 'SECURITY')).toEqual([{ kind: 'all' }]);
  });

  it('of one kind are taken together: any of the accounts, any of the units', () => {
    expect(selected('--account', '111122223333', '--account', '222233334444')).toEqual([
      { kind: 'account', ids: ['111122223333', '222233334444'] },
    ]);
    expect(selected('--ou', 'Workloads/Prod', '--ou', 'ou-ex01-sandbox01')).toEqual([
      { kind: 'ou', units: ['Workloads/Prod', 'ou-ex01-sandbox01'] },
    ]);
  });

  it('by tag must all hold, and so must filters of different kinds', () => {
    expect(selected('--tag', 'team=payments', '--tag', 'stage=prod', '--ou', '/', '--account', '111122223333')).toEqual(
      [
        { kind: 'account', ids: ['111122223333'] },
        { kind: 'ou', units: ['/'] },
        { kind: 'tag', key: 'team', values: ['payments'] },
        { kind: 'tag', key: 'stage', values: ['prod'] },
      ],
    );
  });

  it.each([
    ['a=b=c', { key: 'a', value: 'b=c' }],
    ['a=', { key: 'a', value: '' }],
    ['aws:key = v', { key: 'aws:key ', value: ' v' }],
  ])('read the tag %s', (text, tag) => {
    expect(filters('--tag', text).tag).toEqual([tag]);
  });

  it.each(['', 'team', '=value', '='])('refuse the tag "%s"', (text) => {
    expect(() => filters('--tag', text)).toThrow('Expected key=value.');
  });

  it.each(['', '12', '11112222333', '1111222233334', '11112222333a', '1111-2222-3333', ' 111122223333'])(
    'refuse the account id "%s"',
    (text) => {
      expect(() => filters('--account', text)).toThrow('An account id has twelve digits.');
    },
  );

  it('keep leading zeros of account ids', () => {
    expect(filters('--account', '000000000001').account).toEqual(['000000000001']);
  });

  it('read contact types, and refuse what is none', () => {
    expect(filters('--type', 'SECURITY', '--type', 'BILLING').type).toEqual(['SECURITY', 'BILLING']);
    expect(() => filters('--type', 'PRIMARY')).toThrow('Expected one of BILLING, OPERATIONS, SECURITY.');
  });
});

describe('the share of the quotas', () => {
  it('is 0.8 unless said otherwise, and nothing is said about an emulator', () => {
    expect(connection()).toEqual({ quotaShare: 0.8 });
  });

  it.each([
    ['0.01', 0.01],
    ['1', 1],
    ['0.5', 0.5],
  ])('may be %s', (text, share) => {
    expect(connection('--quota-share', text).quotaShare).toBe(share);
  });

  it.each(['0', '0.009', '1.01', '-1', '', 'half', '0,5', 'NaN', 'Infinity', '50%'])('may not be "%s"', (text) => {
    expect(() => connection(`--quota-share=${text}`)).toThrow('Expected a number from 0.01 to 1.');
  });

  it.each([
    ['1', 1],
    ['2.5', 2.5],
    ['100000', 100_000],
  ])('on an emulator may be %s times the real quotas', (text, times) => {
    expect(connection('--quota-times', text).quotaTimes).toBe(times);
  });

  it.each(['0', '0.99', '100001', '', 'x18', 'Infinity'])('on an emulator may not be "%s" times', (text) => {
    expect(() => connection(`--quota-times=${text}`)).toThrow('Expected a number from 1 to 100000.');
  });
});

describe('how long a plan stays valid', () => {
  it.each([
    ['1m', 60_000],
    ['90m', 5_400_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
    ['168h', 604_800_000],
    ['10080m', 604_800_000],
  ])('may be %s', (text, milliseconds) => {
    expect(readValidity(text)).toBe(milliseconds);
  });

  it.each(['', '0m', '0d', '8d', '169h', '10081m', '24', 'h', '1.5h', '-1h', '1w', ' 1h', '1h ', '1H', '1h30m'])(
    'may not be "%s"',
    (text) => {
      expect(() => readValidity(text)).toThrow('Expected a time up to 7d, as 90m, 24h or 7d.');
    },
  );
});
