import { createHash } from 'node:crypto';
import { parseAccountId } from '../contact/account-id.ts';
import { contactToSend } from '../contact/contact-constraints.ts';
import type { Condition, Selector } from '../selector/selector.ts';
import type { Draft, Part, RawAssignment, RawContact, RawSelector } from './draft.ts';
import type { Assignment, Policy, Want } from './policy.ts';
import { placeOf } from './source.ts';
import { wantsIn } from './wants.ts';

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
  { path, value }: Part<RawAssignment>,
  contacts: ReadonlyMap<string, RawContact>,
  mode: Policy['mode'],
): Assignment => ({
  match: makeSelector(value.match),
  wants: Object.fromEntries(wantsIn(value).map(({ type, name }) => [type, makeWant(name, contacts)])),
  mode: value.mode ?? mode,
  place: placeOf(source, path),
});

const makeWant = (contactName: string, contacts: ReadonlyMap<string, RawContact>): Want => {
  if (contactName === 'absent' || contactName === 'unmanaged') return { kind: contactName };
  const raw = contacts.get(contactName);
  if (!raw) throw new Error(`The contact ${contactName} passed every rule and is not defined.`);
  const { name, title, email, phone } = raw;
  return { kind: 'contact', contactName, contact: contactToSend({ name, title, email, phone }) };
};

const makeSelector = (raw: RawSelector): Selector => {
  if (raw === 'all') return [{ kind: 'all' }];
  const accounts = listOf(raw.account).flatMap((text) => parseAccountId(text) ?? []);
  const tags = Object.entries(raw.tag ?? {}).map(
    ([key, values]): Condition => ({ kind: 'tag', key, values: listOf(values) }),
  );
  return [
    ...(raw.account === undefined ? [] : [{ kind: 'account' as const, ids: accounts }]),
    ...(raw.ou === undefined ? [] : [{ kind: 'ou' as const, units: listOf(raw.ou) }]),
    ...tags,
  ];
};

const listOf = (values: string | readonly string[] | undefined): readonly string[] => {
  if (values === undefined) return [];
  return typeof values === 'string' ? [values] : values;
};
