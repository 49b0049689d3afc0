import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { ObservedOrg } from '../org/observed-account.ts';
import type { Org } from '../org/org.ts';
import { unitsNamed } from '../org/unit-path.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { mostCharacters } from '../policy/read-policy-text.ts';
import { type NotedValue, renderPolicy, type WrittenAssignment, type WrittenMatch } from '../policy/render-policy.ts';
import { factor } from './factor/factor.ts';
import type { FactoredAssignment, FactoredMatch } from './factor/factored.ts';
import { type Gaps, type LabelledOrg, labelAccounts } from './label-accounts.ts';
import { nameContacts } from './name-contacts.ts';
import { provePolicy } from './prove-policy.ts';

/** How a policy is made from live contacts. */
export interface InferOptions {
  /** A tag key whose values assignments may match. */
  readonly tagKey?: string;
  /** Lines for the comment at the top of the file. */
  readonly comment?: readonly string[];
}

/** A policy made from live contacts, or why what was made cannot be given out. */
export type InferredPolicy =
  | {
      readonly kind: 'policy';
      readonly text: string;
      readonly contacts: number;
      readonly assignments: number;
      /** Live contacts that the policy gives exactly as they are: all but the gaps. */
      readonly keeps: number;
      readonly gaps: Gaps;
    }
  /** It would be larger than a policy that is read: the contacts have too little in common. */
  | { readonly kind: 'too-large'; readonly characters: number }
  /** The proof failed: a defect of this program, which must not become a policy. */
  | { readonly kind: 'unproven'; readonly because: string };

/**
 * Makes the smallest policy that gives every account the contacts that it has: what most accounts share is for all, what a unit shares is
 * for that unit, and the rest are lists of accounts. What is not set, or could not be read, is `unmanaged`. The policy only reports, and
 * proves itself: enforced, it would change nothing in this organization. Pure.
 *
 * @example
 * ```ts
 * import { inferPolicy, type ObservedOrg, type Org } from 'orgcontacts';
 *
 * declare const org: Org;
 * declare const observed: ObservedOrg;
 * const inferred = inferPolicy(org, observed, { tagKey: 'team' });
 * if (inferred.kind !== 'policy') throw new Error('because' in inferred ? inferred.because : 'It would be too large.');
 * console.log(`${inferred.assignments} assignments keep ${inferred.keeps} contacts`);
 * console.log(inferred.text);
 * ```
 */
export const inferPolicy = (org: Org, observed: ObservedOrg, options: InferOptions = {}): InferredPolicy => {
  const labelled = labelAccounts(org, observed, options.tagKey);
  const assignments = factor(labelled.accounts);
  const text = writeFactored(assignments, labelled, org, options);
  if (text.length > mostCharacters) return { kind: 'too-large', characters: text.length };
  const parsed = parsePolicy(text, 'inferred policy');
  if (parsed.kind === 'invalid')
    return {
      kind: 'unproven',
      because: `it does not parse: ${parsed.diagnostics.map(({ message }) => message).join(' ')}`,
    };
  const { differences, keeps } = provePolicy(parsed.policy, org, observed);
  const wanted = labelled.accounts
    .flatMap(({ labels }) => Object.values(labels))
    .filter((label) => label !== null).length;
  if (differences > 0 || keeps !== wanted)
    return { kind: 'unproven', because: `it would change ${differences} contacts, and keep ${keeps} of ${wanted}` };
  const { contacts, gaps } = labelled;
  return { kind: 'policy', text, contacts: contacts.size, assignments: assignments.length, keeps, gaps };
};

const writeFactored = (
  assignments: readonly FactoredAssignment[],
  { contacts }: LabelledOrg,
  org: Org,
  { tagKey = '', comment = [] }: InferOptions,
): string => {
  const names = nameContacts(contacts);
  return renderPolicy({
    comment,
    mode: 'report-only',
    contacts: new Map([...contacts].map(([label, contact]): [string, Contact] => [names.get(label) ?? label, contact])),
    assignments: assignments.map(
      ({ match, wants }): WrittenAssignment => ({
        match: writeMatch(match, org, tagKey),
        wants: Object.fromEntries(
          Object.entries(wants).map(([type, label]): [ContactType | string, string] => [
            type,
            label === null ? 'unmanaged' : (names.get(label) ?? label),
          ]),
        ),
        unmanagedNote: 'gap',
      }),
    ),
  });
};

const writeMatch = (match: FactoredMatch, org: Org, tagKey: string): WrittenMatch => {
  switch (match.kind) {
    case 'all':
      return { kind: 'all' };
    case 'units':
      return { kind: 'ou', values: match.units.map((id) => ({ value: nameOfUnit(id, org) })) };
    case 'tag':
      return { kind: 'tag', key: tagKey, values: match.values.map((value) => ({ value })) };
    case 'accounts':
      return { kind: 'account', values: noted(match.ids, org) };
    default:
      return match satisfies never;
  }
};

/** A unit by its path, where that says which one it is; otherwise by its id. */
const nameOfUnit = (id: string, { units }: Org): string => {
  if (units.kind === 'unreadable') return id;
  const path = units.value.find((unit) => unit.id === id)?.path;
  return path && isPlainPath(path) && unitsNamed(units.value, path).length === 1 ? path : id;
};

/** Whether a policy can name a unit by this path: no part of it is blank. */
const isPlainPath = (path: string): boolean => path.split(/(?<!\\)\//).every((name) => name.trim() !== '');

/** Lists of accounts are read by people: what an account is called stands beside its id. */
const noted = (ids: readonly string[], { accounts }: Org): readonly NotedValue[] => {
  const names = new Map<string, string>(accounts.map(({ id, name }) => [id, name]));
  return ids.length === 1
    ? ids.map((value) => ({ value }))
    : ids.map((value) => ({ value, note: names.get(value) ?? '' }));
};
