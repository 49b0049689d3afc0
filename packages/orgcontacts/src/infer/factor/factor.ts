import { type ContactType, contactTypes } from '../../contact/contact-type.ts';
import type { FactorAccount, FactoredAssignment } from './factored.ts';
import { findLabels } from './find-labels.ts';
import { makeAssignments } from './make-assignments.ts';
import { mergeEqual } from './merge-equal.ts';
import { makeModel } from './model.ts';
import { pruneAssignments } from './prune-assignments.ts';

/**
 * Finds a short list of assignments that give every account exactly its labels: what most accounts share becomes `all`, what a unit or
 * a tag value shares becomes an assignment for it, and the rest lists of accounts. The same for any order of the accounts. Pure.
 */
export const factor = (
  accounts: readonly FactorAccount[],
  types: readonly ContactType[] = contactTypes,
): readonly FactoredAssignment[] => {
  const assignments = makeAssignments(findLabels(makeModel(accounts, types)));
  return mergeEqual(pruneAssignments(assignments, accounts));
};
