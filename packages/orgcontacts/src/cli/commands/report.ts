import { Option } from 'commander';
import { judgeControls } from '../../coverage/count-controls.ts';
import { makeCoverage } from '../../coverage/make-coverage.ts';
import { coverageRows } from '../../report/coverage-rows.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { coverageFormats, withFormat } from '../format-options.ts';
import { readPlanInput } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { saveReport } from '../print-report.ts';
import type { FormatOptions } from '../report-format.ts';
import { defaultValidity } from '../validity.ts';

interface ReportOptions extends ConnectionOptions, FilterOptions, FormatOptions, PolicyOptions {
  readonly out?: string;
  readonly tags?: boolean;
}

/** States of which nobody knows whether they are as wanted. */
const unknown = new Set(['unreadable', 'unreachable', 'unresolved']);

/** Says who is called for which account, where the gaps are, and what Security Hub, Config, CIS and Well-Architected make of it. */
export const report: CommandModule = {
  describe: (command) =>
    withFormat(withOutput(withFilters(withConnection(withPolicy(command)))), coverageFormats)
      .option('--out <file>', 'write to this file, readable by you only; its ending chooses the format')
      .addOption(new Option('--tags', 'read the tags of all accounts too, for json and csv: one call for each account'))
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts report                                    counts, gaps and compliance
  orgcontacts report --out evidence.csv                 every contact of every account, for an auditor
  orgcontacts report --type SECURITY --format junit --out contacts.xml
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
      const coverage = makeCoverage(await readPlanInput(io, connection, input, wanted));
      await saveReport(io, { kind: 'coverage', coverage, compliance: judgeControls(coverage) }, options);
      return coverageRows(coverage).some(({ contact }) => unknown.has(contact.state)) ? 'incomplete' : 'done';
    });
  },
};
