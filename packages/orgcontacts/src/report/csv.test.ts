import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { aCoverage, aCovered, aCoveredAccount } from '../coverage/coverage.builder.ts';
import { unguard } from '../sheet/guard.ts';
import { renderCsvReport } from './csv.ts';
import { everyChange, everyOutcome, everyState } from './file-reports.builder.ts';

const readBack = (text: string): readonly Readonly<Record<string, string>>[] =>
  parse(text, { bom: true, columns: true, record_delimiter: '\r\n', cast: (cell) => unguard(cell) });

it('has a row for each contact, with what is there, what is wanted, and what every control says', () => {
  expect(renderCsvReport(everyState).replaceAll('\r', '')).toMatchSnapshot();
});

it('has a row for each change, finding and thing left alone of a plan', () => {
  expect(renderCsvReport(everyChange).replaceAll('\r', '')).toMatchSnapshot();
});

it('has a row for each item of a run', () => {
  expect(readBack(renderCsvReport(everyOutcome)).map(({ status, change }) => `${change} ${status}`)).toEqual([
    'create done',
    'create done',
    'create failed',
    'create skipped',
    'create unconfirmed',
    'create not-begun',
  ]);
});

it('tells missing, wrong, unreadable, unresolved and unmanaged apart', () => {
  const rows = readBack(renderCsvReport(everyState));
  expect(rows.map(({ status }) => status)).toEqual([
    'missing',
    'wrong-value',
    'unwanted',
    'unreadable',
    'unreachable',
    'unresolved',
    'unmanaged',
    'excluded',
    'not-active',
    'as-wanted',
  ]);
  const told = rows.map((row) => [row['AWS Security Hub Account.1'], row['AWS Well-Architected SEC10-BP01']]);
  expect(told.slice(0, 4)).toEqual([
    ['failed', 'failed'],
    ['passed', 'failed'],
    ['passed', 'failed'],
    ['unknown', 'unknown'],
  ]);
});

describe('a spreadsheet', () => {
  it('takes no cell for a formula, number or date', () => {
    const names = ['=HYPERLINK("http://example.com")', '+1', '-1', '@SUM(A1)', '\t=1', '1/2', '＝1'];
    const text = renderCsvReport({
      kind: 'coverage',
      coverage: aCoverage(names.map((name, index) => aCoveredAccount([aCovered('missing')], index, { name }))),
    });
    const cells: readonly string[][] = parse(text, { bom: true, record_delimiter: '\r\n' });
    for (const row of cells.slice(1)) for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@\d＝]/);
    expect(readBack(text).map(({ account_name: name }) => name)).toEqual(names);
  });

  it('has tags where they were read, and nothing where they were not', () => {
    const coverage = aCoverage([
      aCoveredAccount([aCovered('missing')], 0, { tags: { team: 'payments' } }),
      aCoveredAccount([aCovered('missing')], 1, { tags: null }),
    ]);
    expect(readBack(renderCsvReport({ kind: 'coverage', coverage })).map(({ tags }) => tags)).toEqual([
      '{"team":"payments"}',
      '',
    ]);
  });
});
