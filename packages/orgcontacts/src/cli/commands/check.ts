import { makeCoverage } from '../../coverage/make-coverage.ts';
import { makePlan, type PlanInput } from '../../plan/make-plan.ts';
import { isIncomplete, type Plan } from '../../plan/plan.ts';
import { unitPaths } from '../../plan/unit-paths.ts';
import type { Report } from '../../report/report.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { worst } from '../exit-code.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { coverageFormats, withFormat } from '../format-options.ts';
import { readPlanInput } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { saveReport } from '../print-report.ts';
import { type FormatOptions, formatOf, type ReportFormat } from '../report-format.ts';
import { defaultValidity } from '../validity.ts';

interface CheckOptions extends ConnectionOptions, FilterOptions, FormatOptions, PolicyOptions {
  readonly out?: string;
}

/** Finds drift: for CI and cron. */
export const check: CommandModule = {
  describe: (command) =>
    withFormat(withOutput(withFilters(withConnection(withPolicy(command)))), coverageFormats)
      .option('--out <file>', 'write to this file, readable by you only; its ending chooses the format')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts check
  orgcontacts check --type SECURITY --json
  orgcontacts check --format github               annotations at the lines of the policy file
  orgcontacts check --out contacts.sarif          for code scanning
  orgcontacts check --format junit --out contacts.xml

Exit status: 0 in sync, 2 when anything differs,
  6 when something managed could not be read, decided or reached.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<CheckOptions>();
    const format = formatOf(options, options.out);
    const loaded = await loadPolicy(io, options);
    return withConnected(io, options, async (connection) => {
      const wanted = { contacts: 'managed', paths: !plainFormats.has(format), tags: false } as const;
      const input = { loaded, filters: options, validFor: defaultValidity };
      const made = await readPlanInput(io, connection, input, wanted);
      const plan = makePlan(made);
      await saveReport(io, reportOf(format, made, plan), options);
      return worst([
        ...(isIncomplete(plan) ? (['incomplete'] as const) : []),
        ...(plan.changes.length + plan.findings.length > 0 ? (['differences'] as const) : []),
      ]);
    });
  },
};

/** Formats in which nobody sees the path of a unit. */
const plainFormats = new Set<ReportFormat>(['terminal', 'json', 'github']);

/** Formats that only say what differs; the others have a row for each contact, also for what is as wanted. */
const reportOf = (format: ReportFormat, made: PlanInput, plan: Plan): Report =>
  format === 'terminal' || format === 'json' || format === 'markdown'
    ? { kind: 'check', plan, ...(format === 'markdown' && { units: unitPaths(made.resolutions) }) }
    : { kind: 'coverage', coverage: makeCoverage(made) };
