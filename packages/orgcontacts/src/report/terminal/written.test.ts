import { describe, expect, it } from 'vitest';
import { linesOf, mary, shown, textOf } from '../report.builder.ts';

const gaps = { unset: 0, unreadable: 0, unwritable: 0 };
const imported = {
  kind: 'imported',
  file: 'contacts.yaml',
  kept: null,
  accounts: 12,
  contacts: 3,
  assignments: 1,
  keeps: 30,
  gaps,
} as const;

describe('import', () => {
  it('says what the policy holds, and that it is proven', () => {
    expect(textOf(imported)).toBe(`Wrote contacts.yaml.
3 contacts and 1 assignment for 12 accounts; 30 live contacts kept exactly.
Proven: enforced, it would change nothing. Look for yourself with: orgcontacts plan
It only reports. When it says what you want, set mode: enforce.`);
  });

  it('says which file was kept, and what was left unmanaged and why', () => {
    const lines = linesOf({ ...imported, kept: 'contacts.yaml.bak', gaps: { unset: 4, unreadable: 2, unwritable: 1 } });
    expect(lines[1]).toBe('The file that was there is kept as contacts.yaml.bak.');
    expect(lines[3]).toBe(
      'Left unmanaged: 4 not set, 2 that could not be read or reached, 1 that AWS would not accept again.',
    );
  });

  it('of a spreadsheet says how many rows said something', () => {
    const report = {
      ...imported,
      kind: 'imported-sheet',
      from: 'contacts.csv',
      rows: 9,
      wanted: 8,
      diagnostics: [],
    } as const;
    expect(linesOf(report)[1]).toBe('3 contacts and 1 assignment from 9 rows of contacts.csv; 1 row left alone.');
  });
});

it('export says what the file holds, what it does not, and what to do with it', () => {
  expect(
    textOf({ kind: 'exported', file: 'c.csv', rows: 360, set: 51, unknown: 3 }),
  ).toBe(`360 contacts, 51 of them set, in c.csv.
3 contacts could not be read or reached; their cells are blank.
Make a policy of it with: orgcontacts import --csv c.csv`);
  expect(textOf({ kind: 'exported', file: null, rows: 1, set: 1, unknown: 0 })).toBe('1 contact, 1 of them set.');
});

it('init says whether its examples are of this organization', () => {
  const of = (organization: string | null) =>
    linesOf({ kind: 'initiated', file: 'contacts.yaml', kept: null, organization })[1];
  expect(of('o-exampleorgid')).toBe('Its comments name the units and tags of organization o-exampleorgid.');
  expect(of(null)).toBe('No organization could be reached, so its examples are made up.');
});

describe('where', () => {
  const nowhere = {
    kind: 'where',
    email: 'mary@example.com',
    policy: null,
    inPolicy: [],
    rows: [],
    unknown: 0,
  } as const;

  it('says that an address is nowhere', () => {
    expect(textOf(nowhere)).toBe('There is no policy file to look in.\n\nNo live contact has mary@example.com.');
    expect(linesOf({ ...nowhere, policy: 'contacts.yaml' })[0]).toBe(
      'mary@example.com does not stand in contacts.yaml.',
    );
  });

  it('shows every place, named or not, and counts what nobody knows', () => {
    const inPolicy = [
      { email: 'mary@example.com', contactName: 'mary', where: 'contacts.yaml:7', isReference: false },
      { email: 'mary@example.com', contactName: null, where: 'contacts.yaml:20', isReference: true },
    ];
    const rows = [shown({ kind: 'set', contact: mary })];
    const lines = linesOf({ ...nowhere, policy: 'contacts.yaml', inPolicy, rows, unknown: 2 });
    expect(lines[0]).toBe('contacts.yaml:7   mary');
    expect(lines[1]).toBe('contacts.yaml:20  a contact in an assignment  from outside the file');
    expect(lines.at(-2)).toBe('1 live contact with mary@example.com.');
    expect(lines.at(-1)).toBe('2 contacts could not be read or reached, and may have it.');
  });
});

describe('replace', () => {
  const one = { email: 'mary@example.com', contactName: 'mary', where: 'contacts.yaml:7', isReference: false };
  const none = { kind: 'replaced', file: 'contacts.yaml', edits: [], outside: [], plan: null, forecast: null } as const;

  it('says what was replaced, and what has to be changed elsewhere', () => {
    expect(textOf(none)).toBe('The address does not stand in contacts.yaml; nothing was changed.');
    expect(textOf({ ...none, edits: [one, one] })).toBe('Replaced 2 addresses in contacts.yaml.');
    expect(
      linesOf({ ...none, edits: [one], outside: [{ ...one, where: 'contacts.yaml:9', isReference: true }] }),
    ).toEqual([
      'Replaced 1 address in contacts.yaml.',
      'Change these where their variable or file is set:',
      'contacts.yaml:9  mary  from outside the file',
    ]);
  });
});

describe('explain without an account', () => {
  const assignment = { where: 'contacts.yaml:10', selector: 'all', wants: 'mary', mode: 'enforce' };
  const report = (types: Parameters<typeof typeOf>[0]) =>
    textOf({ kind: 'in-force', scope: 'the whole organization', accounts: 5, excluded: 2, types: [typeOf(types)] });
  const typeOf = (parts: { unnamed?: number; unresolved?: number; accounts?: number }) => ({
    type: 'SECURITY' as const,
    assignments: [{ ...assignment, accounts: parts.accounts ?? 3, units: ['A', 'B', 'C', 'D'] }],
    unnamed: parts.unnamed ?? 0,
    unresolved: parts.unresolved ?? 0,
  });

  it('shows where an assignment is in force', () => {
    expect(report({})).toBe(`The whole organization: 5 accounts, 2 more excluded or not ACTIVE

SECURITY
  contacts.yaml:10  all  mary    3 accounts in A, B, C and 1 more`);
  });

  it('shows what is in force nowhere, and where nothing is or nobody can say', () => {
    expect(report({ accounts: 0, unnamed: 1, unresolved: 2 }).split('\n').slice(3)).toEqual([
      '  contacts.yaml:10  all  mary    nowhere',
      '  No assignment is in force in 1 account.',
      '  Cannot be decided for 2 accounts.',
    ]);
  });
});
