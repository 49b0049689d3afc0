import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyState } from '../report/file-reports.builder.ts';
import { mary, shown } from '../report/report.builder.ts';
import { anIo } from './io.builder.ts';
import type { OutputOptions } from './output-options.ts';
import { printFormatted, printReport, saveReport } from './print-report.ts';
import { formatOf } from './report-format.ts';

const report = { kind: 'show', rows: [shown({ kind: 'set', contact: mary })] } as const;

/** What is printed of a report with a contact. */
const printed = (options: OutputOptions, outIsTerminal = false): string => {
  const io = anIo({ outIsTerminal });
  printReport(io, report, options);
  expect(io.told).toEqual([]);
  return io.said();
};

describe('contacts', () => {
  it('are whole on a terminal', () => {
    expect(printed({}, true)).toContain('mary@example.com');
  });

  it('are masked in a pipe, and different ones still look different', () => {
    expect(printed({})).not.toContain('mary@');
    expect(printed({})).toMatch(/M\*\*\*·[0-9a-f]{6}/);
  });

  it('are whole in a pipe when somebody asked for them', () => {
    expect(printed({ showValues: true })).toContain('mary@example.com');
  });

  it('are whole in data, which is one document and a line end', () => {
    const text = printed({ json: true });
    expect(JSON.parse(text).rows[0].observed.contact).toEqual(mary);
    expect(text.endsWith('}\n')).toBe(true);
  });
});

describe('the format', () => {
  it.each([
    ['evidence.csv', 'csv'],
    ['comment.MD', 'markdown'],
    ['contacts.xml', 'junit'],
    ['contacts.sarif', 'sarif'],
    ['findings.asff.json', 'asff'],
    ['report.json', 'json'],
    ['report.txt', 'terminal'],
    ['report', 'terminal'],
  ])('of a file called %s is %s', (file, format) => {
    expect(formatOf({}, file)).toBe(format);
  });

  it('that is named counts more than the ending of a file', () => {
    expect(formatOf({ format: 'junit' }, 'a.csv')).toBe('junit');
    expect(formatOf({ json: true }, 'a.csv')).toBe('json');
    expect(formatOf({})).toBe('terminal');
  });
});

describe('a file', () => {
  const written = async (file: string, options: OutputOptions = {}) => {
    const out = join(await mkdtemp(join(tmpdir(), 'orgcontacts-report-')), file);
    const io = anIo({ outIsTerminal: true, paint: (_, text) => `<${text}>` });
    await saveReport(io, everyState, { ...options, out });
    expect(io.said()).toBe('');
    return { text: await readFile(out, 'utf8'), mode: (await stat(out)).mode & 0o777 };
  };

  it('is for its owner only, and ends its last line', async () => {
    const { text, mode } = await written('contacts.sarif');
    expect(mode).toBe(0o600);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('is for its owner only, also where everybody could read an older one', async () => {
    const out = join(await mkdtemp(join(tmpdir(), 'orgcontacts-report-')), 'evidence.csv');
    await writeFile(out, 'older', { mode: 0o644 });
    await saveReport(anIo(), everyState, { out });
    expect((await stat(out)).mode & 0o777).toBe(0o600);
  });

  it('hides contacts although the command was called at a terminal, unless somebody asked, and has no colours', async () => {
    for (const file of ['a.txt', 'a.md', 'a.xml', 'a.sarif', 'a.asff.json']) {
      expect((await written(file)).text, file).not.toContain('mary@example.com');
      expect((await written(file, { showValues: true })).text, file).toMatch(/mary(@|&#64;)example/);
    }
    expect((await written('a.txt')).text).not.toContain('<By unit>');
  });
});

it('a report with nothing to say has no line', async () => {
  const io = anIo();
  const coverage = { ...everyState.coverage, accounts: [] };
  await printFormatted(io, { kind: 'coverage', coverage }, { format: 'github' });
  expect(io.said()).toBe('');
});

it('only what is about contacts of accounts is a table', async () => {
  const print = (format: 'junit' | 'asff') => printFormatted(anIo(), report, { format });
  await expect(print('junit')).rejects.toThrow('A report of the kind show is no table');
  await expect(print('asff')).rejects.toThrow('has no findings');
});

it.each([
  [{ region: 'eu-west-1' }, {}, 'eu-west-1'],
  [{}, { AWS_REGION: 'eu-west-2' }, 'eu-west-2'],
  [{}, { AWS_DEFAULT_REGION: 'eu-west-3' }, 'eu-west-3'],
  [{}, {}, 'us-east-1'],
])('the Region of findings is the one of %j and %j: %s', async (options, env, region) => {
  const io = anIo({ env });
  await printFormatted(io, everyState, { ...options, format: 'asff' });
  expect(JSON.parse(io.said())[0].Resources[0].Region).toBe(region);
});
