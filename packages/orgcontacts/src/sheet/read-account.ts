import { type AccountId, parseAccountId } from '../contact/account-id.ts';
import { diagnose, type Finding, type Reading } from './diagnose-sheet.ts';
import type { Cell } from './locate-cells.ts';
import { hasLostDigits } from './lost-digits.ts';
import type { SheetText } from './sheet-text.ts';

/** Reads the cell of an account id, with whatever was put round it so that a spreadsheet keeps its zeros. */
export const readAccount = (sheet: SheetText, cell: Cell): Reading<AccountId> => {
  const text = strip(cell.text);
  const value = /^\d+$/.test(text) ? parseAccountId(text.padStart(12, '0')) : undefined;
  const finding = findingAbout(text, value);
  return { value, diagnostics: finding ? [diagnose(sheet, cell, finding)] : [] };
};

/** Takes away apostrophes, blanks and the formula that only says a text, as ="000011112222". */
const strip = (text: string): string => {
  const bare = text.trim().replace(/^['\s]+/, '');
  return /^="([^"]*)"$/.exec(bare)?.[1]?.trim() ?? bare;
};

const findingAbout = (text: string, id: AccountId | undefined): Finding | undefined => {
  if (id === undefined) return hasLostDigits(text) ? lostDigits : noAccountId;
  return text.length < id.length ? padded(id) : undefined;
};

const padded = (id: AccountId): Finding => ({
  code: 'sheet-account-padded',
  message: `This account id has fewer than twelve digits, and is read as ${id}.`,
  help: 'Spreadsheets drop leading zeros: format the column as text. If no zeros were dropped, mend the id.',
});

const lostDigits: Finding = {
  code: 'sheet-digits-lost',
  message: 'A spreadsheet has rounded this account id, and its last digits are lost.',
  help: 'Export the sheet again, format the column of the account ids as text before the ids are put into it, and save.',
};

const noAccountId: Finding = {
  code: 'sheet-account-id',
  message: 'This is no account id.',
  help: 'Expected twelve digits, as 111122223333.',
};
