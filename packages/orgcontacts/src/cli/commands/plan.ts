import { Option } from 'commander';
import { makePlan } from '../../plan/make-plan.ts';
import { isIncomplete, type Plan } from '../../plan/plan.ts';
import { renderPlan } from '../../plan/read-plan.ts';
import { unitPaths } from '../../plan/unit-paths.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type ExitReason, worst } from '../exit-code.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { forecastPlan } from '../forecast-plan.ts';
import { planFormats, withFormat } from '../format-options.ts';
import { readPlanInput } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printFormatted } from '../print-report.ts';
import { type FormatOptions, formatOf } from '../report-format.ts';
import { defaultValidity, readValidity } from '../validity.ts';
import { writePrivate } from '../write-file.ts';

interface PlanOptions extends ConnectionOptions, FilterOptions, FormatOptions, PolicyOptions {
  readonly out?: string;
  readonly exitCode?: boolean;
  readonly validFor: number;
}

/** Shows what would change, what is left alone and why, and how long it would take. */
export const plan: CommandModule = {
  describe: (command) =>
    withFormat(withOutput(withFilters(withConnection(withPolicy(command)))), planFormats)
      .option('--out <file>', 'save the plan, to apply exactly this later')
      .addOption(
        new Option('--valid-for <time>', 'how long the saved plan may be applied, up to 7d')
          .argParser(readValidity)
          .default(defaultValidity, '24h'),
      )
      .option('--exit-code', 'exit 2 when there is something to change')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts plan
  orgcontacts plan --out next.plan.json
  orgcontacts plan --ou Workloads/Prod --type SECURITY
  orgcontacts plan --out next.plan.json --format markdown > comment.md    for a pull request

Exit status: 0, or 2 with --exit-code when something differs; 3 when a limit is passed,
  6 when something managed could not be read, decided or reached.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<PlanOptions>();
    const loaded = await loadPolicy(io, options);
    return withConnected(io, options, async (connection) => {
      const input = { loaded, filters: options, validFor: options.validFor };
      const format = formatOf(options);
      const paths = format === 'markdown' || format === 'csv';
      const read = await readPlanInput(io, connection, input, { contacts: 'managed', paths, tags: false });
      const made = makePlan(read);
      if (options.out !== undefined) await writePrivate(options.out, renderPlan(made));
      const forecast = forecastPlan(made.changes, connection.quotas);
      const units = paths ? { units: unitPaths(read.resolutions) } : {};
      const saved = { savedAs: options.out ?? null, isApproved: false };
      await printFormatted(io, { kind: 'plan', plan: made, forecast, ...saved, ...units }, options);
      return reasonOf(made, options.exitCode === true);
    });
  },
};

const reasonOf = (made: Plan, tellsDifferences: boolean): ExitReason =>
  worst([
    ...(made.breaches.length > 0 ? (['refused'] as const) : []),
    ...(isIncomplete(made) ? (['incomplete'] as const) : []),
    ...(tellsDifferences && made.changes.length + made.findings.length > 0 ? (['differences'] as const) : []),
  ]);
