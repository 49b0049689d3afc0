import type { Contact } from '../contact/contact.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import type { PackedItem, PackedRuns } from './report-document.ts';
import { shownItems } from './shown-items.ts';
import { shownRun } from './shown-run.ts';
import type { Snapshot } from './snapshot.ts';
import { makeTable } from './table.ts';

/** Packs runs into little room: an item is seven small numbers. Pure. */
export const packRuns = (records: readonly RunRecord[], values: Snapshot['values']): PackedRuns => {
  const accounts = makeTable<readonly [string, string]>();
  const contacts = makeTable<Contact>();
  const texts = makeTable<string>((text) => text);
  const indexOf = (contact: Contact | null) => (contact === null ? -1 : contacts.indexOf(contact));
  const runs = records.map((record) => ({
    run: shownRun(record),
    items: shownItems(record, values).map(
      (item): PackedItem => [
        accounts.indexOf([item.accountId, item.accountName]),
        texts.indexOf(item.type),
        texts.indexOf(item.kind),
        indexOf(item.before),
        indexOf(item.after),
        texts.indexOf(item.outcome),
        texts.indexOf(item.detail),
      ],
    ),
  }));
  return { accounts: accounts.values, contacts: contacts.values, texts: texts.values, runs };
};
