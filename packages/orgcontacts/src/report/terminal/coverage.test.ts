import { expect, it } from 'vitest';
import { aCoverage, aCovered, aCoveredAccount } from '../../coverage/coverage.builder.ts';
import { coverageStates } from '../../coverage/coverage-state.ts';
import { linesOf, textOf } from '../report.builder.ts';

const everyState = aCoverage(coverageStates.map((state, index) => aCoveredAccount([aCovered(state)], index)));

it('shows counts, gaps with the lines that decide, and what other schemes ask for', () => {
  expect(textOf({ kind: 'coverage', coverage: everyState })).toMatchInlineSnapshot(`
    "By contact type
      type      contacts  missing  wrong value  unwanted  unreadable  unreachable  unresolved  unmanaged  excluded  not active  as wanted
      SECURITY  10        1        1            1         1           1            1           1          1         1           1

    By unit
      unit       contacts  missing  wrong value  unwanted  unreadable  unreachable  unresolved  unmanaged  excluded  not active  as wanted
      Workloads  10        1        1            1         1           1            1           1          1         1           1

    To look at
      missing     SECURITY    300000000000 account 0
          wanted Mary · Contact · mary@example.com · +1 555 0100
          contacts.yaml:10 all
      wrong value SECURITY    300000000001 account 1
          name "Live" → "Mary", email "live@example.com" → "mary@example.com"
          contacts.yaml:10 all
      unwanted    SECURITY    300000000002 account 2
          is Live · Contact · live@example.com · +1 555 0100, and none is wanted
          contacts.yaml:10 all
      unreadable  SECURITY    300000000003 account 3
          contacts.yaml:10 all
      unreachable SECURITY    300000000004 account 4
          contacts.yaml:10 all
      unresolved  SECURITY    300000000005 account 5
          contacts.yaml:10 all

    Compliance
      passed  failed  unknown  item                                   scheme
      3       3       3        Account.1                              AWS Security Hub
      3       3       3        SECURITY_ACCOUNT_INFORMATION_PROVIDED  AWS Config
      3       3       3        1.18                                   CIS AWS Foundations Benchmark 1.2.0
      3       3       3        1.2                                    CIS AWS Foundations Benchmark 1.3.0 to 5.0.0
      3       3       3        2.2 (number not verified)              CIS AWS Foundations Benchmark 6.0.0
      1       3       3        SEC10-BP01                             AWS Well-Architected

    6 gaps in 10 accounts."
  `);
});

it('tells equal gaps once', () => {
  const coverage = aCoverage(Array.from({ length: 9 }, (_, index) => aCoveredAccount([aCovered('missing')], index)));
  expect(linesOf({ kind: 'coverage', coverage }).filter((line) => line.startsWith('  missing'))).toHaveLength(1);
});

it('says so where there is no gap', () => {
  const coverage = aCoverage([aCoveredAccount([aCovered('as-wanted'), aCovered('unmanaged', { type: 'BILLING' })])]);
  expect(linesOf({ kind: 'coverage', coverage }).at(-1)).toBe('No gap in 1 account.');
});
