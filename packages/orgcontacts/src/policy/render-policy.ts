import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type Contact, contactFields } from '../contact/contact.ts';
import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import { printable } from '../diagnostic/printable.ts';
import type { Mode } from './policy.ts';
import { escapeTemplate } from './template.ts';

/** A value of a list, and what is said about it beside it. */
export interface NotedValue {
  readonly value: string;
  readonly note?: string;
}

/** Which accounts, as it is written into a file. */
export type WrittenMatch =
  | { readonly kind: 'all' }
  | { readonly kind: 'account' | 'ou'; readonly values: readonly NotedValue[] }
  | { readonly kind: 'tag'; readonly key: string; readonly values: readonly NotedValue[] };

/** An assignment, as it is written into a file: names of contacts, `absent` or `unmanaged`. */
export interface WrittenAssignment {
  readonly match: WrittenMatch;
  readonly wants: Readonly<Partial<Record<ContactType, string>>>;
  /** Said after the wants that are `unmanaged`. */
  readonly unmanagedNote?: string;
}

/** A policy to write down. */
export interface WrittenPolicy {
  /** Lines of the comment at the top. */
  readonly comment: readonly string[];
  readonly mode: Mode;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly assignments: readonly WrittenAssignment[];
}

/**
 * Writes a policy as people write it: comments, contacts in blocks, short matches in one line. What it writes parses to what was given.
 *
 * @example
 * ```ts
 * import { renderPolicy } from 'orgcontacts';
 *
 * const mary = { name: 'Mary Major', title: 'Security', email: 'mary@example.com', phone: '+1 555 0100' };
 * const text = renderPolicy({
 *   comment: ['Whom AWS calls.'],
 *   mode: 'report-only',
 *   contacts: new Map([['mary', mary]]),
 *   assignments: [{ match: { kind: 'all' }, wants: { SECURITY: 'mary' } }],
 * });
 * ```
 */
export const renderPolicy = ({ comment, mode, contacts, assignments }: WrittenPolicy): string => {
  const document = new Document();
  document.commentBefore = comment.map((line) => ` ${printable(line)}`).join('\n');
  const root = new YAMLMap();
  root.set('version', 1);
  root.set('mode', mode);
  root.set('contacts', contactsNode(contacts));
  const list = new YAMLSeq();
  for (const assignment of assignments) list.add(assignmentNode(assignment));
  root.set('assignments', list);
  document.contents = root;
  spaceOut(root);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
};

const contactsNode = (contacts: WrittenPolicy['contacts']): YAMLMap => {
  const node = new YAMLMap();
  for (const [name, contact] of contacts) {
    const fields = new YAMLMap();
    for (const field of contactFields) {
      const text = new Scalar(escapeTemplate(contact[field]));
      // Unquoted, many a phone is a number to YAML and to whoever edits it next.
      if (field === 'phone') text.type = Scalar.QUOTE_DOUBLE;
      fields.set(field, text);
    }
    // The names of a Map are its own already; set would look through all of them for each.
    node.items.push(new Pair(new Scalar(name), fields));
  }
  return node;
};

const assignmentNode = ({ match, wants, unmanagedNote }: WrittenAssignment): YAMLMap => {
  const node = new YAMLMap();
  node.set('match', matchNode(match));
  for (const type of contactTypes) {
    const want = wants[type];
    if (want === undefined) continue;
    const scalar = new Scalar(want);
    if (want === 'unmanaged' && unmanagedNote !== undefined) scalar.comment = ` ${printable(unmanagedNote)}`;
    node.set(type.toLowerCase(), scalar);
  }
  return node;
};

/** Lists of more values than this stand in a block, a line each. */
const mostInLine = 3;

const matchNode = (match: WrittenMatch): Scalar | YAMLMap => {
  if (match.kind === 'all') return new Scalar('all');
  const node = new YAMLMap();
  const values = valuesNode(match.values, match.kind === 'account');
  if (match.kind === 'tag') {
    const tag = new YAMLMap();
    tag.set(match.key, values);
    node.set('tag', tag);
  } else node.set(match.kind, values);
  return match.values.length > mostInLine || match.values.some(({ note }) => note !== undefined) ? node : inFlow(node);
};

const valuesNode = (values: readonly NotedValue[], isQuoted: boolean): Scalar | YAMLSeq => {
  const scalars = values.map(({ value, note }) => {
    const scalar = new Scalar(value);
    if (isQuoted) scalar.type = Scalar.QUOTE_DOUBLE;
    if (note !== undefined) scalar.comment = ` ${printable(note)}`;
    return scalar;
  });
  const [only] = scalars;
  if (only && scalars.length === 1) return only;
  const list = new YAMLSeq();
  for (const scalar of scalars) list.add(scalar);
  return list;
};

const inFlow = (node: YAMLMap): YAMLMap => {
  node.flow = true;
  return node;
};

/** An empty line before each section but the first. */
const spaceOut = (root: YAMLMap): void => {
  for (const pair of root.items.slice(2)) {
    const key = new Scalar(pair.key);
    key.spaceBefore = true;
    pair.key = key;
  }
};
