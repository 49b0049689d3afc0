import { describe, expect, it } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { neededColumns, rowsOf, saidOf, sheetOf } from './sheet.builder.ts';

const mary = { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555 0100' };
const written = 'Mary Major,Security,mary@example.com,+1 555 0100';

/** What the only row of a sheet wants. */
const wantOf = (text: string) => rowsOf(text).map(({ want }) => want)[0];

it('reads a row with all four cells as a contact, and tells where it stands', () => {
  expect(readSheet(sheetOf(`111122223333,SECURITY,${written}`), 'contacts.csv')).toEqual({
    kind: 'rows',
    rows: [
      {
        accountId: '111122223333',
        type: 'SECURITY',
        want: { kind: 'contact', contact: mary },
        place: { file: 'contacts.csv', line: 2, column: 1, length: 12 },
      },
    ],
    warnings: [],
  });
});

it('reads a header without rows as a sheet that wants nothing', () => {
  expect(rowsOf(sheetOf())).toEqual([]);
});

it.each([
  ['a byte order mark', `\uFEFF${sheetOf(`111122223333,SECURITY,${written}`)}`],
  ['Windows line ends', sheetOf(`111122223333,SECURITY,${written}`).replaceAll('\n', '\r\n')],
  ['the line ends of old Macs', sheetOf(`111122223333,SECURITY,${written}`).replaceAll('\n', '\r')],
  ['no line end at the end', sheetOf(`111122223333,SECURITY,${written}`).trimEnd()],
  ['semicolons', sheetOf(`111122223333,SECURITY,${written}`).replaceAll(',', ';')],
  ['tabs', sheetOf(`111122223333,SECURITY,${written}`).replaceAll(',', '\t')],
  ['a line that tells the delimiter', `sep=;\r\n${sheetOf(`111122223333,SECURITY,${written}`).replaceAll(',', ';')}`],
  ['a mark and such a line', `\uFEFF"sep=,"\n${sheetOf(`111122223333,SECURITY,${written}`)}`],
  ['quotes everywhere', sheetOf(`111122223333,SECURITY,${written}`).replaceAll(/[^,\n]+/g, '"$&"')],
  ['blank lines and rows', `\n,,,\n${sheetOf('', `111122223333,SECURITY,${written}`, ',,,,,', ' ')}`],
  ['the header in capitals with blanks', sheetOf(`111122223333,SECURITY,${written}`).replace('type', ' TYPE ')],
  ['blank cells too many', sheetOf(`111122223333,SECURITY,${written},, `)],
  [
    'delimiters in a quoted name of a column',
    `"a;b;c;d;e;f;g;h",${neededColumns}\n,111122223333,SECURITY,${written}\n`,
  ],
])('takes a sheet with %s', (_, text) => {
  expect(rowsOf(text)).toMatchObject([
    { accountId: '111122223333', type: 'SECURITY', want: { kind: 'contact', contact: mary } },
  ]);
});

it.each([
  'account_id,type,name,title,email,phone',
  'AccountId,contact_type,Name,Title,EmailAddress,PhoneNumber',
  'account id,AlternateContactType,name,title,email_address,phone_number',
  'ID,Contact Type,name,title,E-Mail,phone number',
])('takes the columns %s', (header) => {
  expect(saidOf(`${header}\n111122223333,SECURITY,${written}\n`)).toEqual([]);
});

it('takes columns in any order, and ignores those that export writes for people', () => {
  const text = [
    'status,phone,email,unit,title,name,state,type,account_name,account,',
    'set,+1 555 0100,mary@example.com,/,Security,Mary Major,ACTIVE,SECURITY,payments,111122223333,',
  ].join('\n');
  expect(saidOf(text)).toEqual([]);
  expect(wantOf(text)).toEqual({ kind: 'contact', contact: mary });
});

it('keeps a carriage return in a cell where lines end otherwise, and counts no line for it', () => {
  const text = sheetOf('111122223333,SECURITY,Mary\rMajor,Security,mary@example.com,5', 'payments,BILLING,,,,');
  expect(saidOf(text)).toEqual(['sheet-account-id 3:1']);
  expect(wantOf(text.replace('payments', '444455556666'))).toMatchObject({ contact: { name: 'Mary\rMajor' } });
});

describe('the layout of the AWS sample', () => {
  const row = (account: string) =>
    `${account},ALTERNATECONTACT,SECURITY,mary@example.com,Mary Major,+1 555 0100,Security`;

  it.each([
    ['with its header', `account,ALTERNATECONTACT,type,email,name,phone,title\n${row('111122223333')}\n`],
    ['without a header', `${row('111122223333')}\n`],
    ['with a guarded id', `${row("'111122223333")}\n`],
    ['with an id as a formula', `${row('="111122223333"')}\n`],
  ])('is taken %s', (_, text) => {
    expect(saidOf(text)).toEqual([]);
    expect(rowsOf(text)).toMatchObject([{ accountId: '111122223333', want: { kind: 'contact', contact: mary } }]);
  });

  it('is recognized by what a spreadsheet left of an id', () => {
    expect(saidOf(`${row('1.11122E+11')}\n${row('111122223333')}\n`)).toEqual(['sheet-digits-lost 1:1']);
  });
});

it.each([
  '111122223333',
  ' 111122223333 ',
  "'111122223333",
  "''111122223333",
  '\t111122223333',
  '="111122223333"',
  '"=""111122223333"""',
  '"\'=""111122223333"""',
])('reads the account id %j', (cell) => {
  const text = sheetOf(`${cell},SECURITY,,,,`);
  expect(saidOf(text)).toEqual([]);
  expect(rowsOf(text)[0]?.accountId).toBe('111122223333');
});

it('keeps the zeros of a guarded account id', () => {
  expect(rowsOf(sheetOf("'000011112222,SECURITY,,,,"))[0]?.accountId).toBe('000011112222');
});

describe('the four cells', () => {
  it.each(['absent,,,', ',,,absent', 'absent,absent,absent,absent', ' ABSENT , ,,Absent'])(
    'have the contact deleted by %j',
    (cells) => {
      expect(wantOf(sheetOf(`111122223333,SECURITY,${cells}`))).toEqual({ kind: 'absent' });
    },
  );

  it.each([',,,', ' ,\t,"",'])('leave the contact as it is by %j', (cells) => {
    expect(wantOf(sheetOf(`111122223333,SECURITY,${cells}`))).toEqual({ kind: 'leave' });
  });

  it('may be missing where Excel left them out, since all were blank nearby', () => {
    expect(wantOf(sheetOf('111122223333,SECURITY'))).toEqual({ kind: 'leave' });
    expect(wantOf(sheetOf('111122223333,SECURITY,,'))).toEqual({ kind: 'leave' });
  });

  it('need none behind them where Excel left out a blank note', () => {
    const text = `${neededColumns},status,unit\n111122223333,SECURITY,${written}\n444455556666,SECURITY,absent,,,\n`;
    expect(rowsOf(text).map(({ want }) => want.kind)).toEqual(['contact', 'absent']);
  });

  it('are taken as they are, but for the blanks around the address', () => {
    expect(wantOf(sheetOf('111122223333,SECURITY, Mary , S ," mary@example.com\t", 5 '))).toEqual({
      kind: 'contact',
      contact: { name: ' Mary ', title: ' S ', email: 'mary@example.com', phone: ' 5 ' },
    });
  });

  it('lose one apostrophe where it guards something, and none elsewhere', () => {
    expect(wantOf(sheetOf("111122223333,SECURITY,''=1+1,'Mary,+m@example.com,'+1 555 0100"))).toEqual({
      kind: 'contact',
      contact: { name: "'=1+1", title: "'Mary", email: '+m@example.com', phone: '+1 555 0100' },
    });
  });

  it('may begin like a formula', () => {
    expect(wantOf(sheetOf('111122223333,SECURITY,=Mary,@desk,-@example.com,-5'))).toMatchObject({
      contact: { name: '=Mary', title: '@desk', email: '-@example.com', phone: '-5' },
    });
  });
});

it('keeps the first of two rows that say the same', () => {
  const text = sheetOf(
    `111122223333,SECURITY,${written}`,
    `111122223333,BILLING,${written}`,
    `111122223333,SECURITY,${written}`,
  );
  expect(rowsOf(text).map(({ type, place }) => `${type} ${place.line}`)).toEqual(['SECURITY 2', 'BILLING 3']);
});

it('reads the sheet of a large organization in its time', () => {
  const rows = Array.from({ length: 40_000 }, (_, index) => `'${String(index).padStart(12, '0')},SECURITY,${written}`);
  const started = performance.now();
  expect(rowsOf(sheetOf(...rows))).toHaveLength(40_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});
