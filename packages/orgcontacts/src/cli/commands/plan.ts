import { writeFile } from 'node:fs/promises';
import { Option } from 'commander';
import { isIncomplete, type Plan } from '../../plan/plan.ts';
import { renderPlan } from '../../plan/read-plan.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type ExitReason, worst } from '../exit-code.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { forecastPlan } from '../forecast-plan.ts';
import { makeLivePlan } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { defaultValidity, readValidity } from '../validity.ts';

interface PlanOptions extends ConnectionOptions, FilterOptions, OutputOptions, PolicyOptions {
  readonly out?: string;
  readonly exitCode?: boolean;
  readonly validFor: number;
}

/** Shows what would change, what is left alone and why, and how long it would take. */
export const plan: CommandModule = {
  describe: (command) =>
    withOutput(withFilters(withConnection(withPolicy(command))))
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

Exit status: 0, or 2 with --exit-code when something differs; 3 when a limit is passed,
  6 when something managed could not be read, decided or reached.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<PlanOptions>();
    const loaded = await loadPolicy(io, options);
    return withConnected(io, options, async (connection) => {
      const input = { loaded, filters: options, validFor: options.validFor };
      const made = await makeLivePlan(io, connection, input);
      if (options.out !== undefined) await writeFile(options.out, renderPlan(made), { mode: 0o600 });
      const forecast = forecastPlan(made.changes, connection.quotas);
      printReport(io, { kind: 'plan', plan: made, forecast, savedAs: options.out ?? null, isApproved: false }, options);
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
