import { createHash } from 'node:crypto';
import { parseAccountId } from '../contact/account-id.ts';
import { type ContactField, contactFields } from '../contact/contact.ts';
import { contactToSend } from '../contact/contact-constraints.ts';
import type { Condition, Selector } from '../selector/selector.ts';
import type { Draft, DraftAssignment, DraftContact, DraftWant, Part } from './draft.ts';
import type { DraftConditions, DraftSelector, DraftValue } from './draft-selector.ts';
import type { Piece } from './piece.ts';
import type { Assignment, Policy, Want } from './policy.ts';
import { plainText } from './read-field.ts';
import { placeOf } from './source.ts';

/** Makes the policy from a draft in which nothing is wrong. */
export const makePolicy = (draft: Draft, text: string): Policy => {
  const named = draft.contacts.filter(({ path: [section] }) => section === 'contacts');
  const contacts = new Map(named.map(({ path, value }) => [String(path.at(-1)), value]));
  const mode = draft.mode ?? 'enforce';
  return {
    mode,
    assignments: draft.assignments.map((part) => makeAssignment(draft, part, contacts, mode)),
    exclude: draft.exclude.map(({ path, value }) => ({
      match: makeSelector(value),
      place: placeOf(draft.source, path),
    })),
    lint: draft.lint,
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
    wants: Object.fromEntries(value.wants.map((want) => [want.type, makeWant(want, contacts)])),
    mode: value.mode ?? mode,
    place: placeOf(source, path),
  };
};

const makeWant = (want: DraftWant, contacts: ReadonlyMap<string, DraftContact>): Want => {
  if (want.kind === 'inline') return wantOf(null, want.contact);
  const { name } = want;
  return name === 'absent' || name === 'unmanaged' ? { kind: name } : wantOf(name, contacts.get(name));
};

const wantOf = (contactName: string | null, draft: DraftContact | undefined): Want => {
  const pieces = (field: ContactField): readonly Piece[] => {
    const read = draft?.fields[field];
    if (read?.kind !== 'value') throw new Error(`A contact passed every check and has no ${field}.`);
    return read.pieces;
  };
  const fields = { name: pieces('name'), title: pieces('title'), email: pieces('email'), phone: pieces('phone') };
  const masked = contactFields.filter((field) => {
    const read = draft?.fields[field];
    return read?.kind === 'value' && read.isReference;
  });
  const [name, title, email, phone] = contactFields.map((field) => plainText(fields[field]));
  if (name === undefined || title === undefined || email === undefined || phone === undefined)
    return { kind: 'template', contactName, masked, fields };
  return { kind: 'contact', contactName, masked, contact: contactToSend({ name, title, email, phone }) };
};

const makeSelector = (draft: DraftSelector): Selector => (draft === 'all' ? [{ kind: 'all' }] : makeConditions(draft));

const makeConditions = ({ account, management, ou, tag, name, not }: DraftConditions): Selector => [
  ...(account ? [{ kind: 'account' as const, ids: texts(account).flatMap((text) => parseAccountId(text) ?? []) }] : []),
  ...(management === undefined ? [] : [{ kind: 'management' as const, is: management }]),
  ...(ou ? [{ kind: 'ou' as const, units: texts(ou) }] : []),
  ...[...(tag ?? [])].map(([key, values]): Condition => ({ kind: 'tag', key, values: texts(values) })),
  ...(name ? [{ kind: 'name' as const, names: texts(name) }] : []),
  ...(not ? [{ kind: 'not' as const, conditions: makeConditions(not) }] : []),
];

const texts = (values: readonly DraftValue[]): readonly string[] => values.map(({ text }) => text);
