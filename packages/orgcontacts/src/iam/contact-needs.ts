import { type ContactType, contactTypes } from '../contact/contact-type.ts';
import { isUnitId, rootPath } from '../org/unit-path.ts';
import type { Policy } from '../policy/policy.ts';
import { needsOf } from '../resolve/needs-of.ts';

/** What a policy file makes this tool call. */
export interface ContactNeeds {
  readonly tags: boolean;
  /** Whether units are named by their paths, so that names have to be looked up; ids come with the accounts. */
  readonly unitPaths: boolean;
  readonly read: readonly ContactType[];
  readonly put: readonly ContactType[];
  readonly delete: readonly ContactType[];
}

/**
 * Says what a policy makes this tool call, an undo of every apply included: it deletes what was created and puts back what was deleted.
 * Pure.
 */
export const contactNeeds = (policy: Policy): ContactNeeds => {
  const { tags, units } = needsOf(policy);
  const writing = (type: ContactType): boolean => isWritten(policy, type);
  return {
    tags,
    unitPaths: units.some((unit) => unit !== rootPath && !isUnitId(unit)),
    read: contactTypes.filter((type) => isManaged(policy, type)),
    put: contactTypes.filter(writing),
    delete: contactTypes.filter(writing),
  };
};

/** What this tool can need without knowing a policy: everything. */
export const widestNeeds: ContactNeeds = {
  tags: true,
  unitPaths: true,
  read: contactTypes,
  put: contactTypes,
  delete: contactTypes,
};

const isManaged = ({ assignments }: Policy, type: ContactType): boolean =>
  assignments.some(({ wants }) => wants[type] !== undefined && wants[type].kind !== 'unmanaged');

/** A mode that only reports writes nothing, and so has nothing to undo. */
const isWritten = ({ assignments }: Policy, type: ContactType): boolean =>
  assignments.some(
    ({ wants, mode }) => mode !== 'report-only' && wants[type] !== undefined && wants[type].kind !== 'unmanaged',
  );
