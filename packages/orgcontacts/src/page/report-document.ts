import type { Contact } from '../contact/contact.ts';
import type { ShownContender } from './account-page.ts';
import type { PolicyPage } from './policy-page.ts';
import type { RunList, ShownRun } from './run-page.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that a report has inside: what the local server would answer, but for what-if. */
export interface ReportDocument {
  readonly snapshot: Snapshot;
  readonly policy: PolicyPage;
  /** What explains a contact type of an account; equal explanations stand here once. */
  readonly explanations: readonly ShownExplanation[];
  /** For each account of the snapshot, and each type, the index of its explanation. */
  readonly explained: readonly (readonly number[])[];
  readonly runs: PackedRuns;
  readonly unusable: RunList['unusable'];
}

/** Runs with everything that repeats standing once; the newest first. */
export interface PackedRuns {
  readonly accounts: readonly (readonly [id: string, name: string])[];
  readonly contacts: readonly Contact[];
  readonly texts: readonly string[];
  readonly runs: readonly { readonly run: ShownRun; readonly items: readonly PackedItem[] }[];
}

/** An item by indexes: of its account, its type, kind, outcome and detail among the texts, and its contacts; -1 for no contact. */
export type PackedItem = readonly [
  account: number,
  type: number,
  kind: number,
  before: number,
  after: number,
  outcome: number,
  detail: number,
];

/** The assignments that match, and how many others name the type. */
export interface ShownExplanation {
  readonly contenders: readonly ShownContender[];
  readonly unmatched: number;
}
