import { emptyRefusal } from '../contact/contact-constraints.ts';
import { type Diagnostic, makeDiagnostic, type Place } from '../diagnostic/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostic/diagnostic-codes.ts';
import type { Issue } from './flatten-issues.ts';
import { warningCodes } from './lint-settings.ts';
import { modes } from './policy.ts';
import { keysOf } from './schema.ts';
import { type Path, placeOf, placeOfKey, type Source, textAt } from './source.ts';
import { type Spot, spotOf } from './spot-of.ts';
import { didYouMean } from './suggest.ts';

/** Turns what is wrong with the structure into diagnostics: what was found, what was expected, what to do. */
export const diagnoseIssue = (source: Source, issue: Issue): readonly Diagnostic[] => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(source, issue.path, key));
    case 'invalid_type':
    case 'invalid_union':
    case 'invalid_value':
      return [wrongValue(source, issue)];
    case 'too_small':
      return [Array.isArray(issue.input) ? emptyList(source, issue.path) : refusedText(source, issue)];
    default:
      return [refusedText(source, issue)];
  }
};

const knownKeys: Readonly<Partial<Record<Spot, readonly string[]>>> = {
  file: keysOf.file,
  top: keysOf.lint,
  contact: keysOf.contact,
  want: keysOf.contact,
  assignment: keysOf.assignment,
  selector: keysOf.selector,
  not: keysOf.not,
  tag: ['present'],
};

const unknownKey = (source: Source, path: Path, key: string): Diagnostic => {
  const place = placeOfKey(source, path, key);
  const spot = spotOf(path);
  if (key === 'all' && (spot === 'selector' || spot === 'not'))
    return makeDiagnostic(
      'unknown-key',
      place,
      'all is no condition beside others.',
      'Write match: all for every account.',
    );
  const expected = knownKeys[spot] ?? [];
  return makeDiagnostic(
    'unknown-key',
    place,
    `The key ${key} means nothing here.`,
    `${didYouMean(key, expected)}Expected: ${expected.join(', ')}.`,
  );
};

/** What belongs at a place, in words. */
const expectedAt = (path: Path): string =>
  path.length === 1 ? (topLevel[String(path[0])] ?? 'something else') : expectations[spotOf(path)];

const expectations: Readonly<Record<Spot, string>> = {
  file: 'a mapping with version, contacts and assignments',
  top: 'something else',
  contact: 'a mapping with name, title, email and phone',
  field: 'a text in quotes',
  reviewed: 'the day of the review, as 2026-11-01',
  assignment: 'a mapping with match and at least one of security, operations and billing',
  mode: modes.join(', ').replace(/, ([^,]*)$/, ' or $1'),
  want: 'the name of a contact, absent, unmanaged, or a mapping with name, title, email and phone',
  selector: 'all, or a mapping with account, management, ou, tag, name or not',
  not: 'a mapping with account, management, ou, tag or name',
  account: 'a text or a list of texts, in quotes',
  management: 'true or false',
  tags: 'a mapping of tag keys to values',
  tag: 'a text or a list of texts, in quotes, or {present: true}',
  condition: 'a text or a list of texts, in quotes',
  warning: 'codes of warnings, as docs/diagnostics.md lists them',
  domains: 'a list of domains, as [example.com]',
  domain: 'a domain, as example.com',
  days: 'days from 1 to 99999, as 180d',
};

const topLevel: Readonly<Record<string, string>> = {
  version: 'the number 1',
  mode: expectations.mode,
  contacts: 'a mapping of names to contacts',
  assignments: 'a list of assignments, each beginning with - match:',
  exclude: 'a list of selectors',
  lint: 'a mapping with allowedEmailDomains, reviewEvery, errors or ignore',
};

const wrongValue = (source: Source, { path, input: value }: Issue): Diagnostic => {
  const place = placeOf(source, path);
  const spot = spotOf(path);
  const last = String(path.at(-1) ?? '');
  if (value === undefined && path.length > 0)
    return makeDiagnostic(
      'missing-key',
      place,
      `The key ${last} is missing.`,
      `Expected ${last}: ${expectedAt(path)}.`,
    );
  if (spot === 'mode') return wrongWord('unknown-mode', place, value, 'mode', modes);
  if (spot === 'warning' && typeof value === 'string')
    return wrongWord('unknown-warning', place, value, 'warning', warningCodes);
  if (path.length === 1 && last === 'version')
    return makeDiagnostic(
      'unsupported-version',
      place,
      `${describe(value)} is no version that this program reads.`,
      'Expected version: 1.',
    );
  return wrongType(source, path, value);
};

const wrongWord = (
  code: DiagnosticCode,
  place: Place,
  value: unknown,
  noun: string,
  known: readonly string[],
): Diagnostic =>
  makeDiagnostic(
    code,
    place,
    `${describe(value)} is no ${noun}.`,
    `${typeof value === 'string' ? didYouMean(value, known) : ''}Expected ${noun === 'mode' ? expectations.mode : `one of ${known.join(', ')}`}.`,
  );

const wrongType = (source: Source, path: Path, value: unknown): Diagnostic => {
  const place = placeOf(source, path);
  const expected = expectedAt(path);
  const written = textAt(source, path);
  if (typeof value === 'object' || typeof value === 'string' || written === undefined)
    return makeDiagnostic('wrong-type', place, `Found ${describe(value)}.`, `Expected ${expected}.`);
  const spot = spotOf(path);
  // Contacts are personal data: their values are not repeated in messages, which go into logs.
  if (spot === 'field')
    return makeDiagnostic(
      'wrong-type',
      place,
      `YAML reads this ${String(path.at(-1))} as a ${typeof value}.`,
      `Expected ${expected}.`,
    );
  return makeDiagnostic(
    spot === 'account' ? 'account-id' : 'wrong-type',
    place,
    `YAML reads ${written || 'nothing'} as ${describe(value)}.`,
    `Expected ${expected}${rewritten(spot, written)}.`,
  );
};

/** How to write what YAML made something else of, where that could be what was meant. */
const rewritten = (spot: Spot, written: string): string => {
  if (spot === 'days') return /^[1-9][0-9]{0,4}$/.test(written) ? `: write ${written}d` : '';
  return mayBeAnyText.has(spot) ? `: write ${JSON.stringify(written)}` : '';
};

/** Where quotes around what was written would mend it. */
const mayBeAnyText: ReadonlySet<Spot> = new Set(['want', 'account', 'tag', 'condition']);

const describe = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? JSON.stringify(value) : `the ${typeof value} ${String(value)}`;
};

/** What AWS would refuse; the value itself is personal data, and not repeated. */
export const refusedValue = (place: Place, field: string, because: string): Diagnostic =>
  makeDiagnostic(
    'value-refused',
    place,
    `AWS would refuse this ${field}: ${because}.`,
    'Change the value; lengths and patterns are those of AWS.',
  );

const emptyList = (source: Source, path: Path): Diagnostic =>
  makeDiagnostic('empty-list', placeOf(source, path), 'The list is empty.', 'Name at least one, or leave the key out.');

const refusedText = (source: Source, { path, input }: Issue): Diagnostic => {
  const value = typeof input === 'string' ? input : '';
  const place = placeOf(source, path);
  const spot = spotOf(path);
  if (spot === 'account')
    return makeDiagnostic(
      'account-id',
      place,
      `${JSON.stringify(value)} is no account id.`,
      'Expected exactly twelve digits in quotes, and nothing else; leading zeros count.',
    );
  const help = `Expected ${expectedAt(path)}.`;
  if (spot === 'reviewed') return makeDiagnostic('bad-date', place, `${JSON.stringify(value)} is no date.`, help);
  if (spot === 'days')
    return makeDiagnostic('bad-duration', place, `${JSON.stringify(value)} is no number of days.`, help);
  if (spot === 'field') return refusedValue(place, String(path.at(-1)), emptyRefusal);
  return makeDiagnostic('empty-text', place, 'This text is empty.', help);
};
