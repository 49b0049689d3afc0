import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { aCoverage, aCovered, aCoveredAccount } from '../coverage/coverage.builder.ts';
import { makeDiagnostic } from '../diagnostic/diagnostic.ts';
import { everyChange, everyDrift, everyOutcome, everyState, masked } from './file-reports.builder.ts';
import type { NotedReport } from './note.ts';
import { renderSarif } from './sarif.ts';

/** The schema of SARIF 2.1.0 as Microsoft publishes it; it is in an older dialect, of which it uses nothing that changed. */
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
  schema,
);

const diagnosed: NotedReport = {
  kind: 'validate',
  file: 'contacts.yaml',
  contacts: 0,
  assignments: 0,
  diagnostics: [
    makeDiagnostic(
      'unknown-contact',
      { file: 'contacts.yaml', line: 3, column: 7, length: 5 },
      'There is no contact Mary.',
      'Write it first.',
    ),
  ],
};

const resultsOf = (report: NotedReport) => JSON.parse(renderSarif(report, masked)).runs[0].results;
const placesOf = (report: NotedReport): readonly string[] =>
  resultsOf(report).map(
    ({ ruleId, locations: [{ physicalLocation: at }] }: ReturnType<typeof JSON.parse>) =>
      `${ruleId} ${at.artifactLocation.uri}:${at.region.startLine}`,
  );

it('has a result at the line of the policy for everything to look at', () => {
  expect(renderSarif(everyState, masked)).toMatchSnapshot();
});

describe('the schema of SARIF 2.1.0', () => {
  it.each([everyState, everyChange, everyDrift, everyOutcome, diagnosed])('holds for a report', (report) => {
    validate(JSON.parse(renderSarif(report, masked)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('finds what does not hold', () => {
    const log = JSON.parse(renderSarif(everyState, masked));
    log.runs[0].results[0].level = 'bad';
    expect(validate(log)).toBe(false);
  });
});

it('points at the line of an assignment, and at the beginning of the file where there is none', () => {
  expect(placesOf(everyState)).toEqual([
    'missing contacts.yaml:10',
    'wrong-value contacts.yaml:10',
    'unwanted contacts.yaml:10',
    'unreadable contacts.yaml:10',
    'unreachable contacts.yaml:10',
    'unresolved contacts.yaml:10',
    'unmanaged contacts.yaml:1',
  ]);
});

it('points at line and column of a diagnostic', () => {
  expect(resultsOf(diagnosed)[0].locations[0].physicalLocation.region).toEqual({
    startLine: 3,
    startColumn: 7,
    endColumn: 12,
  });
});

it('tells results of different accounts at one line apart, and the same ones again from run to run', () => {
  const keys = (report: NotedReport) =>
    resultsOf(report).map(
      (result: ReturnType<typeof JSON.parse>) => result.partialFingerprints.primaryLocationLineHash,
    );
  expect(new Set(keys(everyState)).size).toBe(keys(everyState).length);
  expect(keys(everyState)).toEqual(keys(everyState));
});

it('every result names a rule that is there', () => {
  const [run] = JSON.parse(renderSarif(everyState, masked)).runs;
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

it('a path becomes a reference that means the same file', () => {
  const decider = { file: '', line: 4, selector: 'all', contactName: null, mode: null };
  const uriFor = (file: string) => {
    const contact = aCovered('missing', { decidedBy: { ...decider, file } });
    return placesOf({ kind: 'coverage', coverage: aCoverage([aCoveredAccount([contact])]) })[0];
  };
  expect(uriFor('teams/a b#c?.yaml')).toBe('missing teams/a%20b%23c%3F.yaml:4');
  expect(uriFor('a:b.yaml')).toBe('missing ./a%3Ab.yaml:4');
});
