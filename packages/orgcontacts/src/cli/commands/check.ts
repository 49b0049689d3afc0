import { isIncomplete } from '../../plan/plan.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { worst } from '../exit-code.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { makeLivePlan } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { defaultValidity } from '../validity.ts';

type CheckOptions = ConnectionOptions & FilterOptions & OutputOptions & PolicyOptions;

/** Finds drift: for CI and cron. */
export const check: CommandModule = {
  describe: (command) =>
    withOutput(withFilters(withConnection(withPolicy(command)))).addHelpText(
      'after',
      `
Examples:
  orgcontacts check
  orgcontacts check --type SECURITY --json

Exit status: 0 in sync, 2 when anything differs,
  6 when something managed could not be read, decided or reached.`,
    ),
  run: async ({ io, command }) => {
    const options = command.opts<CheckOptions>();
    const loaded = await loadPolicy(io, options);
    return withConnected(io, options, async (connection) => {
      const input = { loaded, filters: options, validFor: defaultValidity };
      const plan = await makeLivePlan(io, connection, input);
      printReport(io, { kind: 'check', plan }, options);
      return worst([
        ...(isIncomplete(plan) ? (['incomplete'] as const) : []),
        ...(plan.changes.length + plan.findings.length > 0 ? (['differences'] as const) : []),
      ]);
    });
  },
};
