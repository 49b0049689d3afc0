import { createHash } from 'node:crypto';
import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import { anId } from '../gateway/memory/memory-world.builder.ts';
import { noLint } from '../policy/lint-settings.ts';
import type { Assignment, Exclusion, Mode, Policy, Want } from '../policy/policy.ts';
import type { Condition, Selector } from '../selector/selector.ts';

/** A contact that differs from others by its name. */
export const aContact = (name: string): Contact => ({
  name,
  title: 'Contact',
  email: `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}@example.com`,
  phone: '+1 555 0100',
});

/** The wish for a contact that differs from others by its name. */
export const wantContact = (name: string): Want => ({
  kind: 'contact',
  contactName: name,
  masked: [],
  contact: aContact(name),
});

/** The wish for a contact whose address is filled in with the value of a tag. */
export const wantTemplate = (key: string): Want => ({
  kind: 'template',
  contactName: `team by ${key}`,
  masked: [],
  fields: {
    name: [{ kind: 'text', text: 'Team' }],
    title: [{ kind: 'text', text: 'Contact' }],
    email: [
      { kind: 'tag', key, otherwise: null },
      { kind: 'text', text: '@example.com' },
    ],
    phone: [{ kind: 'text', text: '+1 555 0100' }],
  },
});

/** Conditions, short to write. */
export const all: Condition = { kind: 'all' };
export const account = (...ids: readonly string[]): Condition => ({ kind: 'account', ids: ids.map(anId) });
export const unit = (...units: readonly string[]): Condition => ({ kind: 'ou', units });
export const name = (...names: readonly string[]): Condition => ({ kind: 'name', names });
export const managementIs = (is: boolean): Condition => ({ kind: 'management', is });
export const not = (...conditions: Selector): Condition => ({ kind: 'not', conditions });
export const tag = (key: string, ...values: readonly string[]): Condition => ({ kind: 'tag', key, values });

/** What an assignment of a test says. */
export interface AssignmentOptions {
  readonly type?: ContactType;
  readonly mode?: Mode;
  readonly line?: number;
}

const placeAt = (line: number) => ({ file: 'contacts.yaml', line, column: 5, length: 1 });

/** An assignment that wants something of one contact type: a contact by name, `absent` or `unmanaged`. */
export const assign = (match: Selector, want: string | Want, options: AssignmentOptions = {}): Assignment => {
  const { type = 'SECURITY', mode = 'enforce', line = 1 } = options;
  return { match, wants: { [type]: wantOf(want) }, mode, place: placeAt(line) };
};

const wantOf = (want: string | Want): Want => {
  if (typeof want !== 'string') return want;
  return want === 'absent' || want === 'unmanaged' ? { kind: want } : wantContact(want);
};

/** An exclusion of the accounts that match. */
export const exclude = (match: Selector, line = 90): Exclusion => ({ match, place: placeAt(line) });

/** A policy of these assignments, each on a line of its own, as it is after parsing. */
export const aPolicy = (assignments: readonly Assignment[], exclusions: readonly Exclusion[] = []): Policy => ({
  mode: 'enforce',
  assignments: assignments.map((one, index) => ({ ...one, place: placeAt(10 + index) })),
  exclude: exclusions,
  lint: noLint,
  hash: createHash('sha256').update(JSON.stringify(assignments)).digest('hex'),
});
