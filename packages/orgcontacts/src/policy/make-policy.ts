import { createHash } from 'node:crypto';
import { parseAccountId } from '../contact/account-id.ts';
import { type Contact, contactFields } from '../contact/contact.ts';
import { contactToSend } from '../contact/contact-constraints.ts';
import type { Condition, Selector } from '../selector/selector.ts';
import type { Draft, DraftAssignment, DraftContact, DraftSelector, DraftValue, Part } from './draft.ts';
import type { Assignment, Policy, Want } from './policy.ts';
import { placeOf } from './source.ts';

/** Makes the policy from a draft in which nothing is wrong. */
export const makePolicy = (draft: Draft, text: string): Policy => {
  const contacts = new Map(draft.contacts.map(({ path, value }) => [String(path.at(-1)), value]));
  const mode = draft.mode ?? 'enforce';
  return {
    mode,
    assignments: draft.assignments.map((part) => makeAssignment(draft, part, contacts, mode)),
    exclude: draft.exclude.map(({ path, value }) => ({
      match: makeSelector(value),
      place: placeOf(draft.source, path),
    })),
    hash: createHash('sha256').update(text).digest('hex'),
  };
};

const makeAssignment = (
  { source }: Draft,
  { path, value }: Part<DraftAssignment>,
  contacts: ReadonlyMap<string, DraftContact>,
  mode: Policy['mode'],
): Assignment => {
  if (!value.match) throw new Error('An assignment without a match passed every check.');
  return {
    match: makeSelector(value.match),
    wants: Object.fromEntries(value.wants.map(({ type, name }) => [type, makeWant(name, contacts)])),
    mode: value.mode ?? mode,
    place: placeOf(source, path),
  };
};

const makeWant = (contactName: string, contacts: ReadonlyMap<string, DraftContact>): Want => {
  if (contactName === 'absent' || contactName === 'unmanaged') return { kind: contactName };
  const draft = contacts.get(contactName);
  if (!isWhole(draft)) throw new Error(`The contact ${contactName} passed every check and is not whole.`);
  const { name, title, email, phone } = draft;
  return { kind: 'contact', contactName, contact: contactToSend({ name, title, email, phone }) };
};

const isWhole = (draft: DraftContact | undefined): draft is Contact =>
  draft !== undefined && contactFields.every((field) => draft[field] !== undefined);

const makeSelector = (draft: DraftSelector): Selector => {
  if (draft === 'all') return [{ kind: 'all' }];
  const { account, ou, tag } = draft;
  return [
    ...(account
      ? [{ kind: 'account' as const, ids: texts(account).flatMap((text) => parseAccountId(text) ?? []) }]
      : []),
    ...(ou ? [{ kind: 'ou' as const, units: texts(ou) }] : []),
    ...[...(tag ?? [])].map(([key, values]): Condition => ({ kind: 'tag', key, values: texts(values) })),
  ];
};

const texts = (values: readonly DraftValue[]): readonly string[] => values.map(({ text }) => text);
