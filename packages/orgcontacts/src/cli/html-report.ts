import { makeFileJournalStore } from '../journal/file/file-journal-store.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import { readRunOf } from '../journal/run-record.ts';
import type { Org } from '../org/org.ts';
import { readPageFiles } from '../page/file/read-page-files.ts';
import { makeReportDocument } from '../page/make-report-document.ts';
import { makeSnapshot } from '../page/make-snapshot.ts';
import { planCovered } from '../page/plan-reading.ts';
import { shownDiagnostic } from '../page/policy-page.ts';
import { renderReportPage } from '../page/render-report-page.ts';
import type { ReportDocument } from '../page/report-document.ts';
import type { PlanInput } from '../plan/make-plan.ts';
import { lintOrg } from '../resolve/lint-org.ts';
import { CliError } from './cli-error.ts';
import type { Connection } from './connect.ts';
import { forecastPlan } from './forecast-plan.ts';
import { hideContacts } from './hide-contacts.ts';
import type { LoadedPolicy } from './load-policy.ts';
import { version } from './version.ts';

/** What an HTML report is made of. */
export interface HtmlReportInput {
  readonly loaded: LoadedPolicy;
  /** Every contact of the accounts that it is about. */
  readonly read: PlanInput;
  readonly journal: string;
  readonly showValues?: boolean;
}

/** So many runs are told, the newest first: an auditor looks at months, and the file has to stay small. Own choice. */
const mostRuns = 20;

/** Makes the dashboard's page with everything inside: one file that needs no server and no network. */
export const makeHtmlReport = async (connection: Connection, input: HtmlReportInput): Promise<string> => {
  const { loaded, read, showValues = false } = input;
  const files = await pageFiles();
  const { coverage, plan } = planCovered(loaded.policy, read);
  const org = orgOf(read);
  const snapshot = makeSnapshot({
    about: {
      tool: version(),
      endpoint: connection.endpoint,
      values: showValues ? 'whole' : 'masked',
      policy: { file: loaded.file, hash: loaded.policy.hash },
    },
    caller: connection.caller,
    org,
    policy: loaded.policy,
    coverage,
    plan,
    forecast: forecastPlan(plan.changes, connection.quotas),
    command: `orgcontacts apply --approve ${plan.fingerprint}`,
  });
  const policyPage = {
    file: loaded.file,
    text: showValues ? loaded.text : hideContacts(loaded.text),
    isHidden: !showValues,
    diagnostics: [...loaded.warnings, ...lintOrg(loaded.policy, org, read.resolutions)].map(shownDiagnostic),
  };
  const document = { snapshot, policy: loaded.policy, org, policyPage, ...(await pastRuns(input.journal)) };
  return renderReportPage(files, makeReportDocument(document));
};

/** The page that the build has put beside the program. */
export const pageFiles = () =>
  readPageFiles().catch(() => {
    throw new CliError('error', 'The page was not built.', 'From a clone: npm run build.');
  });

/** The organization as far as the report is about it; units in which no such account is do not matter. */
const orgOf = ({ frame, resolutions }: PlanInput): Org => ({
  ...frame.organization,
  accounts: resolutions.map(({ account }) => account),
  units: { kind: 'known', value: [] },
});

const pastRuns = async (journal: string) => {
  const store = makeFileJournalStore(journal);
  const runs: RunRecord[] = [];
  const unusable: ReportDocument['unusable'][number][] = [];
  for (const run of (await store.list()).toReversed().slice(0, mostRuns)) {
    const read = await readRunOf(store, run);
    if (read.kind === 'run') runs.push(read.record);
    else unusable.push({ run, because: read.because });
  }
  return { runs, unusable };
};
