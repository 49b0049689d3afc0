import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { contactKey } from '../contact/same-contact.ts';
import { renderPolicy, type WrittenAssignment } from '../policy/render-policy.ts';
import type { SheetRow } from '../sheet/sheet-row.ts';
import { nameContacts } from './name-contacts.ts';

/** A policy made from a spreadsheet. */
export interface SheetPolicy {
  readonly text: string;
  readonly contacts: number;
  readonly assignments: number;
  /** Rows that want a contact or none; blank ones say nothing. */
  readonly wanted: number;
}

/**
 * Makes a policy that wants exactly what the rows want: lists of accounts, those with the same wishes together. It only reports; `comment`
 * is the lines at its top. Pure.
 *
 * @example
 * ```ts
 * import { policyOfSheet, readSheet } from 'orgcontacts';
 *
 * const sheet = readSheet('account,type,name,title,email,phone\n111122223333,SECURITY,absent,,,\n', 'contacts.csv');
 * if (sheet.kind === 'rows') console.log(policyOfSheet(sheet.rows, ['Made from contacts.csv']).text);
 * ```
 */
export const policyOfSheet = (rows: readonly SheetRow[], comment: readonly string[]): SheetPolicy => {
  const saying = rows.filter(({ want }) => want.kind !== 'leave');
  const contacts = contactsIn(saying);
  const names = nameContacts(contacts);
  const wishes = new Map<string, Partial<Record<ContactType, string>>>();
  for (const row of saying) {
    const wanted = wishes.get(row.accountId) ?? {};
    wanted[row.type] = wordOf(row, names);
    wishes.set(row.accountId, wanted);
  }
  const assignments = groupByWishes(wishes);
  const named = [...contacts].map(([key, contact]): [string, Contact] => [names.get(key) ?? key, contact]);
  const text = renderPolicy({ comment, mode: 'report-only', contacts: new Map(named), assignments });
  return { text, contacts: contacts.size, assignments: assignments.length, wanted: saying.length };
};

const contactsIn = (rows: readonly SheetRow[]): ReadonlyMap<string, Contact> =>
  new Map(rows.flatMap(({ want }) => (want.kind === 'contact' ? [[contactKey(want.contact), want.contact]] : [])));

const wordOf = ({ want }: SheetRow, names: ReadonlyMap<string, string>): string =>
  want.kind === 'contact' ? (names.get(contactKey(want.contact)) ?? '') : 'absent';

const groupByWishes = (
  wishes: ReadonlyMap<string, Partial<Record<ContactType, string>>>,
): readonly WrittenAssignment[] => {
  const groups = new Map<string, { readonly wants: Partial<Record<ContactType, string>>; readonly ids: string[] }>();
  for (const [id, wants] of wishes) {
    const { BILLING, OPERATIONS, SECURITY } = wants;
    const key = JSON.stringify([BILLING, OPERATIONS, SECURITY]);
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { wants, ids: [id] });
  }
  return [...groups.values()].map(({ wants, ids }) => ({
    match: { kind: 'account', values: ids.toSorted().map((value) => ({ value })) },
    wants,
  }));
};
