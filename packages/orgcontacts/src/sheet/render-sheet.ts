import type { AccountId } from '../contact/account-id.ts';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { renderCsv } from './render-csv.ts';

/** One row of a sheet: a contact type of an account, and the contact that is set there, if one is. */
export interface SheetLine {
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly unit: string;
  /** Of the account, as ACTIVE. */
  readonly state: string;
  readonly type: ContactType;
  /** For people: set, not set, could not be read. */
  readonly status: string;
  readonly contact: Contact | null;
}

const header = ['account', 'account_name', 'unit', 'state', 'type', 'status', 'name', 'title', 'email', 'phone'];

/**
 * Renders contacts as CSV (RFC 4180) that spreadsheets open, show and save without harm: with a byte order mark, by which Excel
 * knows UTF-8, and apostrophes before what it would take for a formula or number. `plain` is for programs: without all that.
 *
 * @example
 * ```ts
 * import { renderSheet, type SheetLine } from 'orgcontacts';
 *
 * declare const lines: readonly SheetLine[];
 * console.log(renderSheet(lines, { plain: true }));
 * ```
 */
export const renderSheet = (lines: readonly SheetLine[], options: { readonly plain: boolean }): string =>
  renderCsv(header, lines.map(cellsOf), options);

/** A spreadsheet drops leading zeros of account ids, and shows twelve digits as 1.11122E+11: so they are guarded like formulas. */
const cellsOf = (line: SheetLine): readonly string[] => {
  const { accountId, accountName, unit, state, type, status, contact } = line;
  return [
    ...[accountId, accountName, unit, state, type, status],
    ...(contact ? [contact.name, contact.title, contact.email, contact.phone] : ['', '', '', '']),
  ];
};
