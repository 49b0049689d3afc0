import { InvalidArgumentError } from 'commander';
import { type AccountId, parseAccountId } from '../../contact/account-id.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { applyStep } from '../../setup/apply-step.ts';
import { observeSetup } from '../../setup/observe-setup.ts';
import { planSetup, type SetupStep } from '../../setup/plan-setup.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { requireConsent } from '../consent.ts';
import type { ExitReason } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';

interface SetupOptions extends ConnectionOptions, OutputOptions {
  readonly administrator?: AccountId;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Enables trusted access and registers the delegated administrator, as far as that is not done. */
export const setup: CommandModule = {
  describe: (command) =>
    withOutput(withConnection(command))
      .option(
        '--administrator <id>',
        'the member account that is to look after contacts; without it only trusted access',
        readAccount,
      )
      .option('--yes', 'do not ask; needed where there is no terminal')
      .option('--dry-run', 'only show what is missing')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts setup --administrator 222233334444
  orgcontacts setup --administrator 222233334444 --dry-run

Called from the management account. Each step is shown first, and what is done already is left alone:
run twice, it changes nothing. Where another account holds the one place that AWS has, nothing is done.
How to take it back is shown with it.
Exit status: 0 set up; 1 it cannot be; 3 nobody agreed.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<SetupOptions>();
    return withConnected<ExitReason>(io, options, async ({ writing }) => {
      const steps = await stepsFor(writing, options.administrator);
      if (options.dryRun || steps.length === 0) {
        printReport(io, { kind: 'setup', steps, done: 0 }, options);
        return 'done';
      }
      for (const { command: line } of steps) io.err(`  ${line}\n`);
      await requireConsent(io, options.yes, { count: steps.length, verb: 'carry out', noun: 'step' });
      await carryOutSteps(io, writing, steps);
      const left = await stepsFor(writing, options.administrator);
      if (left.length > 0)
        throw new CliError(
          'error',
          `AWS accepted every step, and still shows as missing: ${left.map(({ command: line }) => line).join('; ')}.`,
          'Run the same command again in a minute.',
        );
      printReport(io, { kind: 'setup', steps, done: steps.length }, options);
      return 'done';
    });
  },
};

const stepsFor = async (gateway: Gateway, administrator: AccountId | undefined): Promise<readonly SetupStep[]> => {
  const facts = await observeSetup(gateway, administrator);
  if (facts.kind === 'failed')
    throw new CliError(
      'error',
      `What is set up could not be read. ${describeFailure(facts.failure)}`,
      'The identity needs organizations:DescribeOrganization, ListAWSServiceAccessForOrganization, ListDelegatedAdministrators and DescribeAccount.',
    );
  const plan = planSetup(facts.value, administrator);
  if (plan.kind === 'refused') throw new CliError('error', `${plan.because} Nothing was changed.`, plan.help);
  return plan.steps;
};

const carryOutSteps = async (io: Io, gateway: Gateway, steps: readonly SetupStep[]): Promise<void> => {
  for (const [index, step] of steps.entries()) {
    const done = await applyStep(gateway, step);
    if (done.kind === 'failed')
      throw new CliError(
        'error',
        `Step ${index + 1} of ${steps.length} failed: ${describeFailure(done.failure)}`,
        `It was: ${step.command}. Steps before it are done; run the same command again to go on.`,
      );
    io.err(`Step ${index + 1} of ${steps.length} done\n`);
  }
};

const readAccount = (text: string): AccountId => {
  const id = parseAccountId(text);
  if (id === undefined) throw new InvalidArgumentError('An account id has twelve digits.');
  return id;
};
