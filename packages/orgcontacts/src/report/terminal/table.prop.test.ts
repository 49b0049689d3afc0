import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, padEnd, renderTable } from './table.ts';

/** Letters of one column and of two, marks that take none, and pictures of several code points. */
const letters = fc.constantFrom('a', 'b', 'é', 'e\u0301', '漢', '字', '🦉', '👩‍💻', '🇩🇪', ' ', '·');
const cell = fc.string({ unit: letters, maxLength: 20 });
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const width = fc.integer({ min: 1, max: 60 });

describe('cut', () => {
  it('is never longer than the width', () => {
    fc.assert(
      fc.property(cell, width, (text, columns) => {
        expect(stringWidth(cut(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('keeps a text that fits, and the longest beginning of one that does not', () => {
    fc.assert(
      fc.property(cell, width, (text, columns) => {
        const kept = cut(text, columns);
        if (stringWidth(text) <= columns) {
          expect(kept).toBe(text);
          return;
        }
        expect(kept.endsWith('…')).toBe(true);
        expect(text.startsWith(kept.slice(0, -1))).toBe(true);
        // At most one wide letter would not have fitted.
        expect(stringWidth(kept)).toBeGreaterThanOrEqual(columns - 1);
      }),
    );
  });

  it('leaves text with colours alone', () => {
    const painted = '\u001b[31mred and long\u001b[39m';
    expect(cut(painted, 4)).toBe(painted);
  });

  it('never cuts a letter in the middle', () => {
    expect(cut('ab👩‍💻cd', 5)).toBe('ab👩‍💻…');
    expect(cut('ab👩‍💻cd', 4)).toBe('ab…');
    expect(cut('漢字漢字', 4)).toBe('漢…');
  });
});

describe('padEnd', () => {
  it('fills up to the width in columns, and takes nothing away', () => {
    fc.assert(
      fc.property(cell, width, (text, columns) => {
        const filled = padEnd(text, columns);
        expect(stringWidth(filled)).toBe(Math.max(stringWidth(text), columns));
        expect(filled.startsWith(text)).toBe(true);
      }),
    );
  });
});

describe('a table', () => {
  it('is never wider than the screen', () => {
    fc.assert(
      fc.property(rows, width, (table, columns) => {
        for (const line of renderTable(table, columns).split('\n'))
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('has its columns below each other, however wide the letters', () => {
    const table = [
      ['漢字', 'one', 'x'],
      ['a', '🦉', 'y'],
      ['abcde', '', 'z'],
    ];
    expect(renderTable(table, 80)).toBe(['  漢字   one  x', '  a      🦉   y', '  abcde       z'].join('\n'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (pairs) => {
        const ends = renderTable(
          pairs.map((pair) => [...pair, '|']),
          200,
        ).split('\n');
        expect(new Set(ends.map((line) => stringWidth(line))).size).toBe(1);
      }),
    );
  });

  it('takes rows of different length, and no row at all', () => {
    expect(renderTable([['a'], ['b', 'c']], 80, '')).toBe('a\nb  c');
    expect(renderTable([], 80)).toBe('');
  });
});
