import type { ShownContender } from './account-page.ts';
import type { PolicyPage } from './policy-page.ts';
import type { RunList, RunPage } from './run-page.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that a report has inside: what the local server would answer, but for what-if. */
export interface ReportDocument {
  readonly snapshot: Snapshot;
  readonly policy: PolicyPage;
  /** What explains a contact type of an account; equal explanations stand here once. */
  readonly explanations: readonly ShownExplanation[];
  /** For each account of the snapshot, and each type, the index of its explanation. */
  readonly explained: readonly (readonly number[])[];
  readonly runs: readonly RunPage[];
  readonly unusable: RunList['unusable'];
}

/** The assignments that match, and how many others name the type. */
export interface ShownExplanation {
  readonly contenders: readonly ShownContender[];
  readonly unmatched: number;
}
