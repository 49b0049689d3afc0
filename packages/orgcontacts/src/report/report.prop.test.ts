import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contact, contactFields } from '../contact/contact.ts';
import { anyReports } from './any-report.builder.ts';
import { formats } from './index.ts';
import { aStyle, tagged, textOf } from './report.builder.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdefghij '), maxLength: 8 });

/** Values in letters that stand nowhere else in a report; two at least, since the first is shown. */
const foreign = fc.string({ unit: fc.constantFrom(...'ЖЩЮЯЪ'), minLength: 2, maxLength: 20 });
const foreignContact: fc.Arbitrary<Contact> = fc.record({
  name: foreign,
  title: foreign,
  email: fc.tuple(foreign, fc.constantFrom('', '@example.com')).map((parts) => parts.join('')),
  phone: foreign,
});

/** What moves the cursor, ends a line, or turns the reading direction round. */
const unsafe = ['\u001b[31m', '\u009b2J', '\u202e', '\u2066', '\u200f', '\u2028', '\n', '\r', '\t', '\u0007', '\u007f'];
const nasty = fc
  .tuple(word, fc.constantFrom(...unsafe), word)
  .map(([before, mark, after]) => `${before}${mark}INJECTED${after}`);
const nastyContact: fc.Arbitrary<Contact> = fc.record({ name: nasty, title: nasty, email: nasty, phone: nasty });

const contactsIn = (value: unknown): readonly Contact[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(contactsIn);
  // Whatever has a phone is a contact.
  return 'phone' in value ? [value as Contact, ...inside] : inside;
};

const masked = anyReports({ text: word, contact: foreignContact });
const hostile = anyReports({ text: nasty, contact: nastyContact });
// The keys of a Record of kinds are kinds.
const kinds = Object.keys(masked) as (keyof typeof masked)[];

describe.each(kinds)('a report of the kind %s', (kind) => {
  it('shows no field of any contact when values are masked', () => {
    fc.assert(
      fc.property(masked[kind], fc.boolean(), (report, verbose) => {
        const text = textOf(report, { values: 'masked', verbose });
        const shown = contactsIn(report).flatMap((contact) =>
          contactFields.map((field) => contact[field].split('@')[0] ?? '').filter((value) => text.includes(value)),
        );
        expect(shown).toEqual([]);
      }),
    );
  });

  it('never lets foreign text move the cursor, end a line or turn the reading direction', () => {
    fc.assert(
      fc.property(hostile[kind], fc.constantFrom('whole', 'masked'), fc.boolean(), (report, values, verbose) => {
        for (const line of textOf(report, { values, verbose, width: 100_000 }).split('\n')) {
          expect(line).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
          expect(line).not.toMatch(/^INJECTED/);
        }
      }),
    );
  });

  it('is one JSON document, with format and version, that parses back to the report', () => {
    fc.assert(
      fc.property(hostile[kind], (report) => {
        const { format, version, ...parsed } = JSON.parse(formats.json(report));
        expect({ format, version }).toEqual({ format: 'orgcontacts/report', version: 1 });
        expect(parsed).toEqual(JSON.parse(JSON.stringify(report)));
      }),
    );
  });

  it('says the same with and without colours', () => {
    fc.assert(
      fc.property(masked[kind], (report) => {
        const bare = formats.terminal(report, aStyle({ width: 100_000 }));
        const coloured = formats.terminal(report, { ...tagged, width: 100_000 }).replaceAll(/<\/?[a-z]+>/g, '');
        expect(coloured.replaceAll(/ +/g, ' ')).toBe(bare.replaceAll(/ +/g, ' '));
      }),
    );
  });
});
