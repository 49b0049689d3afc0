import { describe, expect, it } from 'vitest';
import { diagnosticsOf, lines, saidOf, withAssignments, withContacts } from '../policy-text.builder.ts';

const mary = 'name: Mary, title: Security, email: mary@example.com, phone: "+5"';

/** What these assignments earn, as `code line:column`; they stand on the lines from 5 on. */
const said = (...assignments: readonly string[]): readonly string[] =>
  saidOf(withAssignments('- { match: { ou: Other }, billing: desk }', ...assignments));

/** The same with exclusions below. */
const saidBeside = (exclusions: string, ...assignments: readonly string[]): readonly string[] =>
  saidOf(`${withAssignments('- { match: { ou: Other }, billing: desk }', ...assignments)}exclude: ${exclusions}\n`);

describe('absent under fill-missing', () => {
  it('is told also where the mode is that of the file', () => {
    const text = withAssignments('- { match: all, security: desk, billing: absent }').concat('mode: fill-missing\n');
    expect(saidOf(text)).toEqual(['absent-never-deletes 5:44']);
  });

  it('is told for each type', () => {
    const filling = '- { match: all, mode: fill-missing, security: absent, billing: absent, operations: unmanaged }';
    expect(said(filling)).toEqual(['absent-never-deletes 6:49', 'absent-never-deletes 6:66']);
  });

  it('may stand in a file that fills where its own mode is another', () => {
    const text = withAssignments('- { match: all, mode: enforce, security: desk, billing: absent }');
    expect(saidOf(text.concat('mode: fill-missing\n'))).toEqual([]);
  });
});

describe('an empty selector', () => {
  it.each(['{}', '{ tag: {} }'])('is a match %s', (match) => {
    expect(said(`- { match: ${match}, security: desk }`)).toEqual(['empty-selector 6:14']);
    expect(saidBeside(`[${match}]`)).toEqual(['empty-selector 6:11']);
  });

  it.each([
    ['{ not: {} }', 21],
    ['{ ou: A, not: {} }', 28],
    ['{ ou: A, not: { tag: {} } }', 28],
    ['{ ou: A, tag: {} }', 28],
  ])('is also in %s', (match, column) => {
    expect(said(`- { match: ${match}, security: desk }`)).toEqual([`empty-selector 6:${column}`]);
  });

  it.each([
    '{ account: "111122223333" }',
    '{ management: true }',
    '{ management: false }',
    '{ ou: A }',
    '{ tag: { a: b } }',
    '{ name: x }',
    '{ not: { management: false } }',
  ])('is not %s', (match) => {
    expect(said(`- { match: ${match}, billing: desk }`)).toEqual([]);
  });
});

describe('an account in a list', () => {
  it('is told each time it comes again', () => {
    const id = '"111122223333"';
    expect(said(`- { match: { account: [${id}, ${id}, "444455556666", ${id}] }, security: desk }`)).toEqual([
      'repeated-account 6:42',
      'repeated-account 6:74',
    ]);
  });

  it('may stand in another list too, under a not or in another assignment', () => {
    const account = 'account: "111122223333"';
    expect(
      said(
        `- { match: { ${account}, not: { ${account} } }, security: desk }`,
        `- { match: { ${account} }, billing: desk }`,
      ),
    ).toEqual([]);
  });

  it('is told under a not and in an exclusion too', () => {
    const twice = 'account: ["111122223333", "111122223333"]';
    expect(said(`- { match: { ou: A, not: { ${twice} } }, security: desk }`)).toEqual(['repeated-account 6:56']);
    expect(saidBeside(`[{ ${twice} }]`)).toEqual(['repeated-account 6:39']);
  });
});

describe('a name that decides about security', () => {
  it('is told wherever it stands in the match', () => {
    expect(said('- { match: { ou: A, name: [x, y], not: { name: z } }, security: desk }')).toEqual([
      'name-routes-security 6:29',
      'name-routes-security 6:50',
    ]);
  });

  it('is told of a contact that stands in the assignment, and of absent', () => {
    expect(said(`- { match: { name: x }, security: { ${mary} } }`)).toEqual(['name-routes-security 6:22']);
    expect(said('- { match: { name: x }, security: absent }')).toEqual(['name-routes-security 6:22']);
    expect(said('- { match: { name: x }, security: desk, billing: desk }')).toEqual(['name-routes-security 6:22']);
  });

  it('may decide about other types, and where no name is matched security may be anything', () => {
    expect(said('- { match: { name: x }, billing: desk, operations: desk }')).toEqual([]);
    expect(said('- { match: { ou: A, not: { ou: B } }, security: desk }', '- { match: all, security: desk }')).toEqual(
      [],
    );
  });
});

describe('an assignment is excluded as a whole', () => {
  const ids = '["111122223333", "444455556666"]';

  it.each([
    ['by everything', '[all]', '{ ou: A }'],
    ['by the same selector', '[{ ou: [A, B] }]', '{ ou: [B, A] }'],
    ['by a list of its accounts', `[{ account: ${ids} }]`, '{ account: "444455556666" }'],
    ['by several lists', '[{ account: "444455556666" }, { account: "111122223333" }]', `{ account: ${ids} }`],
    ['by its accounts, whatever else it asks', `[{ account: ${ids} }]`, '{ account: "444455556666", ou: A }'],
  ])('%s', (_, exclusions, match) => {
    expect(saidBeside(exclusions, `- { match: ${match}, security: desk }`)).toContain('excluded-assignment 6:5');
  });

  it.each([
    ['another selector', '[{ ou: A }]', '{ ou: B }'],
    ['some of its accounts', '[{ account: "444455556666" }]', `{ account: ${ids} }`],
    ['its accounts where something else holds too', `[{ account: ${ids}, ou: A }]`, '{ account: "444455556666" }'],
    ['the accounts of a unit, which may be others', `[{ account: ${ids} }]`, '{ ou: A }'],
    ['a list, where it is for all', `[{ account: ${ids} }]`, 'all'],
  ])('not by %s', (_, exclusions, match) => {
    expect(saidBeside(exclusions, `- { match: ${match}, security: desk }`)).toEqual([]);
  });

  it('not where the exclusion could not be read as a whole', () => {
    expect(saidBeside('[{ ou: A, zebra: 1 }]', '- { match: { ou: A }, security: desk }')).toEqual(['unknown-key 7:20']);
    expect(saidBeside('[{ ou: A }]', '- { match: { ou: A, zebra: 1 }, security: desk }')).toEqual(['unknown-key 6:23']);
  });
});

describe('one address for all three types', () => {
  const other = 'other: { name: O, title: T, email: " DESK@example.com ", phone: "+5" }';
  const text = (wants: string, more = other.replace('DESK', 'MARY')) =>
    lines(...withContacts(more).split('\n').slice(0, 5), `  - { match: all, ${wants} }`);

  it.each([
    ['from one contact', 'security: desk, billing: desk, operations: desk'],
    ['from contacts that differ in the case of it and blanks', 'security: desk, billing: other, operations: desk'],
    ['from a contact of its own', `security: desk, billing: other, operations: { ${mary} }`],
  ])('is told: %s', (_, wants) => {
    expect(saidOf(text(wants)).filter((each) => !each.startsWith('unused'))).toEqual(['same-address 6:5']);
  });

  it.each([
    ['two types', 'security: desk, billing: desk'],
    ['three types, one with another address', 'security: desk, billing: desk, operations: other'],
    ['three types, the first with another address', 'security: other, billing: desk, operations: desk'],
    ['three types of which one has none', 'security: desk, billing: desk, operations: absent'],
    ['three types that all have none', 'security: absent, billing: absent, operations: absent'],
  ])('is none for %s', (_, wants) => {
    expect(saidOf(text(wants, other)).filter((each) => !each.startsWith('unused'))).toEqual([]);
  });

  it('is none where each account gets its own, though it is written the same', () => {
    const templated = withContacts().replace('mary@example.com', '"${account.id}@example.com"');
    expect(saidOf(templated.replace('security: desk', 'security: desk, billing: desk, operations: desk'))).toEqual([]);
  });
});

describe('two assignments with the same selector', () => {
  it('are told with the line of the first, each later one', () => {
    const same = '- { match: { ou: A }, security: desk }';
    const text = withAssignments('- { match: all, billing: desk }', same, same, same);
    expect(diagnosticsOf(text).map(({ message, place }) => [message, place.line])).toEqual([
      ['The assignment at line 6 says the same for the same accounts.', 7],
      ['The assignment at line 6 says the same for the same accounts.', 8],
    ]);
  });

  it('say the same where one writes the mode that the other has anyway', () => {
    const plain = '- { match: { ou: A }, security: desk }';
    const modal = (mode: string) => `- { match: { ou: A }, mode: ${mode}, security: desk }`;
    expect(said(plain, modal('enforce'))).toEqual(['same-selector-repeats 7:50']);
    expect(said(modal('enforce'), plain)).toEqual(['same-selector-repeats 7:35']);
    expect(said(plain, modal('fill-missing'))).toEqual(['same-selector-disagrees 7:55']);
    const filling = withAssignments(plain, modal('fill-missing')).concat('mode: fill-missing\n');
    expect(saidOf(filling)).toEqual(['same-selector-repeats 6:55']);
  });

  it('are compared type by type', () => {
    expect(
      said(
        '- { match: { ou: A }, security: desk, billing: absent }',
        '- { match: { ou: A }, billing: absent, security: absent }',
      ),
    ).toEqual(['same-selector-repeats 7:34', 'same-selector-disagrees 7:52']);
  });

  it('are the same in whatever order tags stand, and however often a value does', () => {
    expect(
      said(
        '- { match: { tag: { a: [x, y], b: z, c: w } }, security: desk }',
        '- { match: { tag: { c: w, b: [z, z], a: [y, x] } }, security: desk }',
      ),
    ).toEqual(['same-selector-repeats 7:65']);
  });

  it('are not the same when one could not be read as a whole', () => {
    expect(
      said('- { match: { ou: A, zebra: 1 }, security: desk }', '- { match: { ou: A }, security: absent }'),
    ).toEqual(['unknown-key 6:23']);
  });
});

describe('a path of a unit', () => {
  it.each(['A\\\\/B', '/', 'A/B', 'A\\\\/', 'r-ex01'])('may be %s', (unit) => {
    expect(said(`- { match: { ou: "${unit}" }, billing: desk }`)).toEqual([]);
  });

  it.each(['/A', 'A/', 'A//B', 'A/ /B', ' '])('cannot be %j, also under a not or in a list', (unit) => {
    expect(said(`- { match: { ou: [B, "${unit}"] }, billing: desk }`)).toEqual(['unit-path 6:24']);
    expect(said(`- { match: { ou: B, not: { ou: "${unit}" } }, billing: desk }`)).toEqual(['unit-path 6:34']);
  });
});

describe('a name of a contact', () => {
  it('may not be __proto__, also where it is used', () => {
    const text = withContacts(`__proto__: { ${mary} }`).replace('all,', 'all, billing: __proto__,');
    expect(saidOf(text)).toContain('reserved-name 4:3');
  });

  it('that is reserved is not told as one that nobody uses', () => {
    expect(saidOf(withContacts(`unmanaged: { ${mary} }`))).toEqual(['reserved-name 4:3']);
  });

  it('that does not exist is told in each place, and a reserved one in none', () => {
    expect(said('- { match: { ou: A }, security: one, billing: absent, operations: two }')).toEqual([
      'unknown-contact 6:35',
      'unknown-contact 6:69',
    ]);
  });

  it('is used by any assignment and any type', () => {
    const text = withContacts(`one: { ${mary} }`, `two: { ${mary} }`, `three: { ${mary} }`);
    expect(saidOf(text.replace('security: desk', 'security: one, operations: three'))).toEqual([
      'unused-contact 3:3',
      'unused-contact 5:3',
    ]);
  });
});

describe('an assignment', () => {
  it('that only has a mode assigns nothing', () => {
    expect(said('- { match: { ou: A }, mode: enforce }')).toEqual(['empty-assignment 6:5']);
  });

  it('with something wrong for a type is told for that, and not for assigning nothing', () => {
    expect(said('- { match: { ou: A }, security: 5 }')).toEqual(['wrong-type 6:35']);
    expect(said('- { match: { ou: A }, billing: ~ }')).toEqual(['wrong-type 6:34']);
  });
});
