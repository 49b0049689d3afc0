import { sameContact } from '../contact/same-contact.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { severityOf } from '../diagnostic/diagnostic-codes.ts';
import type { Finding, Reading } from './diagnose-sheet.ts';
import type { SheetRow, SheetWant } from './sheet-row.ts';

/** Finds rows for one account and contact type, and keeps the first of them. */
export const findRepeats = (rows: readonly SheetRow[]): Reading<readonly SheetRow[]> => {
  const first = new Map<string, SheetRow>();
  const diagnostics = rows.flatMap((row) => {
    const key = `${row.accountId} ${row.type}`;
    const earlier = first.get(key);
    if (earlier) return [compare(earlier, row)];
    first.set(key, row);
    return [];
  });
  return { value: [...first.values()], diagnostics };
};

const compare = (earlier: SheetRow, { accountId, type, want, place }: SheetRow): Diagnostic => {
  const tell = sameWant(earlier.want, want) ? repeats : disagrees;
  const finding = tell(earlier.place.line, `${type} of account ${accountId}`);
  return { ...finding, severity: severityOf(finding.code), place };
};

const repeats = (line: number, contact: string): Finding => ({
  code: 'sheet-row-repeats',
  message: `Line ${line} says the same about ${contact}.`,
  help: 'Remove one of them.',
});

const disagrees = (line: number, contact: string): Finding => ({
  code: 'sheet-row-disagrees',
  message: `Line ${line} wants something else for ${contact}.`,
  help: 'Keep one of them.',
});

const sameWant = (one: SheetWant, other: SheetWant): boolean =>
  one.kind === 'contact' && other.kind === 'contact'
    ? sameContact(one.contact, other.contact)
    : one.kind === other.kind;
