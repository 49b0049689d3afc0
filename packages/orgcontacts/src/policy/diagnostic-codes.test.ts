import { expect, it } from 'vitest';
import { type DiagnosticCode, diagnosticCodes } from '../diagnostic/diagnostic-codes.ts';
import { parsePolicy } from './parse-policy.ts';
import { diagnosticsOf, lines, saidOf, withAssignments, withContacts, withTopLevel } from './policy-text.builder.ts';

interface Row {
  readonly code: DiagnosticCode;
  readonly severity?: 'warning';
  readonly text: string;
  readonly at: string;
}

const phones = 'name: Mary, title: Security, email: mary@example.com';

/** Each mistake alone in its file: the code has to be the only thing that is said. */
const table: readonly Row[] = [
  { code: 'yaml-syntax', text: 'version: 1\ncontacts: [\n', at: '3:1' },
  { code: 'too-large', text: `version: 1\n${'#'.repeat(4 * 1024 * 1024)}`, at: '1:1' },
  { code: 'wrong-type', text: withTopLevel('exclude: Sandbox'), at: '7:10' },
  { code: 'unknown-key', text: withTopLevel('excluded: []'), at: '7:1' },
  { code: 'missing-key', text: lines('contacts: {}', 'assignments: []'), at: '1:1' },
  { code: 'not-supported-yet', text: withTopLevel('lint: {}'), at: '7:1' },
  { code: 'unsupported-version', text: lines('version: 2', 'contacts: {}', 'assignments: []'), at: '1:10' },
  { code: 'unknown-mode', text: withTopLevel('mode: dry-run'), at: '7:7' },
  {
    code: 'value-refused',
    text: withAssignments('- { match: all, security: desk }').replace('mary@example.com', 'mary'),
    at: '3:52',
  },
  {
    code: 'blank-value',
    text: withAssignments('- { match: all, security: desk }').replace('"+1 555 0100"', '"  "'),
    at: '3:77',
  },
  {
    code: 'outer-blanks',
    severity: 'warning',
    text: withAssignments('- { match: all, security: desk }').replace('Mary Major', '"Mary "'),
    at: '3:17',
  },
  { code: 'account-id', text: withAssignments('- { match: { account: "12345" }, security: desk }'), at: '5:25' },
  { code: 'unit-path', text: withAssignments('- { match: { ou: /Workloads }, security: desk }'), at: '5:20' },
  { code: 'empty-list', text: withAssignments('- { match: { ou: [] }, security: desk }'), at: '5:20' },
  {
    code: 'repeated-account',
    severity: 'warning',
    text: withAssignments('- { match: { account: ["111122223333", "111122223333"] }, security: desk }'),
    at: '5:42',
  },
  { code: 'empty-selector', text: withAssignments('- { match: {}, security: desk }'), at: '5:14' },
  {
    code: 'empty-assignment',
    text: withAssignments('- { match: all, security: desk }', '- match: { ou: Sandbox }'),
    at: '6:5',
  },
  {
    code: 'unknown-contact',
    text: withAssignments('- { match: all, security: desk, billing: dess }'),
    at: '5:46',
  },
  { code: 'reserved-name', text: withContacts(`absent: { ${phones}, phone: "5" }`), at: '4:3' },
  { code: 'unused-contact', severity: 'warning', text: withContacts(`spare: { ${phones}, phone: "5" }`), at: '4:3' },
  {
    code: 'same-selector-disagrees',
    text: withAssignments('- { match: all, security: desk }', '- { match: all, security: absent }'),
    at: '6:31',
  },
  {
    code: 'same-selector-repeats',
    severity: 'warning',
    text: withAssignments('- { match: all, security: desk }', '- { match: all, security: desk }'),
    at: '6:31',
  },
  {
    code: 'absent-never-deletes',
    text: withAssignments('- { match: all, mode: fill-missing, security: desk, billing: absent }'),
    at: '5:66',
  },
];

it.each(table)('tells $code at $at, and nothing else', ({ code, severity = 'error', text, at }) => {
  expect(saidOf(text)).toEqual([`${code} ${at}`]);
  expect(diagnosticsOf(text).map((each) => each.severity)).toEqual([severity]);
  expect(parsePolicy(text, 'contacts.yaml').kind).toBe(severity === 'error' ? 'invalid' : 'valid');
});

it('has a row for every code that a file alone can earn', () => {
  const needAnOrganization = ['unit-not-found', 'unit-ambiguous', 'unit-unreadable'];
  const covered = new Set<string>(table.map(({ code }) => code));
  expect(Object.keys(diagnosticCodes).filter((code) => !covered.has(code))).toEqual(needAnOrganization);
});

it('names the file in every place', () => {
  for (const { text } of table) {
    expect(diagnosticsOf(text).map(({ place }) => place.file)).toEqual(['contacts.yaml']);
  }
});
