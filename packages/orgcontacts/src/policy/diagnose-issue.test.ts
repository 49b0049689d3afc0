import { describe, expect, it } from 'vitest';
import { warningCodes } from './lint-settings.ts';
import { diagnosticsOf, lines, withAssignments, withContacts, withTopLevel } from './policy-text.builder.ts';

/** A text, and what has to be said of it: message and help. */
type Row = readonly [string, string, string];

const matching = (selector: string): string => withAssignments(`- { match: ${selector}, security: desk }`);

const wanting = (want: string): string =>
  withAssignments('- { match: all, security: desk }', `- { match: { ou: A }, billing: ${want} }`);

const withField = (written: string): string => withContacts().replace('Mary Major', written);

const withMore = (written: string): string =>
  withContacts().replace('"+1 555 0100"', `"+1 555 0100", reviewed: ${written}`);

const withContact = (written: string): string =>
  withContacts(`other: ${written}`).replace('security: desk', 'security: desk, billing: other');

const withLint = (written: string): string => withTopLevel(`lint: { ${written} }`);

const expectSaid = (text: string, message: string, help: string): void => {
  expect(diagnosticsOf(text).map((each) => [each.message, each.help])).toEqual([[message, help]]);
};

const expectedKeys = {
  file: 'Expected: version, mode, contacts, assignments, exclude, lint.',
  contact: 'Expected: name, title, email, phone, reviewed.',
  assignment: 'Expected: match, mode, security, operations, billing.',
  selector: 'Expected: account, management, ou, tag, name, not.',
  not: 'Expected: account, management, ou, tag, name.',
  lint: 'Expected: allowedEmailDomains, reviewEvery, errors, ignore.',
};

describe('a key that means nothing', () => {
  it.each<Row>([
    [withTopLevel('zebra: 1'), 'zebra', expectedKeys.file],
    [withTopLevel('all: 1'), 'all', expectedKeys.file],
    [withTopLevel('asignments: []'), 'asignments', `Did you mean assignments? ${expectedKeys.file}`],
    [withLint('zebra: 1'), 'zebra', expectedKeys.lint],
    [withContacts().replace('phone:', 'zebra: 1, phone:'), 'zebra', expectedKeys.contact],
    [wanting('{ zebra: 1, name: P, title: T, email: p@example.com, phone: "+5" }'), 'zebra', expectedKeys.contact],
    [withAssignments('- { match: all, security: desk, zebra: 1 }'), 'zebra', expectedKeys.assignment],
    [matching('{ ou: A, zebra: 1 }'), 'zebra', expectedKeys.selector],
    [withTopLevel('exclude: [{ ou: A, zebra: 1 }]'), 'zebra', expectedKeys.selector],
    [matching('{ ou: A, not: { ou: B, zebra: 1 } }'), 'zebra', expectedKeys.not],
    [matching('{ ou: A, not: { ou: B, not: { ou: C } } }'), 'not', expectedKeys.not],
    [matching('{ tag: { team: { zebra: 1, present: true } } }'), 'zebra', 'Expected: present.'],
    [
      matching('{ tag: { team: { presnt: true, present: true } } }'),
      'presnt',
      'Did you mean present? Expected: present.',
    ],
  ])('is told with those that do: $1, $2', (text, key, help) => {
    expectSaid(text, `The key ${key} means nothing here.`, help);
  });

  it.each([
    matching('{ ou: A, all: true }'),
    matching('{ ou: A, not: { all: true, ou: B } }'),
    withTopLevel('exclude: [{ ou: A, all: true }]'),
  ])('may be all among conditions, which has to stand alone', (text) => {
    expectSaid(text, 'all is no condition beside others.', 'Write match: all for every account.');
  });
});

describe('a key that is missing', () => {
  it.each<Row>([
    ['contacts: {}\nassignments: []\n', 'version', 'the number 1'],
    ['version: 1\nassignments: []\n', 'contacts', 'a mapping of names to contacts'],
    ['version: 1\ncontacts: {}\n', 'assignments', 'a list of assignments, each beginning with - match:'],
    [
      withAssignments('- { match: all, security: desk }', '- { billing: desk }'),
      'match',
      'all, or a mapping with account, management, ou, tag, name or not',
    ],
    [withContacts().replace('name: Mary Major, ', ''), 'name', 'a text in quotes'],
    [withContacts().replace(', phone: "+1 555 0100"', ''), 'phone', 'a text in quotes'],
    [wanting('{ name: P, title: T, phone: "+5" }'), 'email', 'a text in quotes'],
  ])('is told with what belongs there: $1: $2', (text, key, expected) => {
    expectSaid(text, `The key ${key} is missing.`, `Expected ${key}: ${expected}.`);
  });
});

describe('a word that is none of those that may stand there', () => {
  const modes = 'Expected enforce, fill-missing or report-only.';
  const warnings = `Expected one of ${warningCodes.join(', ')}.`;

  it.each<Row>([
    [withTopLevel('mode: enforced'), '"enforced" is no mode.', `Did you mean enforce? ${modes}`],
    [withTopLevel('mode: 7'), 'the number 7 is no mode.', modes],
    [withTopLevel('mode: ~'), 'nothing is no mode.', modes],
    [withAssignments('- { match: all, mode: dry-run, security: desk }'), '"dry-run" is no mode.', modes],
    [withLint('ignore: [placeholders]'), '"placeholders" is no warning.', `Did you mean placeholder? ${warnings}`],
    [withLint('errors: [zebra]'), '"zebra" is no warning.', warnings],
    [withLint('errors: zebra'), '"zebra" is no warning.', warnings],
  ])('is told with those: $1 $2', (text, message, help) => {
    expectSaid(text, message, help);
  });

  it.each([
    ['"1"', '"1"'],
    ['2', 'the number 2'],
    ['true', 'the boolean true'],
    ['[1]', 'a list'],
    ['{ a: 1 }', 'a mapping'],
    ['~', 'nothing'],
  ])('may be the version %s', (written, found) => {
    expectSaid(
      withContacts().replace('version: 1', `version: ${written}`),
      `${found} is no version that this program reads.`,
      'Expected version: 1.',
    );
  });
});

const contact = 'a mapping with name, title, email and phone';
const selector = 'all, or a mapping with account, management, ou, tag, name or not';
const negated = 'a mapping with account, management, ou, tag or name';
const assignment = 'a mapping with match and at least one of security, operations and billing';
const want = `the name of a contact, absent, unmanaged, or ${contact}`;
const texts = 'a text or a list of texts, in quotes';
const tagged = `${texts}, or {present: true}`;
const domains = 'a list of domains, as [example.com]';
const domain = 'a domain, as example.com';
const days = 'days from 1 to 99999, as 180d';
const date = 'the day of the review, as 2026-11-01';

describe('something of the wrong kind', () => {
  it.each<Row>([
    ['- 1\n', 'a list', 'a mapping with version, contacts and assignments'],
    ['contacts\n', '"contacts"', 'a mapping with version, contacts and assignments'],
    ['', 'nothing', 'a mapping with version, contacts and assignments'],
    [lines('version: 1', 'contacts: []', 'assignments: []'), 'a list', 'a mapping of names to contacts'],
    [
      lines('version: 1', 'contacts: {}', 'assignments: {}'),
      'a mapping',
      'a list of assignments, each beginning with - match:',
    ],
    [withTopLevel('exclude: Sandbox'), '"Sandbox"', 'a list of selectors'],
    [withTopLevel('lint: strict'), '"strict"', 'a mapping with allowedEmailDomains, reviewEvery, errors or ignore'],
    [withContact('Mary'), '"Mary"', contact],
    [withContact(''), 'nothing', contact],
    [withField('~'), 'nothing', 'a text in quotes'],
    [withField('[Mary]'), 'a list', 'a text in quotes'],
    [withAssignments('- { match: all, security: desk }', '- all'), '"all"', assignment],
    [wanting('[desk]'), 'a list', want],
    [wanting('~'), 'nothing', want],
    [matching('everything'), '"everything"', selector],
    [matching('[all]'), 'a list', selector],
    [withTopLevel('exclude: [Sandbox]'), '"Sandbox"', selector],
    [matching('{ ou: A, not: B }'), '"B"', negated],
    [matching('{ account: { a: b } }'), 'a mapping', texts],
    [matching('{ account: [["111122223333"]] }'), 'a list', texts],
    [matching('{ ou: A, management: "yes" }'), '"yes"', 'true or false'],
    [matching('{ ou: A, management: }'), 'nothing', 'true or false'],
    [matching('{ tag: team }'), '"team"', 'a mapping of tag keys to values'],
    [matching('{ tag: { a: } }'), 'nothing', tagged],
    [matching('{ tag: { a: { present: false } } }'), 'a mapping', tagged],
    [matching('{ tag: { a: {} } }'), 'a mapping', tagged],
    [matching('{ ou: { a: b } }'), 'a mapping', texts],
    [withLint('allowedEmailDomains: example.com'), '"example.com"', domains],
    [withLint('allowedEmailDomains: [[example.com]]'), 'a list', domain],
    [withLint('reviewEvery: [180d]'), 'a list', days],
    [withMore('[2026-11-01]'), 'a list', date],
    [
      withContact('{ name: &n "Mary", title: T, email: m@example.com, phone: "+5" }').replace(
        'match: all',
        'match: *n',
      ),
      '"Mary"',
      selector,
    ],
    [`${matching('{ ou: &n A }')}exclude: [{ ou: A, management: *n }]\n`, '"A"', 'true or false'],
    [`${matching('{ management: &n true }')}exclude: [{ ou: *n }]\n`, 'the boolean true', texts],
  ])('is told with what belongs there: not $1 but $2', (text, found, expected) => {
    expectSaid(text, `Found ${found}.`, `Expected ${expected}.`);
  });

  it.each<readonly [string, string, string, string]>([
    ['1\n', '1', 'the number 1', 'a mapping with version, contacts and assignments'],
    [lines('version: 1', 'contacts: 5', 'assignments: []'), '5', 'the number 5', 'a mapping of names to contacts'],
    [withAssignments('- { match: all, security: desk }', '- 5'), '5', 'the number 5', assignment],
    [wanting('5'), '5', 'the number 5', `${want}: write "5"`],
    [matching('5'), '5', 'the number 5', selector],
    [matching('{ ou: A, not: 5 }'), '5', 'the number 5', negated],
    [matching('{ account: 012345678901 }'), '012345678901', 'the number 12345678901', `${texts}: write "012345678901"`],
    [matching('{ account: true }'), 'true', 'the boolean true', `${texts}: write "true"`],
    [matching('{ ou: A, management: 1 }'), '1', 'the number 1', 'true or false'],
    [matching('{ tag: { a: 42 } }'), '42', 'the number 42', `${tagged}: write "42"`],
    [matching('{ tag: { a: [b, 1.0] } }'), '1.0', 'the number 1', `${tagged}: write "1.0"`],
    [withLint('errors: [5]'), '5', 'the number 5', 'codes of warnings, as docs/diagnostics.md lists them'],
    [withLint('reviewEvery: 180'), '180', 'the number 180', `${days}: write 180d`],
    [withLint('reviewEvery: 1.5'), '1.5', 'the number 1.5', days],
    [withLint('reviewEvery: true'), 'true', 'the boolean true', days],
    [withLint('allowedEmailDomains: 5'), '5', 'the number 5', domains],
    [withLint('allowedEmailDomains: [5]'), '5', 'the number 5', domain],
    [withMore('2026'), '2026', 'the number 2026', date],
  ])('that YAML made of a text is told with how to write it: $1, $3', (text, written, value, expected) => {
    expectSaid(text, `YAML reads ${written} as ${value}.`, `Expected ${expected}.`);
  });

  it.each<Row>([
    [withContacts().replace('"+1 555 0100"', '+15550100'), 'phone', 'number'],
    [withField('true'), 'name', 'boolean'],
    [wanting('{ name: P, title: 7, email: p@example.com, phone: "+5" }'), 'title', 'number'],
  ])('in a contact is told without its value: $1, a $2', (text, field, kind) => {
    expectSaid(text, `YAML reads this ${field} as a ${kind}.`, 'Expected a text in quotes.');
  });
});

describe('a text that cannot be meant', () => {
  const refused = (field: string) => `AWS would refuse this ${field}: it is empty, and AWS wants all four fields.`;

  it.each<Row>([
    [
      matching('{ account: "12" }'),
      '"12" is no account id.',
      'Expected exactly twelve digits in quotes, and nothing else; leading zeros count.',
    ],
    [withMore('2026-02-30'), '"2026-02-30" is no date.', `Expected ${date}.`],
    [withMore('""'), '"" is no date.', `Expected ${date}.`],
    [withLint('reviewEvery: half a year'), '"half a year" is no number of days.', `Expected ${days}.`],
    [withLint('reviewEvery: "180"'), '"180" is no number of days.', `Expected ${days}.`],
    [withField('""'), refused('name'), 'Change the value; lengths and patterns are those of AWS.'],
    [
      withContacts().replace('mary@example.com', '""'),
      refused('email'),
      'Change the value; lengths and patterns are those of AWS.',
    ],
    [
      withField(`"${'n'.repeat(65)}"`),
      'AWS would refuse this name: it has 65 characters, and AWS accepts at most 64.',
      'Change the value; lengths and patterns are those of AWS.',
    ],
    [wanting('""'), 'This text is empty.', `Expected ${want}.`],
    [matching('{ ou: "" }'), 'This text is empty.', `Expected ${texts}.`],
    [matching('{ ou: A, not: { ou: "" } }'), 'This text is empty.', `Expected ${texts}.`],
    [withLint('reviewEvery: ""'), '"" is no number of days.', `Expected ${days}.`],
    [withLint('allowedEmailDomains: [example.com, ""]'), 'This text is empty.', `Expected ${domain}.`],
    [withLint('allowedEmailDomains: [""]'), 'This text is empty.', `Expected ${domain}.`],
  ])('is told with what is expected: $1 $2', (text, message, help) => {
    expectSaid(text, message, help);
  });

  it.each([
    matching('{ ou: [] }'),
    matching('{ account: [] }'),
    matching('{ tag: { a: [] } }'),
    withLint('allowedEmailDomains: []'),
  ])('may be a list of none', (text) => {
    expectSaid(text, 'The list is empty.', 'Name at least one, or leave the key out.');
  });
});

it('tells every key that means nothing, each at its place', () => {
  const text = withTopLevel('zebra: 1', 'yak: 2');
  expect(diagnosticsOf(text).map(({ message, place }) => [message, place.line])).toEqual([
    ['The key zebra means nothing here.', 7],
    ['The key yak means nothing here.', 8],
  ]);
});
