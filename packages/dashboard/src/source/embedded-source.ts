import type { AccountPage, PastChange } from '../../../orgcontacts/src/page/account-page.ts';
import type { ReportDocument } from '../../../orgcontacts/src/page/report-document.ts';
import type { RunPage } from '../../../orgcontacts/src/page/run-page.ts';
import type { Source } from './source.ts';
import { unpackRuns } from './unpack-runs.ts';

/** The report that this page is part of. */
export const makeEmbeddedSource = (report: ReportDocument): Source => {
  const runs = unpackRuns(report.runs);
  return {
    snapshot: async () => report.snapshot,
    account: async (id) => accountIn(report, runs, id),
    policy: async () => report.policy,
    runs: async () => ({ runs: runs.map(({ run }) => run), unusable: report.unusable }),
    run: async (name) => runs.find(({ run }) => run.run === name),
    live: undefined,
  };
};

const accountIn = (report: ReportDocument, runs: readonly RunPage[], id: string): AccountPage | undefined => {
  const { accounts, types } = report.snapshot;
  const explained = report.explained[accounts.findIndex((account) => account.id === id)];
  if (!explained) return undefined;
  const of = <Value>(pick: (one: ReportDocument['explanations'][number]) => Value) =>
    // Each of the three types has an explanation.
    Object.fromEntries(
      types.flatMap((type, index) => {
        const one = report.explanations[explained[index] ?? -1];
        return one ? [[type, pick(one)]] : [];
      }),
    ) as Record<(typeof types)[number], Value>;
  return {
    id,
    byType: of(({ contenders }) => contenders),
    unmatched: of(({ unmatched }) => unmatched),
    history: historyIn(runs, id),
  };
};

const historyIn = (runs: readonly RunPage[], id: string): readonly PastChange[] =>
  runs.flatMap(({ run, items }) =>
    items
      .filter(({ accountId }) => accountId === id)
      .map(({ type, kind, before, after, outcome }) => ({
        run: run.run,
        at: run.startedAt,
        type,
        kind,
        before,
        after,
        outcome,
      })),
  );
