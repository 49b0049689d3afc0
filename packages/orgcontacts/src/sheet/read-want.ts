import { type Contact, type ContactField, contactFields } from '../contact/contact.ts';
import { refusalOf } from '../contact/contact-constraints.ts';
import { diagnose, type Finding, type Reading } from './diagnose-sheet.ts';
import { unguard } from './guard.ts';
import type { Cell } from './locate-cells.ts';
import { hasLostDigits } from './lost-digits.ts';
import type { SheetWant } from './sheet-row.ts';
import type { SheetText } from './sheet-text.ts';

/** The four cells of a contact in one row. */
export type ContactCells = Readonly<Record<ContactField, Cell>>;

/** Reads the four cells of a contact: all four are filled, some say absent and the others nothing, or all say nothing. */
export const readWant = (sheet: SheetText, cells: ContactCells): Reading<SheetWant> => {
  const contact = contactIn(cells);
  const blank = contactFields.filter((field) => contact[field].trim() === '');
  const filled = contactFields.filter((field) => !blank.includes(field));
  if (filled.length === 0) return { value: { kind: 'leave' }, diagnostics: [] };
  if (filled.every((field) => saysAbsent(contact[field]))) return { value: { kind: 'absent' }, diagnostics: [] };
  const diagnostics = [
    ...blank.slice(0, 1).map((first) => diagnose(sheet, cells[first], halfFilled(blank))),
    ...filled.flatMap((field) => {
      const finding = findingAbout(field, contact[field], blank.length === 0);
      return finding ? [diagnose(sheet, cells[field], finding)] : [];
    }),
  ];
  const isRefused = diagnostics.some(({ severity }) => severity === 'error');
  return { value: isRefused ? undefined : { kind: 'contact', contact }, diagnostics };
};

/** The values exactly as they are meant, but for the outer blanks of the e-mail address, which AWS would trim. */
const contactIn = ({ name, title, email, phone }: ContactCells): Contact => ({
  name: unguard(name.text),
  title: unguard(title.text),
  email: unguard(email.text).trim(),
  phone: unguard(phone.text),
});

const saysAbsent = (text: string): boolean => text.trim().toLowerCase() === 'absent';

const findingAbout = (field: ContactField, text: string, isWhole: boolean): Finding | undefined => {
  if (field === 'phone' && hasLostDigits(text)) return lostDigits;
  const refusal = refusalOf(field, text);
  if (refusal !== undefined) return refused(field, refusal, text);
  return isWhole && saysAbsent(text) ? absentAsValue(field) : undefined;
};

const halfFilled = (blank: readonly ContactField[]): Finding => ({
  code: 'sheet-half-filled',
  message: `A part of this contact is missing: ${blank.join(', ')}.`,
  help: 'Fill all four cells; or leave all four blank to leave the contact as it is; or write absent in one of them alone to have it deleted.',
});

const lostDigits: Finding = {
  code: 'sheet-digits-lost',
  message: 'A spreadsheet has rounded this phone number, and its last digits are lost.',
  help: 'Format the column as text, type the number again, and export the sheet once more.',
};

const refused = (field: ContactField, refusal: string, text: string): Finding => ({
  code: 'sheet-value-refused',
  message: `AWS would refuse this ${field}: ${refusal}.`,
  help: saysAbsent(text) ? clearOthers : 'Mend the cell.',
});

const absentAsValue = (field: ContactField): Finding => ({
  code: 'sheet-absent-as-value',
  message: `absent stands beside other values, and is taken for the ${field} itself.`,
  help: clearOthers,
});

const clearOthers = 'Clear the other three cells if the contact is to be deleted.';
