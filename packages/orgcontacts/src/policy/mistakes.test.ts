import { describe, expect, it } from 'vitest';
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

/** Expects these codes at the one place marked ▸. */
const expectAtMark = (marked: string, ...codes: readonly string[]): void => {
  const { text, at } = unmark(marked);
  expect(saidOf(text)).toEqual(codes.map((code) => `${code} ${at}`));
};

/** What the first diagnostic about a text tells to do. */
const helpOf = (text: string): string => diagnosticsOf(text)[0]?.help ?? '';

it('reports everything that is wrong at once, in the order of the file', () => {
  const text = lines(
    'version: 2',
    'mode: dry-run',
    'contacts:',
    '  desk:',
    '    name: "Mary "',
    '    titel: Security',
    '    email: mary@localhost',
    '    phone: +15550100',
    '  absent: { name: A, title: B, email: a@b.co, phone: "+5" }',
    'assignments:',
    '  - match: all',
    '    security: dess',
    '  - match: { ou: /Prod, account: [123456789012, "12", "111122223333", "111122223333"] }',
    '    billing: desk',
    '  - match: {}',
    '  - match: all',
    '    security: desk',
    '    operations: ""',
    '  - match: { tag: { team: yes, cost: 42, owner: { present: true } }, name: x* }',
    '    operations: { name: Inline }',
    'exclude: [{ ou: [] }, everything]',
    'lint: { reviewEvery: "half a year" }',
    'exclud: []',
  );
  expect(saidOf(text)).toEqual([
    'unsupported-version 1:10',
    'unknown-mode 2:7',
    'missing-key 5:5',
    'outer-blanks 5:11',
    'unknown-key 6:5',
    'value-refused 7:12',
    'wrong-type 8:12',
    'reserved-name 9:3',
    'unknown-contact 12:15',
    'unit-path 13:18',
    'account-id 13:35',
    'account-id 13:49',
    'repeated-account 13:71',
    'empty-assignment 15:5',
    'empty-selector 15:12',
    'same-selector-disagrees 17:15',
    'empty-text 18:17',
    'wrong-type 19:38',
    'missing-key 20:17',
    'missing-key 20:17',
    'missing-key 20:17',
    'empty-list 21:17',
    'wrong-type 21:23',
    'bad-duration 22:22',
    'unknown-key 23:1',
  ]);
});

describe('YAML', () => {
  it.each([
    ['a key that stands twice', withTopLevel('mode: enforce', '▸mode: enforce')],
    ['a tab for indentation', lines('version: 1', 'contacts:', '▸\tdesk: {}')],
    ['a second document', withTopLevel('▸---', 'version: 1')],
    ['an unknown tag', withTopLevel('mode: ▸!secret enforce')],
    ['an alias to nothing', lines('▸version: *none')],
    ['another version of YAML', `▸%YAML 1.1\n---\n${withTopLevel()}`],
    ['a key that is a list', withTopLevel('? ▸[a]', ': b')],
  ])('refuses %s', (_, marked) => {
    const { text, at } = unmark(marked);
    expect(saidOf(text)).toContain(`yaml-syntax ${at}`);
    expect(parse(text).kind).toBe('invalid');
  });

  it('counts lines right behind what YAML does not understand', () => {
    for (const { place } of diagnosticsOf("''%YAML 1.1\nmode: -")) expect(place.column).toBeLessThanOrEqual(12);
    expect(saidOf("''%YAML 1.1\nmode: -\n")).toContain('yaml-syntax 2:7');
  });

  it('refuses aliases that multiply, at once', () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `k${index + 1}: &k${index + 1} [${`*k${index},`.repeat(9)}]`,
    );
    const started = performance.now();
    expect(saidOf(lines('k0: &k0 [x]', ...levels))).toEqual(['yaml-syntax 1:1']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['closed brackets', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(100_000)],
    ['indentation', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}k:\n`).join('')],
    ['questions', '? '.repeat(50_000)],
    ['dashes inside a brace', `{\n ${'- '.repeat(100_000)}`],
    ['questions inside a bracket', `[${'? '.repeat(50_000)}`],
    ['dashes after a brace that is closed', `{}\n${'- '.repeat(100_000)}`],
  ])('refuses %s nested without end', (_, text) => {
    const started = performance.now();
    expect(diagnosticsOf(text).map(({ code }) => code)).toEqual(['yaml-syntax']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('takes a file with Windows line ends, a byte order mark, comments and anchors', () => {
    const text = lines(
      '# whom AWS calls',
      'version: 1',
      'contacts:',
      '  desk: &desk { name: Mary, title: Security, email: mary@example.com, phone: "+5" }',
      '  twin: *desk',
      'assignments: [{ match: all, security: desk, billing: twin }]',
    );
    expect(saidOf(text)).toEqual([]);
    expect(saidOf(text.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(saidOf(`\uFEFF${text}`)).toEqual([]);
  });
});

describe('the top of the file', () => {
  it.each([
    ['an empty file', '▸'],
    ['a file of comments', '▸# nothing\n# yet\n'],
    ['a list', '▸- version: 1\n'],
    ['a text', '▸contacts\n'],
    ['a number', '▸1\n'],
  ])('is not %s', (_, marked) => {
    expectAtMark(marked, 'wrong-type');
  });

  it('needs version, contacts and assignments', () => {
    expect(diagnosticsOf('{}').map(({ message }) => message)).toEqual([
      'The key version is missing.',
      'The key contacts is missing.',
      'The key assignments is missing.',
    ]);
    expect(diagnosticsOf('version: 1\nassignments: []\n').map(({ message }) => message)).toEqual([
      'The key contacts is missing.',
    ]);
    expect(diagnosticsOf('version: 1\ncontacts: {}\n').map(({ message }) => message)).toEqual([
      'The key assignments is missing.',
    ]);
  });
});

describe('values that YAML reads as something else', () => {
  it.each([
    ['a phone', withContacts().replace('"+1 555 0100"', '▸+15550100')],
    ['a name that is a number', withContacts().replace('Mary Major', '▸007')],
    ['a name that is a boolean', withContacts().replace('Mary Major', '▸true')],
    ['a name that is nothing', withContacts().replace('Mary Major', '▸~')],
    ['a name that is a list', withContacts().replace('Mary Major', '▸[Mary, Major]')],
    [
      'a contact that is a text',
      withContacts('other: ▸Mary').replace('security: desk', 'security: desk, billing: other'),
    ],
    ['a tag value that is a number', withAssignments('- { match: { tag: { cost: ▸42 } }, security: desk }')],
    ['a tag value that is nothing', withAssignments('- { match: { tag: { cost: ▸~ } }, security: desk }')],
    ['a tag value in a list', withAssignments('- { match: { tag: { cost: [a, ▸1.0] } }, security: desk }')],
    ['tags that are a text', withAssignments('- { match: { tag: ▸team }, security: desk }')],
    ['a match that is a text', withAssignments('- { match: ▸everything, security: desk }')],
    ['a match that is a list', withAssignments('- { match: ▸[all], security: desk }')],
    ['a unit that is a mapping', withAssignments('- { match: { ou: ▸{ a: b } }, security: desk }')],
    ['an assignment that is a text', withAssignments('- { match: all, security: desk }', '- ▸all')],
    ['a want that is a list', withAssignments('- { match: all, security: desk, billing: ▸[desk] }')],
  ])('refuses %s', (_, marked) => {
    expectAtMark(marked, 'wrong-type');
  });

  it.each([
    ['without quotes', '▸123456789012'],
    ['with a leading zero and without quotes', '▸012345678901'],
    ['in a list without quotes', '["111122223333", ▸123456789012]'],
    ['with eleven digits', '▸"12345678901"'],
    ['with thirteen digits', '▸"1234567890123"'],
    ['with dashes', '▸"1234-5678-9012"'],
    ['with a blank', '▸"123456789012 "'],
    ['with nothing in it', '▸""'],
  ])('refuses an account id %s', (_, written) => {
    expectAtMark(withAssignments(`- { match: { account: ${written} }, security: desk }`), 'account-id');
    expectAtMark(withTopLevel(`exclude: [{ account: ${written} }]`), 'account-id');
  });

  it('shows how to write an account id that YAML read as a number', () => {
    expect(helpOf(withAssignments('- { match: { account: 012345678901 }, security: desk }'))).toContain(
      'write "012345678901"',
    );
  });

  it('takes words like mode, account and match for what they are where they are the user’s own', () => {
    const tags = (written: string) => withAssignments(`- { match: { tag: { ${written} } }, security: desk }`);
    for (const key of ['mode', 'account', 'match', 'tag', 'version', 'reviewed']) {
      expectAtMark(tags(`${key}: ▸42`), 'wrong-type');
      expect(helpOf(tags(`${key}: 42`))).toContain('write "42"');
      expect(saidOf(tags(`${key}: { present: true }`))).toEqual([]);
      const used = withContacts(`${key}: ▸5`).replace('security: desk', `security: desk, billing: ${key}`);
      expectAtMark(used, 'wrong-type');
      const mary = 'title: Security, email: mary@example.com, phone: "+5"';
      const empty = withContacts(`${key}: { name: ▸"", ${mary} }`).replace('all,', `all, billing: ${key},`);
      expectAtMark(empty, 'value-refused');
    }
  });

  it('tells what is wrong inside an alias for what it is', () => {
    const text = withContacts('one: &one { name: 1, title: T, email: a@b.co, phone: "+5" }', 'two: *one');
    expect(saidOf(text.replace('all,', 'all, billing: one, operations: two,'))).toEqual([
      'wrong-type 4:21',
      'wrong-type 5:8',
    ]);
  });
});

it.each(['{ toString: false }', '[enforce]', '1', 'true', '~', '""', 'Enforce'])('refuses the mode %s', (written) => {
  expectAtMark(withTopLevel(`mode: ▸${written}`), 'unknown-mode');
  expectAtMark(withAssignments(`- { match: all, mode: ▸${written}, security: desk }`), 'unknown-mode');
});

it.each(['{ toString: false }', '[1]', '"1"', '1.5', '0', '~'])('refuses the version %s', (written) => {
  expectAtMark(withContacts().replace('version: 1', `version: ▸${written}`), 'unsupported-version');
});

describe('values that AWS would refuse', () => {
  it.each([
    ['name', '"Mary Major"', `"${'n'.repeat(65)}"`],
    ['title', 'Security', 't'.repeat(51)],
    ['email', 'mary@example.com', 'mary@example.xn--p1ai'],
    ['email', 'mary@example.com', '""'],
    ['email', 'mary@example.com', `${'m'.repeat(250)}@example`],
    ['phone', '"+1 555 0100"', '"+1 555 0100 ext. 5"'],
    ['phone', '"+1 555 0100"', '""'],
  ])('tells a %s once', (field, _, refused) => {
    const values = {
      name: 'Mary',
      title: 'Security',
      email: 'mary@example.com',
      phone: '"+5"',
      [field]: `▸${refused}`,
    };
    const written = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
    const marked = withContacts(`other: { ${written.join(', ')} }`).replace('all,', 'all, billing: other,');
    expectAtMark(marked, 'value-refused');
  });

  it('does not repeat a contact in what it says', () => {
    const text = withContacts().replace('mary@example.com', 'mary.secret').replace('"+1 555 0100"', '5550100');
    for (const { message, help } of diagnosticsOf(text)) expect(message + help).not.toMatch(/mary\.secret|5550100/);
  });
});

describe('keys', () => {
  it.each([
    ['at the top', withTopLevel('▸exlude: []'), 'exclude'],
    [
      'in a contact',
      withContacts().replace('phone:', 'reviewd: 2026-11-01, phone:').replace('reviewd', '▸reviewd'),
      'reviewed',
    ],
    ['in an assignment', withAssignments('- { match: all, security: desk, ▸biling: desk }'), 'billing'],
    ['in a match', withAssignments('- { match: { ou: A, ▸acount: "111122223333" }, security: desk }'), 'account'],
  ])('names the key that was meant %s', (_, marked, meant) => {
    expectAtMark(marked, 'unknown-key');
    expect(helpOf(unmark(marked).text)).toContain(`Did you mean ${meant}?`);
  });

  it('takes for no key of an assignment what is one of a match', () => {
    expectAtMark(withAssignments('- { match: all, ▸name: x, security: desk }'), 'unknown-key');
    expectAtMark(withTopLevel('▸management: true'), 'unknown-key');
  });

  it('guesses nothing where nothing is near', () => {
    expect(helpOf(withTopLevel('zebra: 1'))).toBe('Expected: version, mode, contacts, assignments, exclude, lint.');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('gives %s no meaning of its own', (word) => {
    const contact = 'name: Mary, title: Security, email: mary@example.com, phone: "+5"';
    expectAtMark(withTopLevel(`▸${word}: 1`), 'unknown-key');
    expectAtMark(withAssignments(`- { match: all, security: desk, billing: ▸${word} }`), 'unknown-contact');
    const broken = withContacts(`${word}: [1]`).replace('all,', `all, billing: ${word},`);
    expect(parse(broken).kind).toBe('invalid');
    expect(() => parse(withContacts(`${word}: { ${contact} }`))).not.toThrow();
  });
});

it('draws no conclusion from a selector that it could not read as a whole', () => {
  const marked = withAssignments(
    '- { match: { ou: A, ▸names: x }, security: desk }',
    '- { match: { ou: A }, security: absent }',
    '- { match: { account: ["111122223333"] }, security: desk }',
  );
  expectAtMark(marked, 'unknown-key');
  expectAtMark(
    withAssignments(
      '- { match: { account: ["111122223333", ▸444455556666] }, security: desk }',
      '- { match: { account: ["111122223333"] }, security: absent }',
    ),
    'account-id',
  );
  expectAtMark(withAssignments('- { match: { ▸manager: true }, security: desk }'), 'unknown-key');
});

describe('help', () => {
  it.each<[string, string, string]>([
    ['a misspelt contact', withAssignments('- { match: all, security: dsk }'), 'Did you mean desk?'],
    ['a misspelt word', withAssignments('- { match: all, security: desk, billing: absnt }'), 'Did you mean absent?'],
    ['a misspelt mode', withTopLevel('mode: enforced'), 'Did you mean enforce?'],
    ['a duplicate key', withTopLevel('mode: enforce', 'mode: enforce'), 'Keep one of them'],
    ['a number', withAssignments('- { match: { tag: { a: 42 } }, security: desk }'), 'write "42"'],
    ['an empty match', withAssignments('- { match: {}, security: desk }'), 'Say match: all'],
    ['a path from the root', withAssignments('- { match: { ou: /A }, security: desk }'), 'Begin below the root'],
    ['an empty list', withAssignments('- { match: { ou: [] }, security: desk }'), 'leave the key out'],
  ])('says what to do about %s', (_, text, help) => {
    expect(
      diagnosticsOf(text)
        .map((each) => each.help)
        .join('\n'),
    ).toContain(help);
  });
});
