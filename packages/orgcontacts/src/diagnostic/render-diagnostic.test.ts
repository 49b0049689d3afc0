import { expect, it } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { renderDiagnostic } from './render-diagnostic.ts';

/** A diagnostic about a place of contacts.yaml. */
const about = (line: number, column: number, length: number, overrides: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'unknown-contact',
  severity: 'error',
  message: 'There is no contact desk.',
  help: 'Define it.',
  place: { file: 'contacts.yaml', line, column, length },
  ...overrides,
});

/** The line shown and the line with the mark, without their margins. */
const excerptOf = (rendered: string): { readonly shown: string; readonly mark: string } => {
  const lines = rendered.split('\n');
  const rest = (text = '') => text.slice(text.indexOf('|') + 2);
  return { shown: rest(lines[3]), mark: rest(lines[4]) };
};

/** What stands above the mark. */
const marked = (rendered: string): string => {
  const { shown, mark } = excerptOf(rendered);
  return shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1);
};

it('shows severity, code, place, the line, a mark under it and what to do', () => {
  const source = 'version: 1\nassignments:\n  - security: desk\n';
  expect(renderDiagnostic(about(3, 15, 4), source)).toBe(
    [
      'error[unknown-contact]: There is no contact desk.',
      ' --> contacts.yaml:3:15',
      '  |',
      '3 |   - security: desk',
      '  |               ^^^^',
      '  = help: Define it.',
    ].join('\n'),
  );
});

it('widens the margin to the line number', () => {
  const source = `${'#\n'.repeat(122)}mode: enforc\n`;
  expect(
    renderDiagnostic(about(123, 7, 6), source)
      .split('\n')
      .slice(1),
  ).toEqual([
    '   --> contacts.yaml:123:7',
    '    |',
    '123 | mode: enforc',
    '    |       ^^^^^^',
    '    = help: Define it.',
  ]);
});

it('calls a warning a warning', () => {
  expect(renderDiagnostic(about(1, 1, 1, { severity: 'warning' }), 'x')).toMatch(/^warning\[unknown-contact\]: /);
});

it('leaves the help out when there is none', () => {
  const rendered = renderDiagnostic(about(1, 1, 1, { help: '' }), 'x');
  expect(rendered).not.toContain('help');
  expect(rendered.split('\n')).toHaveLength(5);
});

it('keeps tabs before the mark, so that it stands right whatever their width', () => {
  expect(excerptOf(renderDiagnostic(about(1, 4, 2), 'a\tb\tcd'))).toEqual({ shown: 'a\tb\tcd', mark: ' \t ^^' });
  expect(excerptOf(renderDiagnostic(about(1, 5, 2), 'a\tb\tcd')).mark).toBe(' \t \t^^');
});

it.each([
  ['at the beginning', 1],
  ['in the middle', 500],
  ['at the end', 997],
])('cuts a long line around a mark %s', (_, column) => {
  const line = `${'x'.repeat(column - 1)}WORD${'y'.repeat(1000 - column - 3)}`;
  const rendered = renderDiagnostic(about(1, column, 4), line);
  expect(marked(rendered)).toBe('WORD');
  expect(excerptOf(rendered).shown).toHaveLength(160);
  expect(rendered).toContain(`contacts.yaml:1:${column}\n`);
});

it('marks no further than the line that is shown', () => {
  const rendered = renderDiagnostic(about(1, 5, 900), `abc ${'d'.repeat(900)}`);
  const { shown, mark } = excerptOf(rendered);
  expect(mark).toHaveLength(shown.length);
});

it('marks one column even where the line has ended', () => {
  expect(excerptOf(renderDiagnostic(about(2, 1, 1), 'version: 1\n'))).toEqual({ shown: '', mark: '^' });
  expect(excerptOf(renderDiagnostic(about(1, 11, 5), 'version: 1\n'))).toEqual({
    shown: 'version: 1',
    mark: '          ^',
  });
});

it('shows a line without the carriage return that ends it', () => {
  expect(excerptOf(renderDiagnostic(about(2, 1, 4), 'version: 1\r\nmode: x\r\n'))).toEqual({
    shown: 'mode: x',
    mark: '^^^^',
  });
});

it('marks a tab by one mark', () => {
  expect(excerptOf(renderDiagnostic(about(1, 1, 1), '\tdesk: {}'))).toEqual({ shown: '\tdesk: {}', mark: '^' });
});

it('stands under characters that are two columns wide', () => {
  expect(excerptOf(renderDiagnostic(about(1, 8, 2), 'name: 山田, 太')).mark).toBe(`${' '.repeat(8)}^^^`);
  expect(excerptOf(renderDiagnostic(about(1, 3, 2), '太 山田')).mark).toBe(`${' '.repeat(3)}^^^^`);
});

it('shows what could move the cursor or turn the text round as its code, and marks the right place behind it', () => {
  const rendered = renderDiagnostic(about(1, 3, 4, { message: 'Found \u001b[2J.' }), '\u001b\u202edesk');
  expect(rendered).not.toContain('\u001b');
  expect(rendered).not.toContain('\u202e');
  expect(rendered).toContain('Found \\u001b[2J.');
  expect(marked(rendered)).toBe('desk');
});
