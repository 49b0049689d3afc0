import type { CodeMeaning } from './code-meaning.ts';

/** What can be wrong with a spreadsheet of contacts. */
export const sheetCodes = {
  'sheet-too-large': {
    title: 'The sheet is larger than one of contacts can sensibly be',
    explanation:
      'Sheets over 16 MiB or 200,000 rows are refused: three rows for each account of the largest organizations are fewer. Remove blank rows at the end, or split the sheet.',
  },
  'sheet-empty': {
    title: 'A sheet with nothing in it',
    explanation: 'The first row says what the columns hold, and each row below it is one contact type of one account.',
  },
  'sheet-syntax': {
    title: 'Quotes in a sheet that do not fit together',
    explanation:
      'A cell with quotes, line ends or the delimiter in it stands in double quotes, and each double quote inside it is written twice (RFC 4180). Spreadsheets do so by themselves.',
  },
  'sheet-column-missing': {
    title: 'A column that is needed is not there',
    explanation:
      'account, type, name, title, email and phone are needed, in any order. A sheet in another encoding, as UTF-16, looks as if it had none of them: save it as CSV UTF-8.',
  },
  'sheet-column-unknown': {
    severity: 'warning',
    title: 'A column that means nothing here',
    explanation: 'It is ignored. account_name, unit, state and status are not read either, but known.',
  },
  'sheet-column-twice': {
    title: 'Two columns for the same thing',
    explanation:
      'Which one holds would be a guess. account and id, or email and email_address, are the same thing too.',
  },
  'sheet-row-width': {
    title: 'A row with more or fewer cells than the header',
    explanation:
      'What its cells mean would be a guess. Only blank cells at the end may be left out, as spreadsheets do, and only where the row says nothing about its contact.',
  },
  'sheet-account-id': {
    title: 'Not an account id, in a sheet',
    explanation:
      'An account id has twelve digits. Apostrophes and blanks around it, and the form ="000011112222", are understood.',
  },
  'sheet-account-padded': {
    severity: 'warning',
    title: 'An account id with too few digits',
    explanation:
      'Spreadsheets take account ids for numbers and drop leading zeros. They are put back; if none were dropped, the id is a slip.',
  },
  'sheet-digits-lost': {
    title: 'A number that a spreadsheet has rounded',
    explanation:
      'Long numbers are saved as 1.11122E+11, and no one can tell which number it was. Format the column as text before the numbers are put into it, and save again.',
  },
  'sheet-contact-type': {
    title: 'Not a contact type',
    explanation: 'AWS knows three: BILLING, OPERATIONS and SECURITY. Small letters are understood.',
  },
  'sheet-half-filled': {
    title: 'A contact of which a part is missing',
    explanation:
      'AWS wants all four fields of a contact in every write. Four blank cells leave the contact as it is; absent in one of them alone has it deleted.',
  },
  'sheet-absent-as-value': {
    severity: 'warning',
    title: 'absent beside other values',
    explanation:
      'absent deletes a contact only where the other cells are blank or say absent too. Beside other values it is taken for a name or title.',
  },
  'sheet-value-refused': {
    title: 'AWS would refuse this value of a sheet',
    explanation:
      'Lengths and patterns are those of the AWS service model for PutAlternateContact. Found here, it costs a second; found by AWS, it stops a run.',
  },
  'sheet-characters-lost': {
    severity: 'warning',
    title: 'A sheet that is not in UTF-8',
    explanation:
      'Some spreadsheets save CSV in an encoding of their own; read as UTF-8, all letters beyond English ones are lost, and AWS would get marks in their place. Save as CSV UTF-8.',
  },
  'sheet-row-repeats': {
    severity: 'warning',
    title: 'Two rows for the same contact say the same',
    explanation: 'The second one changes nothing.',
  },
  'sheet-row-disagrees': {
    title: 'Two rows for the same contact want different things',
    explanation:
      'Neither could win. Four blank cells want the contact left as it is, which is another thing than any value.',
  },
} as const satisfies Readonly<Record<string, CodeMeaning>>;
