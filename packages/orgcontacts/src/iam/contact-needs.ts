import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import { rootPath } from '../org/unit-path.ts';
import type { Assignment, Policy, Want } from '../policy/policy.ts';
import { needsOf } from '../resolve/needs-of.ts';

/** What a policy file makes this tool call. */
export interface ContactNeeds {
  readonly tags: boolean;
  /** Whether units below the root are named, by path or id: one that holds no account is found only by walking the tree. */
  readonly units: boolean;
  readonly read: readonly ContactType[];
  readonly put: readonly ContactType[];
  readonly delete: readonly ContactType[];
}

/**
 * Says what a policy makes this tool call. With `undo` every run can be taken back: what was created is then deleted, and what was deleted
 * is put back. Pure.
 */
export const contactNeeds = ({ assignments, exclude }: Policy, undo = true): ContactNeeds => {
  const { tags, units } = needsOf({ assignments, exclude });
  const put = typesThat(assignments, (want, mode) => isContact(want) && mode !== 'report-only');
  const absent = typesThat(assignments, (want, mode) => want.kind === 'absent' && mode === 'enforce');
  const written = contactTypes.filter((type) => put.includes(type) || absent.includes(type));
  return {
    tags,
    units: units.some((unit) => unit !== rootPath),
    read: typesThat(assignments, ({ kind }) => kind !== 'unmanaged'),
    put: undo ? written : put,
    delete: undo ? written : absent,
  };
};

/** What this tool can need without knowing a policy: everything. */
export const widestNeeds: ContactNeeds = {
  tags: true,
  units: true,
  read: contactTypes,
  put: contactTypes,
  delete: contactTypes,
};

const isContact = ({ kind }: Want): boolean => kind === 'contact' || kind === 'template';

const typesThat = (
  assignments: readonly Assignment[],
  holds: (want: Want, mode: Assignment['mode']) => boolean,
): readonly ContactType[] =>
  contactTypes.filter((type) =>
    assignments.some(({ wants, mode }) => {
      const want = wants[type];
      return want !== undefined && holds(want, mode);
    }),
  );
