import type { RunRecord } from '../journal/run-fold.ts';
import type { Org } from '../org/org.ts';
import type { Policy } from '../policy/policy.ts';
import { explainAccount } from './explain-account.ts';
import { packRuns } from './pack-runs.ts';
import type { PolicyPage } from './policy-page.ts';
import type { ReportDocument, ShownExplanation } from './report-document.ts';
import type { Snapshot } from './snapshot.ts';
import { makeTable } from './table.ts';

/** What a report is made of. */
export interface ReportDocumentInput {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly org: Org;
  readonly policyPage: PolicyPage;
  /** The newest first. */
  readonly runs: readonly RunRecord[];
  readonly unusable: ReportDocument['unusable'];
}

/** Puts together everything that the page shows, for when no server answers it. Pure. */
export const makeReportDocument = (input: ReportDocumentInput): ReportDocument => {
  const { snapshot, policy, org, policyPage, runs, unusable } = input;
  const explanations = makeTable<ShownExplanation>();
  const accounts = new Map<string, Org['accounts'][number]>(org.accounts.map((account) => [account.id, account]));
  const explained = snapshot.accounts.map(({ id }) => {
    const account = accounts.get(id);
    if (!account) throw new Error(`The account ${id} is in the snapshot and not in the organization.`);
    const { byType, unmatched } = explainAccount(policy, account);
    return snapshot.types.map((type) => explanations.indexOf({ contenders: byType[type], unmatched: unmatched[type] }));
  });
  return {
    snapshot,
    policy: policyPage,
    explanations: explanations.values,
    explained,
    runs: packRuns(runs, snapshot.values),
    unusable,
  };
};
