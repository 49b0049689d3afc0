import { expect, it } from 'vitest';
import { type DiagnosticCode, diagnosticCodes } from '../diagnostic/diagnostic-codes.ts';
import {
  diagnosticsOf,
  lines,
  parse,
  saidOf,
  unmark,
  withAssignments,
  withContacts,
  withTopLevel,
} from './policy-text.builder.ts';

interface Row {
  readonly code: DiagnosticCode;
  readonly severity?: 'warning';
  /** The text of the file, with ▸ at the place that has to be told. */
  readonly marked: string;
}

const now = Date.UTC(2026, 10, 25);
const mary = 'name: Mary, title: Security, email: mary@example.com';

/** Each mistake alone in its file: the code has to be the only thing that is said. */
const table: readonly Row[] = [
  { code: 'yaml-syntax', marked: withTopLevel('mode: enforce', '▸mode: enforce') },
  { code: 'too-large', marked: `▸version: 1\n${'#'.repeat(4 * 1024 * 1024)}` },
  { code: 'wrong-type', marked: withTopLevel('exclude: ▸Sandbox') },
  { code: 'unknown-key', marked: withTopLevel('▸excluded: []') },
  { code: 'missing-key', marked: lines('# my policy', '▸contacts: {}', 'assignments: []') },
  { code: 'unsupported-version', marked: lines('version: ▸2', 'contacts: {}', 'assignments: []') },
  { code: 'unknown-mode', marked: withTopLevel('mode: ▸dry-run') },
  { code: 'value-refused', marked: withContacts().replace('mary@example.com', '▸mary') },
  { code: 'bad-date', marked: withContacts().replace('"+1 555 0100"', '"+1 555 0100", reviewed: ▸2026-02-30') },
  { code: 'empty-text', marked: withAssignments('- { match: all, security: desk, billing: ▸"" }') },
  { code: 'blank-value', marked: withContacts().replace('"+1 555 0100"', '▸"  "') },
  { code: 'outer-blanks', severity: 'warning', marked: withContacts().replace('Mary Major', '▸"Mary "') },
  { code: 'account-id', marked: withAssignments('- { match: { account: ▸"12345" }, security: desk }') },
  { code: 'unit-path', marked: withAssignments('- { match: { ou: ▸/Workloads }, security: desk }') },
  { code: 'empty-list', marked: withAssignments('- { match: { ou: ▸[] }, security: desk }') },
  {
    code: 'repeated-account',
    severity: 'warning',
    marked: withAssignments('- { match: { account: ["111122223333", ▸"111122223333"] }, security: desk }'),
  },
  { code: 'empty-selector', marked: withAssignments('- { match: ▸{}, security: desk }') },
  {
    code: 'empty-assignment',
    marked: withAssignments('- { match: all, security: desk }', '- ▸match: { ou: Sandbox }'),
  },
  { code: 'unknown-contact', marked: withAssignments('- { match: all, security: desk, billing: ▸dess }') },
  { code: 'reserved-name', marked: withContacts(`▸absent: { ${mary}, phone: "+5" }`) },
  { code: 'unused-contact', severity: 'warning', marked: withContacts(`▸spare: { ${mary}, phone: "+5" }`) },
  {
    code: 'same-selector-disagrees',
    marked: withAssignments('- { match: all, security: desk }', '- { match: all, security: ▸absent }'),
  },
  {
    code: 'same-selector-repeats',
    severity: 'warning',
    marked: withAssignments('- { match: all, security: desk }', '- { match: all, security: ▸desk }'),
  },
  { code: 'template', marked: withContacts().replace('Mary Major', '▸"${account.size}"') },
  { code: 'reference-name', marked: withContacts().replace('Mary Major', '▸"${env:HOME}"') },
  { code: 'reference-missing', marked: withContacts().replace('Mary Major', '▸"${env:ORGCONTACTS_NAME}"') },
  {
    code: 'email-domain',
    marked: withTopLevel('lint: { allowedEmailDomains: [example.org] }').replace('mary@', '▸mary@'),
  },
  { code: 'bad-duration', marked: withTopLevel('lint: { reviewEvery: ▸half a year }') },
  { code: 'unknown-warning', marked: withTopLevel('lint: { ignore: [▸wrong-type] }') },
  { code: 'placeholder', severity: 'warning', marked: withContacts().replace('Mary Major', '▸TODO') },
  {
    code: 'same-address',
    severity: 'warning',
    marked: withAssignments('- ▸match: all', '  security: desk', '  billing: desk', '  operations: desk'),
  },
  {
    code: 'root-address',
    severity: 'warning',
    marked: withContacts().replace('mary@example.com', '▸"${account.email}"'),
  },
  { code: 'personal-address', severity: 'warning', marked: withContacts().replace('mary@', '▸mary.major@') },
  { code: 'phone-country', severity: 'warning', marked: withContacts().replace('"+1 555 0100"', '▸"555 0100"') },
  {
    code: 'review-overdue',
    severity: 'warning',
    marked: withTopLevel('lint: { reviewEvery: 180d }').replace('desk:', '▸desk:'),
  },
  {
    code: 'review-in-future',
    severity: 'warning',
    marked: withContacts().replace('"+1 555 0100"', '"+1 555 0100", reviewed: ▸2062-01-01'),
  },
  {
    code: 'name-routes-security',
    severity: 'warning',
    marked: withAssignments('- { match: { name: ▸"pay-*" }, security: desk }'),
  },
  {
    code: 'excluded-assignment',
    severity: 'warning',
    marked: withAssignments('- ▸match: { ou: Sandbox }', '  security: desk').concat('exclude: [{ ou: Sandbox }]\n'),
  },
  {
    code: 'absent-never-deletes',
    marked: withAssignments('- { match: all, mode: fill-missing, security: desk, billing: ▸absent }'),
  },
];

it.each(table)('tells $code at its place, and nothing else', ({ code, severity = 'error', marked }) => {
  const { text, at } = unmark(marked);
  expect(saidOf(text, { now })).toEqual([`${code} ${at}`]);
  expect(diagnosticsOf(text, { now }).map((each) => each.severity)).toEqual([severity]);
  expect(parse(text, { now }).kind).toBe(severity === 'error' ? 'invalid' : 'valid');
});

it('has a row for every code that a file alone can earn', () => {
  const needAnOrganization = [
    'matches-nothing',
    'never-wins',
    'account-not-found',
    'tag-key-case',
    'unit-not-found',
    'unit-ambiguous',
    'unit-unreadable',
  ];
  const covered = new Set<string>(table.map(({ code }) => code));
  expect(Object.keys(diagnosticCodes).filter((code) => !covered.has(code) && !code.startsWith('sheet-'))).toEqual(
    needAnOrganization,
  );
});

it('names the file in every place', () => {
  for (const { marked } of table) {
    expect(diagnosticsOf(unmark(marked).text, { now }).map(({ place }) => place.file)).toEqual(['contacts.yaml']);
  }
});
