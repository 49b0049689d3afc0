import { describe, expect, it } from 'vitest';
import { mary, shown } from '../report/report.builder.ts';
import { anIo } from './io.builder.ts';
import type { OutputOptions } from './output-options.ts';
import { printReport } from './print-report.ts';

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
