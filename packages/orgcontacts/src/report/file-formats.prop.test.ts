import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contact, contactFields } from '../contact/contact.ts';
import { unguard } from '../sheet/guard.ts';
import { anyReports } from './any-report.builder.ts';
import { fileFormats } from './file-formats.ts';
import { masked } from './file-reports.builder.ts';
import type { Report } from './report.ts';
import type { RowReport } from './report-row.ts';
import { rowsOf } from './rows-of.ts';

/** Texts of what each format would take for something of its own. */
const marks = [
  ...[
    '|',
    '`',
    ']]>',
    '::',
    '\n',
    '\r\n',
    '\t',
    '\u202e',
    '\u0000',
    '\u001b[31m',
    '\uD800',
    '\uFFFE',
    '<img onerror=1>',
  ],
  ...['&amp;', '"', "'", '=1+1', '@octocat', '#1', '%0A', ',', '\\', '-->', '](x)', '{{', '__'],
];
const piece = fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'grapheme', maxLength: 6 }));
const hostile = fc.array(piece, { maxLength: 4 }).map((pieces) => `x${pieces.join('')}`);
const foreignLetters = fc.string({ unit: fc.constantFrom(...'ЖЩЮЯЪ'), minLength: 2, maxLength: 20 });
const contactOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Contact> =>
  fc.record({ name: text, title: text, email: text, phone: text });

const kinds = ['coverage', 'plan', 'check', 'run'] as const;
const rowReports = (text: fc.Arbitrary<string>, contact: fc.Arbitrary<Contact>): fc.Arbitrary<RowReport> => {
  const reports = anyReports({ text, contact });
  // The kinds are those of a RowReport.
  return fc.oneof(...kinds.map((kind) => reports[kind])) as fc.Arbitrary<RowReport>;
};
const anyHostile = rowReports(hostile, contactOf(hostile));
const anyForeign = rowReports(fc.string({ unit: fc.constantFrom(...'abc '), maxLength: 5 }), contactOf(foreignLetters));

const isCoverage = (report: RowReport): report is Extract<Report, { kind: 'coverage' }> => report.kind === 'coverage';

/** A report in every format that hides contacts, one text each. */
const hidingTexts = (report: RowReport): Readonly<Record<string, string>> => ({
  markdown: fileFormats.markdown(report, masked),
  junit: fileFormats.junit(report, masked),
  sarif: fileFormats.sarif(report, masked),
  github: fileFormats.github(report, masked),
  ...(isCoverage(report) && { asff: fileFormats.asff(report, masked) }),
});

describe('whatever a report holds', () => {
  it('no format lets a control character or a mark that turns text round through', () => {
    fc.assert(
      fc.property(anyHostile, (report) => {
        for (const [format, text] of Object.entries(hidingTexts(report)))
          expect(text.replaceAll('\n', ''), format).not.toMatch(
            /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\p{Cs}]/u,
          );
      }),
    );
  });

  it('no format but the spreadsheet shows a field of a contact that is to be masked', () => {
    fc.assert(
      fc.property(anyForeign, (report) => {
        const values = rowsOf(report).flatMap(({ live, wanted }) =>
          [live, wanted].flatMap((contact) => (contact ? contactFields.map((field) => contact[field]) : [])),
        );
        for (const [format, text] of Object.entries(hidingTexts(report)))
          for (const value of values) expect(text.includes(value), format).toBe(false);
      }),
    );
  });

  it('workflow commands are one a line, each with our own title', () => {
    fc.assert(
      fc.property(anyHostile, (report) => {
        for (const line of fileFormats.github(report, masked).split('\n').filter(Boolean)) {
          expect(line).toMatch(
            /^::(error|warning|notice) (file=[^:,\n]*,line=\d+,)?title=orgcontacts%3A [a-zA-Z -]+::/,
          );
        }
      }),
    );
  });

  it('XML has our own elements only, and texts that read back as they were', () => {
    fc.assert(
      fc.property(anyHostile, (report) => {
        const xml = fileFormats.junit(report, masked);
        const ours = ['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped'];
        for (const [, name] of xml.matchAll(/<\/?([^\s>/?]+)/g)) if (name !== 'xml') expect(ours).toContain(name);
        expect(xml.replaceAll(/&(amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
        expect(xml.match(/<testcase /g)?.length ?? 0).toBe(rowsOf(report).length);
      }),
    );
  });

  it('Markdown has the same lines and cells as if all names were harmless', () => {
    fc.assert(
      fc.property(anyHostile, (report) => {
        const lines = fileFormats.markdown(report, masked).split('\n');
        let columns = 0;
        for (const line of lines) {
          if (!line.startsWith('|')) {
            columns = 0;
            continue;
          }
          const cells = line.split('|').length;
          if (columns > 0) expect(cells).toBe(columns);
          columns = cells;
        }
        const inside = lines.join('\n').replaceAll(/<\/?(code|br|details|summary)>/g, '');
        expect(inside).not.toMatch(/<|@|\]\(/);
      }),
    );
  });

  it('Markdown fits into a comment', () => {
    fc.assert(
      fc.property(anyHostile, (report) => {
        expect(Buffer.byteLength(fileFormats.markdown(report, masked))).toBeLessThanOrEqual(65_536);
      }),
    );
  });

  it('SARIF and ASFF are JSON with a result for each contact that they tell', () => {
    fc.assert(
      fc.property(anyHostile, (report) => {
        const [{ results, tool }] = JSON.parse(fileFormats.sarif(report, masked)).runs;
        // A limit that a plan passes is about no contact.
        const told = results.filter(({ properties }: { readonly properties?: unknown }) => properties !== undefined);
        expect(told.length).toBeLessThanOrEqual(rowsOf(report).length);
        for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
        if (isCoverage(report))
          expect(JSON.parse(fileFormats.asff(report, masked))).toHaveLength(rowsOf(report).length);
      }),
    );
  });

  it('a spreadsheet reads back what was in it, and takes nothing for a formula', () => {
    fc.assert(
      fc.property(anyHostile, (report) => {
        const text = Buffer.from(fileFormats.csv(report)).toString();
        const [, ...cells]: readonly (readonly string[])[] = parse(text, { bom: true, record_delimiter: '\r\n' });
        const wellFormed = (each: string) => Buffer.from(each).toString();
        const said = rowsOf(report).map(({ accountId, accountName, unit, detail, live, wanted }) =>
          [
            ...[accountId, accountName, unit, detail],
            ...[live, wanted].flatMap((contact) => contactFields.map((field) => contact?.[field] ?? '')),
          ].map(wellFormed),
        );
        const read = cells
          .map((row) => row.map(unguard))
          .map((row) => [0, 1, 2, ...Array.from({ length: 9 }, (_, n) => n + 9)].map((at) => row[at]));
        expect(read).toEqual(said);
        for (const row of cells) for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});
