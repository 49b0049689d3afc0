import { contactFields } from '../contact/contact.ts';
import type { Draft, DraftAssignment, DraftContact, DraftSelector, DraftValue, Part } from './draft.ts';
import { type Mode, modes } from './policy.ts';
import { conditionsSchema } from './schema.ts';
import type { Path, Source } from './source.ts';
import { wantKeys } from './wants.ts';

/** Reads whatever has the right form, and leaves out what has not: that is diagnosed elsewhere. Never throws for what is in the file. */
export const readDraft = (source: Source, raw: unknown): Draft => {
  const root = recordOf(raw);
  const contacts = Object.entries(recordOf(root['contacts']));
  const mode = readMode(root['mode']);
  return {
    source,
    ...(mode && { mode }),
    contactNames: contacts.map(([name]) => name),
    contacts: contacts.map(([name, value]) => ({ path: ['contacts', name], value: readContact(value) })),
    assignments: listOf(root['assignments']).map((value, index) => readAssignment(value, ['assignments', index])),
    exclude: listOf(root['exclude']).flatMap((value, index) => {
      const path = ['exclude', index];
      const selector = readSelector(value, path);
      return selector ? [{ path, value: selector }] : [];
    }),
  };
};

const readContact = (raw: unknown): DraftContact => {
  const record = recordOf(raw);
  return Object.fromEntries(
    contactFields.flatMap((field) => (typeof record[field] === 'string' ? [[field, record[field]]] : [])),
  );
};

const readAssignment = (raw: unknown, path: Path): Part<DraftAssignment> => {
  const record = recordOf(raw);
  const match = readSelector(record['match'], [...path, 'match']);
  const mode = readMode(record['mode']);
  const wants = wantKeys.flatMap(([key, type]) => {
    const name = record[key];
    return typeof name === 'string' ? [{ key, type, name }] : [];
  });
  const isSilent = isRecord(raw) && wantKeys.every(([key]) => record[key] === undefined);
  return { path, value: { ...(match && { match }), ...(mode && { mode }), wants, isSilent } };
};

const readSelector = (raw: unknown, path: Path): DraftSelector | undefined => {
  if (raw === 'all') return 'all';
  if (!isRecord(raw)) return undefined;
  const { ou, account, tag } = raw;
  const tags = Object.entries(recordOf(tag)).map(
    ([key, value]) => [key, readValues(value, [...path, 'tag', key])] as const,
  );
  return {
    ...(ou !== undefined && { ou: readValues(ou, [...path, 'ou']) }),
    ...(account !== undefined && { account: readValues(account, [...path, 'account']) }),
    ...(tag !== undefined && { tag: new Map(tags) }),
    isWhole: conditionsSchema.safeParse(raw).success,
  };
};

const readValues = (raw: unknown, path: Path): readonly DraftValue[] => {
  if (typeof raw === 'string') return [{ path, text: raw }];
  return listOf(raw).flatMap((value, index) =>
    typeof value === 'string' ? [{ path: [...path, index], text: value }] : [],
  );
};

const readMode = (raw: unknown): Mode | undefined => modes.find((mode) => mode === raw);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
