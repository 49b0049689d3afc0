import { describe, expect, it } from 'vitest';
import { type DiagnosticCode, diagnosticCodes } from '../diagnostic/diagnostic-codes.ts';
import { readSheet } from './read-sheet.ts';
import { diagnosticsOf, neededColumns, rowsOf, saidOf, sheetOf } from './sheet.builder.ts';

const mary = 'Mary Major,Security,mary@example.com,+1 555 0100';

interface Row {
  readonly code: DiagnosticCode;
  readonly severity?: 'warning';
  /** What is wrong. */
  readonly what: string;
  /** The text of the sheet, with ▸ at the place that has to be told. */
  readonly marked: string;
}

/** Each mistake alone in its sheet: the code has to be the only thing that is said. */
const table: readonly Row[] = [
  { code: 'sheet-empty', what: 'nothing', marked: '▸' },
  { code: 'sheet-empty', what: 'a byte order mark alone', marked: '▸\uFEFF' },
  { code: 'sheet-empty', what: 'blank rows', marked: '▸\n ,,\n\n' },
  { code: 'sheet-empty', what: 'a line that tells the delimiter', marked: '▸sep=;\n' },
  { code: 'sheet-too-large', what: 'a sheet of 16 MiB', marked: `▸${'x'.repeat(16 * 1024 * 1024 + 1)}` },
  { code: 'sheet-too-large', what: 'too many rows', marked: `${sheetOf()}${',,,,,\n'.repeat(199_999)}▸,,,,,\n` },
  { code: 'sheet-syntax', what: 'a quote that never ends', marked: sheetOf(`111122223333,SECURITY,▸"${mary}`) },
  { code: 'sheet-syntax', what: 'a first cell that never ends', marked: sheetOf(`▸"111122223333,SECURITY,${mary}`) },
  { code: 'sheet-syntax', what: 'a header that never ends', marked: '▸"account,type' },
  { code: 'sheet-syntax', what: 'quotes inside a cell', marked: sheetOf('111122223333,SECURITY,▸Mary "M" Major,,,') },
  { code: 'sheet-syntax', what: 'quotes behind a blank', marked: sheetOf('111122223333,SECURITY,▸ "Mary",,,') },
  { code: 'sheet-syntax', what: 'text behind a quote', marked: sheetOf('111122223333,SECURITY,▸"Mary" Major,,,') },
  { code: 'sheet-syntax', what: 'quotes in the header', marked: `account,▸ty"pe\n111122223333,SECURITY\n` },
  { code: 'sheet-column-missing', what: 'no header', marked: `▸111122223333,SECURITY,${mary}\n` },
  { code: 'sheet-column-missing', what: 'a column too few', marked: '▸account,type,name,title,email\n' },
  { code: 'sheet-column-missing', what: 'a header below a blank line', marked: '\n▸account\n' },
  {
    code: 'sheet-column-unknown',
    severity: 'warning',
    what: 'other columns',
    marked: `account_name,▸owner,${neededColumns},cost\n`,
  },
  { code: 'sheet-column-twice', what: 'a column by two names', marked: `${neededColumns},▸Account Id\n` },
  { code: 'sheet-row-width', what: 'a row too long', marked: sheetOf(`▸111122223333,SECURITY,${mary},x`) },
  { code: 'sheet-row-width', what: 'a row too short', marked: sheetOf('▸111122223333,SECURITY,Mary,Security') },
  { code: 'sheet-row-width', what: 'a short row that deletes', marked: sheetOf('▸111122223333,SECURITY,absent') },
  { code: 'sheet-row-width', what: 'a row without a type', marked: sheetOf('▸111122223333') },
  { code: 'sheet-account-id', what: 'an account with a name', marked: sheetOf('▸payments,SECURITY,,,,') },
  { code: 'sheet-account-id', what: 'an account with thirteen digits', marked: sheetOf('▸1111222233334,SECURITY,,,,') },
  { code: 'sheet-account-id', what: 'an account with dashes', marked: sheetOf('▸1111-2222-3333,SECURITY,,,,') },
  { code: 'sheet-account-id', what: 'an account in other digits', marked: sheetOf('▸١١١١٢٢٢٢٣٣٣٣,SECURITY,,,,') },
  { code: 'sheet-account-id', what: 'no account', marked: sheetOf(`▸,SECURITY,${mary}`) },
  {
    code: 'sheet-account-padded',
    severity: 'warning',
    what: 'an account without its zeros',
    marked: sheetOf('▸11112222,SECURITY,,,,'),
  },
  { code: 'sheet-digits-lost', what: 'a rounded account', marked: sheetOf('▸1.11122E+11,SECURITY,,,,') },
  { code: 'sheet-digits-lost', what: 'a guarded rounded account', marked: sheetOf("▸'1.11122E+11,SECURITY,,,,") },
  { code: 'sheet-digits-lost', what: 'a rounded account with a comma', marked: sheetOf('▸"1,11122e11",SECURITY,,,,') },
  {
    code: 'sheet-digits-lost',
    what: 'a rounded phone',
    marked: sheetOf('111122223333,SECURITY,Mary,Security,mary@example.com,▸1.5556E+10'),
  },
  { code: 'sheet-contact-type', what: 'a type that is none', marked: sheetOf('111122223333,▸PRIMARY,,,,') },
  { code: 'sheet-contact-type', what: 'no type', marked: sheetOf(`111122223333,▸,${mary}`) },
  {
    code: 'sheet-half-filled',
    what: 'a contact without a title',
    marked: sheetOf('111122223333,SECURITY,M,▸,m@x.y,5'),
  },
  {
    code: 'sheet-half-filled',
    what: 'a contact without a phone',
    marked: sheetOf('111122223333,SECURITY,M,T,m@x.y,▸'),
  },
  { code: 'sheet-half-filled', what: 'blanks for a name', marked: sheetOf('111122223333,SECURITY,▸"  ",T,m@x.y,5') },
  { code: 'sheet-half-filled', what: 'absent beside a title', marked: sheetOf('111122223333,SECURITY,absent,T,▸,') },
  {
    code: 'sheet-absent-as-value',
    severity: 'warning',
    what: 'absent beside all other values',
    marked: sheetOf('111122223333,SECURITY,▸Absent,Security,mary@example.com,+1 555 0100'),
  },
  {
    code: 'sheet-value-refused',
    what: 'an address that AWS refuses',
    marked: sheetOf('111122223333,SECURITY,Mary,Security,▸mary@localhost,5'),
  },
  {
    code: 'sheet-value-refused',
    what: 'a phone with words',
    marked: sheetOf('111122223333,SECURITY,Mary,Security,mary@example.com,▸555 ext 5'),
  },
  {
    code: 'sheet-value-refused',
    what: 'a name of 65 characters',
    marked: sheetOf(`111122223333,SECURITY,▸${'n'.repeat(65)},Security,mary@example.com,5`),
  },
  {
    code: 'sheet-characters-lost',
    severity: 'warning',
    what: 'umlauts in another encoding',
    marked: sheetOf('111122223333,SECURITY,Mary M▸\uFFFDller,Security,mary@example.com,5'),
  },
  {
    code: 'sheet-row-repeats',
    severity: 'warning',
    what: 'a row that stands there twice',
    marked: sheetOf(`111122223333,SECURITY,${mary}`, `▸111122223333,security,${mary.replace('.com', '.COM')}`),
  },
  {
    code: 'sheet-row-disagrees',
    what: 'another contact',
    marked: sheetOf(`111122223333,SECURITY,${mary}`, `▸111122223333,SECURITY,${mary}0`),
  },
  {
    code: 'sheet-row-disagrees',
    what: 'a contact that is to be absent too',
    marked: sheetOf(`111122223333,SECURITY,${mary}`, '▸111122223333,SECURITY,,,,absent'),
  },
  {
    code: 'sheet-row-disagrees',
    what: 'a contact that is to be left as it is too',
    marked: sheetOf('111122223333,SECURITY,,,,', `▸'111122223333,SECURITY,${mary}`),
  },
];

/** Takes the mark ▸ out of a text and says where it stood, as `line:column`. */
const unmark = (marked: string): { readonly text: string; readonly at: string } => {
  const before = marked.slice(0, marked.indexOf('▸')).split('\n');
  return { text: marked.replace('▸', ''), at: `${before.length}:${(before.at(-1) ?? '').length + 1}` };
};

it.each(table)('tells $code of $what at its place, and nothing else', ({ code, severity = 'error', marked }) => {
  const { text, at } = unmark(marked);
  expect(saidOf(text)).toEqual([`${code} ${at}`]);
  expect(diagnosticsOf(text).map((each) => each.severity)).toEqual([severity]);
  expect(readSheet(text, 'contacts.csv').kind).toBe(severity === 'error' ? 'invalid' : 'rows');
});

it('has a row for every code of a sheet', () => {
  const codes = Object.keys(diagnosticCodes).filter((code) => code.startsWith('sheet-'));
  expect(new Set(table.map(({ code }) => code))).toEqual(new Set(codes));
});

/** Those that are read in no time. */
const small = table.filter(({ code }) => code !== 'sheet-too-large');

it('names the file in every place', () => {
  for (const { marked } of small) {
    expect(diagnosticsOf(unmark(marked).text).map(({ place }) => place.file)).toEqual(['contacts.csv']);
  }
});

it('tells the same places in a sheet with Windows line ends', () => {
  for (const { marked } of small) {
    const { text, at } = unmark(marked);
    expect(saidOf(text.replaceAll('\n', '\r\n'))).toEqual([expect.stringMatching(new RegExp(` ${at}$`))]);
  }
});

it('reports everything that is wrong at once, in the order of the sheet, and cells of several lines shift nothing', () => {
  const text = [
    '\uFEFFaccount;type;name;title;email;phone;owner;note',
    'payments;SECURITY;"Major;\r\nMary";Security;mary@localhost;+1 555 0100;;',
    '11112222;FINANCE;"a\n\nb";;c@example.com;1.5E+10;;',
    '',
    '111122223333;SECURITY;"say ""hello""\n";Security;mary@example.com;5;;"x\r\ny"',
    '111122223333;BILLING;Mary "M" Major;Security;mary@example.com;5;;',
    '111122223333;SECURITY;absent;;;;;',
    '111122223333;OPERATIONS;M;S;m@x.y;5;;;;z',
    '444455556666;"SECURITY;Mary',
  ].join('\r\n');
  expect(saidOf(text)).toEqual([
    'sheet-column-unknown 1:38',
    'sheet-account-id 2:1',
    'sheet-value-refused 3:16',
    'sheet-account-padded 4:1',
    'sheet-contact-type 4:10',
    'sheet-half-filled 6:4',
    'sheet-digits-lost 6:19',
    'sheet-syntax 11:22',
    'sheet-row-disagrees 12:1',
    'sheet-row-width 13:1',
    'sheet-syntax 14:14',
  ]);
});

it('marks a cell as far as it goes on its line', () => {
  const lengthOf = (text: string) => diagnosticsOf(text)[0]?.place.length;
  expect(lengthOf(sheetOf('payments,SECURITY,,,,'))).toBe('payments'.length);
  expect(lengthOf(sheetOf('"pay\r\nments",SECURITY,,,,'))).toBe('"pay'.length);
  expect(lengthOf(sheetOf('111122223333,,,,,'))).toBe(1);
});

describe('the message', () => {
  const messageOf = (text: string) => diagnosticsOf(text)[0]?.message;

  it('names the cells that are missing', () => {
    expect(messageOf(sheetOf('111122223333,SECURITY,Mary,,mary@example.com,'))).toBe(
      'A part of this contact is missing: title, phone.',
    );
  });

  it('names all columns that are missing, and none of the words that stand there instead', () => {
    expect(messageOf('id,Mary Major,phone\n')).toBe(
      'The first row does not name these columns: type, name, title, email.',
    );
  });

  it('names the columns that are ignored, but not without end', () => {
    const names = Array.from({ length: 12 }, (_, index) => `c${index}${'x'.repeat(60)}`);
    const message = messageOf(`${neededColumns},${names.join(',')}\n`) ?? '';
    expect(message).toContain('c0x');
    expect(message).toMatch(/ and 4 more\.$/);
    expect(message.length).toBeLessThan(500);
  });

  it('says which account id is read where zeros are missing', () => {
    expect(messageOf(sheetOf('11112222,SECURITY,,,,'))).toContain('read as 000011112222');
    expect(rowsOf(sheetOf('1,SECURITY,,,,'))[0]?.accountId).toBe('000000000001');
  });

  it('names the line of the row that said something already', () => {
    expect(messageOf(sheetOf('111122223333,SECURITY,"","","",""', '', '111122223333,SECURITY,,,,'))).toBe(
      'Line 2 says the same about SECURITY of account 111122223333.',
    );
  });

  it('tells how many cells a row has', () => {
    expect(messageOf(sheetOf('111122223333'))).toBe('This row has 1 cell, and the header has 6.');
    expect(messageOf('111122223333,ALTERNATECONTACT,SECURITY,mary@example.com\n')).toBe(
      'This row has 4 cells, and a row without a header has 7.',
    );
  });
});
