import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAccountId } from '../contact/account-id.ts';
import { contactFields } from '../contact/contact.ts';
import { contactTypes } from '../contact/contact-type.ts';
import { guard, guardLookalike, unguard } from './guard.ts';
import { locateCells } from './locate-cells.ts';
import { readRecords } from './read-records.ts';
import { readSheet } from './read-sheet.ts';
import { renderSheet, type SheetLine } from './render-sheet.ts';
import { makeSheetText } from './sheet-text.ts';

/** Any text, and often one that is hard to carry. */
const hard = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\r\n',
  "'",
  '"',
  ',',
  ';',
  ' ',
  '\uFEFF',
  '0',
  '(',
  '😀',
  'é',
  'a',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(hard, { maxLength: 8 }).map((each) => each.join('')),
);
const filledText = anyText.filter((text) => text.trim() !== '');

const linesWith = (contact: fc.Arbitrary<SheetLine['contact']>): fc.Arbitrary<SheetLine[]> =>
  fc.uniqueArray(
    fc.record({
      accountId: fc.stringMatching(/^[0-9]{12}$/).map((text) => parseAccountId(text)!),
      accountName: anyText,
      unit: anyText,
      state: fc.constantFrom('ACTIVE', 'SUSPENDED'),
      type: fc.constantFrom(...contactTypes),
      status: fc.constantFrom('set', 'not set', 'could not be read'),
      contact,
    }),
    { maxLength: 5, selector: ({ accountId, type }) => `${accountId} ${type}` },
  );

const delimiters = fc.constantFrom(',', ';', '\t');

/** What a program makes of a sheet that saves it with another delimiter. */
const convert = (text: string, delimiter: string, plain: boolean): string =>
  stringify(parse(text, { bom: true, record_delimiter: plain ? '\n' : '\r\n' }), {
    ...{ delimiter, bom: !plain, record_delimiter: plain ? '\n' : '\r\n', quote_record_delimiter: true },
  });

it('gives back every text of a contact exactly, guarded and plain, whatever the delimiter', () => {
  const anyContact = fc.record({ name: filledText, title: filledText, email: filledText, phone: filledText });
  fc.assert(
    fc.property(linesWith(anyContact), fc.boolean(), delimiters, (lines, plain, delimiter) => {
      const sheet = makeSheetText(convert(renderSheet(lines, { plain }), delimiter, plain), 'contacts.csv');
      const { records, unclosed } = readRecords(sheet);
      expect(unclosed).toBeUndefined();
      const rows = records.slice(1).map((record) => {
        const { value: cells = [] } = locateCells(sheet, record);
        return cells.map(({ text }) => unguard(text));
      });
      expect(rows.map((cells) => cells.slice(-4))).toEqual(
        lines.map(({ contact }) => contactFields.map((field) => contact?.[field])),
      );
    }),
    { numRuns: 500 },
  );
});

/** Contacts that AWS can hold. */
const acceptedContact = fc.record({
  name: filledText.filter(({ length }) => length <= 64),
  title: filledText.filter(({ length }) => length <= 50),
  email: fc.stringMatching(/^[\w+=.#|!&-]{1,20}@[\w.-]{1,20}\.[\w]{1,5}$/),
  phone: fc.stringMatching(/^[ \n\t0-9()+-]{0,12}[0-9()+-][ \n\t0-9()+-]{0,12}$/),
});

it('reads from a sheet that it rendered the same contacts, and nothing where none was', () => {
  const lines = linesWith(fc.option(acceptedContact, { freq: 4 }));
  fc.assert(
    fc.property(lines, fc.boolean(), delimiters, (each, plain, delimiter) => {
      const read = readSheet(convert(renderSheet(each, { plain }), delimiter, plain), 'contacts.csv');
      if (read.kind === 'invalid') throw new Error(JSON.stringify(read.diagnostics));
      expect(read.rows.map(({ place, ...row }) => row)).toEqual(
        each.map(({ accountId, type, contact }) => ({
          accountId,
          type,
          want: contact ? { kind: 'contact', contact } : { kind: 'leave' },
        })),
      );
    }),
    { numRuns: 300 },
  );
});

it('guards every text so that taking the guard away gives it back, and nothing guarded begins like a formula', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unguard(guard(text))).toBe(text);
      expect(unguard(guardLookalike(text))).toBe(text);
      expect(guard(text)).not.toMatch(/^\s*[=+\-@＝＋－＠\d]|^[\t\r\n]/);
    }),
    { numRuns: 1_000 },
  );
});

/** Whatever a text is: something is said of it, in order, and at places that it has. */
const expectWellDiagnosed = (text: string): void => {
  const read = readSheet(text, 'contacts.csv');
  const said = read.kind === 'rows' ? read.warnings : read.diagnostics;
  const lines = text.split('\n');
  expect(said.some(({ severity }) => severity === 'error')).toBe(read.kind === 'invalid');
  for (const { place, message, help } of said) {
    const line = lines[place.line - 1]?.replace(/\r$/, '');
    expect(line).toBeDefined();
    expect(place.column).toBeGreaterThanOrEqual(1);
    expect(place.column).toBeLessThanOrEqual((line ?? '').length + 1);
    expect(place.length).toBeGreaterThanOrEqual(1);
    expect(place.column + place.length - 1).toBeLessThanOrEqual(Math.max(place.column, (line ?? '').length));
    expect(message).not.toBe('');
    expect(help).not.toBe('');
  }
  const places = said.map(({ place }) => place);
  expect(places).toEqual(places.toSorted((one, other) => one.line - other.line || one.column - other.column));
};

const pieces = [
  ...[
    '\n',
    '\r\n',
    '\r',
    ',',
    ';',
    '\t',
    '"',
    '""',
    "'",
    ' ',
    '=',
    '\uFEFF',
    '\u0000',
    '\uFFFD',
    '\uD800',
    '😀',
    'sep=;',
  ],
  ...['account', 'type', 'name', 'title', 'email', 'phone', 'ALTERNATECONTACT', 'constructor', '__proto__', 'owner'],
  ...['111122223333', '1111', '1.1E+11', '="1"', 'SECURITY', 'absent', 'Mary', 'mary@example.com', '+1 555 0100'],
];

it('never throws on any text, and says something of it', () => {
  const looksLikeCsv = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((each) => each.join(''));
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), looksLikeCsv), expectWellDiagnosed), {
    numRuns: 1_500,
  });
});

const slips = fc.array(
  fc.record({ at: fc.nat(), remove: fc.integer({ min: 0, max: 6 }), put: fc.constantFrom('', ...pieces) }),
  { minLength: 1, maxLength: 4 },
);

it('never throws on a sheet that was changed by accident', () => {
  const lines = linesWith(fc.option(acceptedContact));
  fc.assert(
    fc.property(lines, fc.boolean(), delimiters, slips, (each, plain, delimiter, changes) => {
      const changed = changes.reduce(
        (sofar, { at, remove, put }) => {
          const from = at % (sofar.length + 1);
          return sofar.slice(0, from) + put + sofar.slice(from + remove);
        },
        convert(renderSheet(each, { plain }), delimiter, plain),
      );
      expectWellDiagnosed(changed);
    }),
    { numRuns: 500 },
  );
});

it('repeats no cell of a contact in what it says, wherever it stands', () => {
  const cells = fc.array(
    fc.constantFrom('Canary', '"Canary"', 'x "Canary"', '', 'absent', '111122223333', 'SECURITY'),
    {
      minLength: 4,
      maxLength: 8,
    },
  );
  const headers = fc.constantFrom('account,type,name,title,email,phone\n', '');
  fc.assert(
    fc.property(headers, fc.array(cells, { minLength: 1, maxLength: 4 }), (header, rows) => {
      const read = readSheet(header + rows.map((row) => row.join(',')).join('\n'), 'contacts.csv');
      const said = read.kind === 'rows' ? read.warnings : read.diagnostics;
      for (const { message, help } of said) expect(message + help).not.toContain('Canary');
    }),
    { numRuns: 500 },
  );
});
