import { contactFields } from '../contact/contact.ts';
import type { Draft, DraftAssignment, DraftContact, DraftWant, Part } from './draft.ts';
import type { DraftConditions, DraftSelector, DraftValue } from './draft-selector.ts';
import type { Issue } from './flatten-issues.ts';
import { type Mode, modes } from './policy.ts';
import { type ReadReference, readField } from './read-field.ts';
import { readLint } from './read-lint.ts';
import { isRecord, listOf, recordOf } from './shape.ts';
import type { Path, Source } from './source.ts';
import { wantKeys } from './wants.ts';

/** What a draft is read from: the values of a file, and what is wrong with their structure. */
export interface Raw {
  readonly values: unknown;
  readonly issues: readonly Issue[];
  readonly readReference: ReadReference;
}

/** Reads whatever has the right form, and leaves out what has not: that is diagnosed elsewhere. Never throws for what is in the file. */
export const readDraft = (source: Source, raw: Raw): Draft => {
  const root = recordOf(raw.values);
  const named = Object.entries(recordOf(root['contacts']));
  const mode = readMode(root['mode']);
  const assignments = listOf(root['assignments']).map((value, index) =>
    readAssignment(value, ['assignments', index], raw),
  );
  return {
    source,
    ...(mode && { mode }),
    contactNames: named.map(([name]) => name),
    contacts: [
      ...named.map(([name, value]) => ({ path: ['contacts', name], value: readContact(value, raw) })),
      ...assignments.flatMap(inlineContacts),
    ],
    assignments,
    exclude: listOf(root['exclude']).flatMap((value, index) => {
      const path = ['exclude', index];
      const selector = readSelector(value, path, raw);
      return selector ? [{ path, value: selector }] : [];
    }),
    lint: readLint(root['lint']),
  };
};

const inlineContacts = ({ path, value }: Part<DraftAssignment>): Part<DraftContact>[] =>
  value.wants.flatMap((want) => (want.kind === 'inline' ? [{ path: [...path, want.key], value: want.contact }] : []));

const readContact = (value: unknown, { readReference }: Raw): DraftContact => {
  const record = recordOf(value);
  const fields = contactFields.flatMap((field) => {
    const text = record[field];
    return typeof text === 'string' ? [[field, readField(text, readReference)] as const] : [];
  });
  const { reviewed } = record;
  return {
    fields: Object.fromEntries(fields),
    ...(reviewed !== undefined && { reviewed: typeof reviewed === 'string' ? reviewed : '' }),
  };
};

const readAssignment = (value: unknown, path: Path, raw: Raw): Part<DraftAssignment> => {
  const record = recordOf(value);
  const match = readSelector(record['match'], [...path, 'match'], raw);
  const mode = readMode(record['mode']);
  const wants = wantKeys.flatMap(([key, type]): DraftWant[] => {
    const want = record[key];
    if (typeof want === 'string') return [{ key, type, kind: 'word', name: want }];
    return isRecord(want) ? [{ key, type, kind: 'inline', contact: readContact(want, raw) }] : [];
  });
  const isSilent = isRecord(value) && wantKeys.every(([key]) => record[key] === undefined);
  return { path, value: { ...(match && { match }), ...(mode && { mode }), wants, isSilent } };
};

const readSelector = (value: unknown, path: Path, raw: Raw): DraftSelector | undefined => {
  if (value === 'all') return 'all';
  return isRecord(value) ? readConditions(value, path, raw) : undefined;
};

const readConditions = (record: Readonly<Record<string, unknown>>, path: Path, raw: Raw): DraftConditions => {
  const { account, management, ou, tag, name, not } = record;
  const tags = Object.entries(recordOf(tag)).map(
    ([key, value]) => [key, readValues(isPresent(value) ? '*' : value, [...path, 'tag', key])] as const,
  );
  return {
    ...(account !== undefined && { account: readValues(account, [...path, 'account']) }),
    ...(typeof management === 'boolean' && { management }),
    ...(ou !== undefined && { ou: readValues(ou, [...path, 'ou']) }),
    ...(tag !== undefined && { tag: new Map(tags) }),
    ...(name !== undefined && { name: readValues(name, [...path, 'name']) }),
    ...(isRecord(not) && { not: readConditions(not, [...path, 'not'], raw) }),
    isWhole: !raw.issues.some((issue) => path.every((step, index) => issue.path[index] === step)),
  };
};

const isPresent = (value: unknown): boolean => isRecord(value) && value['present'] === true;

const readValues = (raw: unknown, path: Path): readonly DraftValue[] => {
  if (typeof raw === 'string') return [{ path, text: raw }];
  return listOf(raw).flatMap((value, index) =>
    typeof value === 'string' ? [{ path: [...path, index], text: value }] : [],
  );
};

const readMode = (raw: unknown): Mode | undefined => modes.find((mode) => mode === raw);
