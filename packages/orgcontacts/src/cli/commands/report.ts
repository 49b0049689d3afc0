import { Option } from 'commander';
import { judgeControls } from '../../coverage/count-controls.ts';
import { makeCoverage } from '../../coverage/make-coverage.ts';
import { coverageRows } from '../../report/coverage-rows.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { coverageFormats, withFormat } from '../format-options.ts';
import { makeHtmlReport } from '../html-report.ts';
import { type JournalOptions, withJournal } from '../journal-options.ts';
import { readPlanInput } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { saveReport, saveText } from '../print-report.ts';
import { type FormatOptions, formatOf } from '../report-format.ts';
import { defaultValidity } from '../validity.ts';

interface ReportOptions extends ConnectionOptions, FilterOptions, FormatOptions, JournalOptions, PolicyOptions {
  readonly out?: string;
  readonly tags?: boolean;
}

/** States of which nobody knows whether they are as wanted. */
const unknown = new Set(['unreadable', 'unreachable', 'unresolved']);

/** Says who is called for which account, where the gaps are, and what Security Hub, Config, CIS and Well-Architected make of it. */
export const report: CommandModule = {
  describe: (command) =>
    withFormat(withOutput(withJournal(withFilters(withConnection(withPolicy(command))))), [...coverageFormats, 'html'])
      .option('--out <file>', 'write to this file, readable by you only; its ending chooses the format')
      .addOption(
        new Option('--tags', 'read the tags of all accounts too, for json, csv and html: one call for each account'),
      )
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts report                                    counts, gaps and compliance
  orgcontacts report --out evidence.csv                 every contact of every account, for an auditor
  orgcontacts report --type SECURITY --format junit --out contacts.xml
  orgcontacts report --out contacts.html --tags         the whole page in one file, to send and to print
  orgcontacts report --out findings.asff.json           for AWS Security Hub
  orgcontacts report --ou Workloads/Prod --format markdown >> "$GITHUB_STEP_SUMMARY"

Contacts that nobody manages are read too. docs/reports.md shows every format.
Exit status: 0, or 6 when something managed could not be read, decided or reached; check is for CI.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<ReportOptions>();
    const loaded = await loadPolicy(io, options);
    return withConnected(io, options, async (connection) => {
      const input = { loaded, filters: options, validFor: defaultValidity };
      const wanted = { contacts: 'all', paths: true, tags: options.tags === true } as const;
      const read = await readPlanInput(io, connection, input, wanted);
      const coverage = makeCoverage(read);
      if (formatOf(options, options.out) === 'html') {
        const page = await makeHtmlReport(connection, { ...options, loaded, read });
        await saveText(io, page, options.out);
      } else await saveReport(io, { kind: 'coverage', coverage, compliance: judgeControls(coverage) }, options);
      return coverageRows(coverage).some(({ contact }) => unknown.has(contact.state)) ? 'incomplete' : 'done';
    });
  },
};
