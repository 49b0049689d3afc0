import type { Contact, ContactField } from '../contact/contact.ts';
import { maskContact } from '../contact/mask-contact.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Outcome } from '../journal/outcome.ts';
import type { ItemRecord, RunRecord } from '../journal/run-fold.ts';
import type { ItemState, ShownItem } from './run-page.ts';
import type { Snapshot } from './snapshot.ts';

/** Every change of a run with what it came to. Pure. */
export const shownItems = ({ plan, items }: RunRecord, values: Snapshot['values']): readonly ShownItem[] =>
  plan.changes.map(({ account, type, kind, before, after, because }, index) => ({
    accountId: account.id,
    accountName: account.name,
    type,
    kind,
    before: shown(before, values, because.masked),
    after: shown(after, values, because.masked),
    outcome: itemState(items.get(index)),
    detail: detailOf(items.get(index)?.outcome),
  }));

/** What became of an item so far. Pure. */
export const itemState = (item: ItemRecord | undefined): ItemState => {
  const outcome = item?.outcome;
  if (!outcome) return item ? 'writing' : 'waiting';
  return outcome.kind === 'done' && outcome.how === 'already' ? 'already' : outcome.kind;
};

const shown = (contact: Contact | null, values: Snapshot['values'], masked: readonly ContactField[]): Contact | null =>
  contact && (values === 'masked' ? maskContact(contact) : maskContact(contact, masked));

const detailOf = (outcome: Outcome | undefined): string => {
  switch (outcome?.kind) {
    case 'failed':
      return describeFailure(outcome.failure);
    case 'skipped':
    case 'unconfirmed':
      return outcome.detail === '' ? outcome.why : `${outcome.why}: ${outcome.detail}`;
    case 'done':
    case undefined:
      return '';
    default:
      return outcome satisfies never;
  }
};
