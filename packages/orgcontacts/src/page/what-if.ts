import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { CoverageState } from '../coverage/coverage-state.ts';
import type { ShownDiagnostic } from './policy-page.ts';
import type { ShownPlan } from './shown-plan.ts';
import type { Cell, ShownAccount, Snapshot } from './snapshot.ts';

/** What would be different under an edited policy. */
export interface WhatIf {
  readonly diagnostics: readonly ShownDiagnostic[];
  /** Null where the edited text is no usable policy. */
  readonly plan: ShownPlan | null;
  /** Equal differences together, those that reach most accounts first. */
  readonly differences: readonly PolicyDifference[];
}

/** The same difference in some accounts. */
export interface PolicyDifference {
  readonly type: ContactType;
  readonly from: Stand;
  readonly to: Stand;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/** How a contact stands under one of the two policies. */
export interface Stand {
  readonly state: CoverageState;
  /** The contact that is wanted; null where none is. */
  readonly wanted: Contact | null;
  readonly change: Cell['change'];
  /** The line of the assignment that wins; 0 for none. */
  readonly line: number;
}

/** Finds what is different between the organization under the policy as it is, and under an edited one. Pure. */
export const compareSnapshots = (now: Snapshot, edited: Snapshot): readonly PolicyDifference[] => {
  const groups = new Map<string, { readonly first: PolicyDifference; readonly accounts: ShownAccount[] }>();
  const before = new Map(now.accounts.map((account) => [account.id, account]));
  for (const account of edited.accounts) {
    const earlier = before.get(account.id);
    if (!earlier) continue;
    for (const [index, type] of edited.types.entries()) {
      const from = standOf(now, earlier, index);
      const to = standOf(edited, account, index);
      if (sameStand(from, to)) continue;
      const key = JSON.stringify([type, from, to]);
      const group = groups.get(key);
      if (group) group.accounts.push(account);
      else groups.set(key, { first: { type, from, to, accounts: [] }, accounts: [account] });
    }
  }
  return [...groups.values()]
    .map(({ first, accounts }) => ({ ...first, accounts: accounts.map(({ id, name }) => ({ id, name })) }))
    .sort((one, other) => other.accounts.length - one.accounts.length);
};

const standOf = (snapshot: Snapshot, account: ShownAccount, index: number): Stand => {
  const cell = snapshot.cells[account.cells[index] ?? -1];
  if (!cell) throw new Error(`The account ${account.id} has no cell ${index}.`);
  const wanted = cell.wanted === null ? null : (snapshot.contacts[cell.wanted] ?? null);
  return { state: cell.state, wanted, change: cell.change, line: cell.line };
};

/** Lines move while somebody types; that alone is no difference. */
const sameStand = (one: Stand, other: Stand): boolean =>
  one.state === other.state &&
  one.change === other.change &&
  JSON.stringify(one.wanted) === JSON.stringify(other.wanted);
