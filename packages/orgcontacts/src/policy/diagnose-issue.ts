import { type ContactField, contactFields } from '../contact/contact.ts';
import { refusalOf } from '../contact/contact-constraints.ts';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostic/diagnostic-codes.ts';
import type { Issue } from './flatten-issues.ts';
import { type Path, placeOf, placeOfKey, type Source, textAt } from './source.ts';
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
      return tooSmall(source, issue);
    default:
      return refusedText(source, issue);
  }
};

const error = (code: DiagnosticCode, place: Place, message: string, help: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  help,
  place,
});

const topKeys = ['version', 'mode', 'contacts', 'assignments', 'exclude'];
const assignmentKeys = ['match', 'mode', 'security', 'operations', 'billing'];
const selectorKeys = ['ou', 'tag', 'account'];
/** Keys that a later version will know: at the top, and in selectors. */
const laterTopKeys = ['lint'];
const laterSelectorKeys = ['name', 'management', 'not'];

const keysAt = (path: Path): readonly string[] => {
  if (path.length === 0) return topKeys;
  if (path[0] === 'contacts') return [...contactFields, 'reviewed'];
  return path[0] === 'assignments' && path.length === 2 ? assignmentKeys : selectorKeys;
};

const laterKeysAt = (path: Path): readonly string[] => {
  if (path.length === 0) return laterTopKeys;
  return insideSelector(path) ? laterSelectorKeys : [];
};

/** The rest of a path that leads into a selector; undefined for other paths. Tag keys and names of contacts may be any words. */
const insideSelector = (path: Path): Path | undefined => {
  if (path[0] === 'exclude' && path.length >= 2) return path.slice(2);
  return path[0] === 'assignments' && path[2] === 'match' ? path.slice(3) : undefined;
};

const unknownKey = (source: Source, path: Path, key: string): Diagnostic => {
  const place = placeOfKey(source, path, key);
  const expected = keysAt(path);
  if (key === 'all')
    return error('unknown-key', place, 'all is no condition beside others.', 'Write match: all for every account.');
  if (laterKeysAt(path).includes(key)) {
    return error(
      'not-supported-yet',
      place,
      `The key ${key} is not supported yet.`,
      `Expected here: ${expected.join(', ')}.`,
    );
  }
  return error(
    'unknown-key',
    place,
    `The key ${key} means nothing here.`,
    `${didYouMean(key, expected)}Expected: ${expected.join(', ')}.`,
  );
};

/** What belongs at a path, in words. */
const expectedAt = (path: Path): string => {
  const [section] = path;
  const inside = insideSelector(path);
  if (path.length === 0) return 'a mapping with version, contacts and assignments';
  if (path.length === 1) return topLevel[String(section)] ?? 'something else';
  if (section === 'contacts')
    return path.length === 2 ? 'a mapping with name, title, email and phone' : 'a text in quotes';
  if (inside?.length === 0) return 'all, or a mapping with ou, tag or account';
  if (path.length === 2) return 'a mapping with match and at least one of security, operations and billing';
  return inside?.length === 1 && inside[0] === 'tag'
    ? 'a mapping of tag keys to values'
    : 'a text or a list of texts, in quotes';
};

const topLevel: Readonly<Record<string, string>> = {
  version: 'the number 1',
  mode: 'enforce, fill-missing or report-only',
  contacts: 'a mapping of names to contacts',
  assignments: 'a list of assignments, each beginning with - match:',
  exclude: 'a list of selectors',
};

const wrongValue = (source: Source, { path, input: value }: Issue): Diagnostic => {
  const place = placeOf(source, path);
  const last = String(path.at(-1) ?? '');
  const expected = expectedAt(path);
  if (value === undefined && path.length > 0) {
    return error('missing-key', place, `The key ${last} is missing.`, `Expected ${last}: ${expected}.`);
  }
  if (isMode(path))
    return error(
      'unknown-mode',
      place,
      `${describe(value)} is no mode.`,
      `${typeof value === 'string' ? didYouMean(value, modesInWords) : ''}Expected ${expectedMode}.`,
    );
  if (path.length === 1 && last === 'version') {
    return error(
      'unsupported-version',
      place,
      `${describe(value)} is no version that this program reads.`,
      'Expected version: 1.',
    );
  }
  if (isLater(path, value))
    return error(
      'not-supported-yet',
      place,
      'A contact inside an assignment, or {present: true}, is not supported yet.',
      'Name a contact of the section contacts; give a tag a value, or * for any.',
    );
  const written = textAt(source, path);
  if (typeof value === 'object' || typeof value === 'string' || written === undefined) {
    return error('wrong-type', place, `Found ${describe(value)}.`, `Expected ${expected}.`);
  }
  // Contacts are personal data: their values are not repeated in messages, which go into logs.
  if (path[0] === 'contacts') {
    return error('wrong-type', place, `YAML reads this ${last} as ${kindOf(value)}.`, `Expected ${expected}.`);
  }
  return error(
    mentionsAccount(path) ? 'account-id' : 'wrong-type',
    place,
    `YAML reads ${written || 'nothing'} as ${describe(value)}.`,
    `Expected ${expected}: write ${JSON.stringify(written)}.`,
  );
};

const kindOf = (value: unknown): string => (value === null ? 'nothing' : `a ${typeof value}`);

const modesInWords = ['enforce', 'fill-missing', 'report-only'];
const expectedMode = modesInWords.join(', ').replace(/, ([^,]*)$/, ' or $1');

const isMode = (path: Path): boolean =>
  path.at(-1) === 'mode' && (path.length === 1 || (path[0] === 'assignments' && path.length === 3));

const mentionsAccount = (path: Path): boolean => insideSelector(path)?.[0] === 'account';

/** A mapping where a name or value belongs is a part of the language that comes later. */
const isLater = (path: Path, value: unknown): boolean => {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isWant =
    path[0] === 'assignments' && path.length === 3 && ['security', 'operations', 'billing'].includes(String(path[2]));
  const inside = insideSelector(path) ?? [];
  return isMapping && (isWant || (inside[0] === 'tag' && inside.length > 1));
};

const describe = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? JSON.stringify(value) : `the ${typeof value} ${String(value)}`;
};

const tooSmall = (source: Source, issue: Issue): readonly Diagnostic[] => {
  if (!Array.isArray(issue.input)) return refusedText(source, issue);
  const place = placeOf(source, issue.path);
  return [error('empty-list', place, 'The list is empty.', 'Name at least one, or leave the condition out.')];
};

const refusedText = (source: Source, { path, input }: Issue): readonly Diagnostic[] => {
  const value = typeof input === 'string' ? input : '';
  const place = placeOf(source, path);
  if (mentionsAccount(path))
    return [
      error(
        'account-id',
        place,
        `${JSON.stringify(value)} is no account id.`,
        'Expected exactly twelve digits in quotes, and nothing else; leading zeros count.',
      ),
    ];
  if (path[0] !== 'contacts')
    return [error('empty-text', place, 'This text is empty.', `Expected ${expectedAt(path)}.`)];
  return refusedContactText(path, place, value);
};

const refusedContactText = (path: Path, place: Place, value: string): readonly Diagnostic[] => {
  const last = path.at(-1);
  if (last === 'reviewed')
    return [
      error('bad-date', place, `${JSON.stringify(value)} is no date.`, 'Expected year, month and day, as 2026-11-01.'),
    ];
  const field = contactFields.find((each: ContactField) => each === last);
  // What it would be after the template is filled in is not known, and templates have a diagnostic of their own.
  if (field === undefined || value.includes('${')) return [];
  const because = refusalOf(field, value) ?? 'it is not what AWS accepts';
  return [
    error(
      'value-refused',
      place,
      `AWS would refuse this ${field}: ${because}.`,
      'Change the value; lengths and patterns are those of AWS.',
    ),
  ];
};
