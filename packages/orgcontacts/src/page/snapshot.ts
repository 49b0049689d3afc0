import type { Contact } from '../contact/contact.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { CoverageState } from '../coverage/coverage-state.ts';
import type { ShownAssignment } from './shown-assignment.ts';
import type { ShownControl, ShownPlan } from './shown-plan.ts';

/**
 * The organization as the page shows it: plain data, small enough to be part of the page. Everything that repeats stands once in a
 * table, and is named by its index there; -1 means none.
 */
export interface Snapshot {
  readonly format: 'orgcontacts/page';
  readonly version: 1;
  /** When the contacts were read; ISO 8601, UTC. */
  readonly readAt: string;
  /** The version of orgcontacts. */
  readonly tool: string;
  readonly endpoint: string;
  readonly organization: { readonly id: string; readonly partition: string; readonly managementAccountId: string };
  readonly caller: { readonly accountId: string; readonly role: string };
  readonly values: 'whole' | 'masked';
  /** The policy file; no hash where there is no usable policy, so that nothing is managed. */
  readonly policy: { readonly file: string; readonly hash: string | null };
  readonly types: readonly ContactType[];
  /** Parents come before what is in them. */
  readonly units: readonly ShownUnit[];
  readonly tags: readonly (readonly [key: string, value: string])[];
  readonly contacts: readonly Contact[];
  readonly texts: readonly string[];
  readonly assignments: readonly ShownAssignment[];
  readonly cells: readonly Cell[];
  /** Sorted by id. */
  readonly accounts: readonly ShownAccount[];
  readonly plan: ShownPlan;
  readonly controls: readonly ShownControl[];
}

/** A unit of the organization. */
export interface ShownUnit {
  readonly id: string;
  readonly name: string;
  /** Names from below the root; `/` is the root. */
  readonly path: string;
  /** The index of the unit above. */
  readonly parent: number;
}

/** An account, with one cell for each contact type. */
export interface ShownAccount {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** The index of its unit; -1 where that could not be read. */
  readonly unit: number;
  readonly tags: readonly number[];
  /** Indexes of cells, in the order of the types. */
  readonly cells: readonly number[];
}

/** One contact type of an account: what is there, what is wanted, why, and what a plan does about it. */
export interface Cell {
  readonly state: CoverageState;
  /** Index of the contact that is set; null when none is set, -1 when that is not known. */
  readonly live: number | null;
  /** Index of the contact that is wanted; null where none is wanted, or nobody can say. */
  readonly wanted: number | null;
  /** The line of the policy that decides; 0 for none. */
  readonly line: number;
  /** Index of a text that says more. */
  readonly detail: number;
  /** What a plan does; null when it does nothing. */
  readonly change: 'create' | 'update' | 'delete' | null;
}
