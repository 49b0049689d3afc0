import type { Command } from 'commander';
import { type ContactType, contactTypes, parseContactType } from '../contact/contact-type.ts';
import { isIncomplete } from '../plan/plan.ts';
import { type ApplyOptions, applyAdmitted } from './apply-admitted.ts';
import { CliError } from './cli-error.ts';
import { withConnected } from './connect.ts';
import { type ConnectionOptions, withConnection } from './connection-options.ts';
import { type ExitReason, worst } from './exit-code.ts';
import { fileExists } from './file-exists.ts';
import { forecastPlan } from './forecast-plan.ts';
import type { Io } from './io.ts';
import { withApproval, withConsent, withJournal } from './journal-options.ts';
import { type LoadedPolicy, loadPolicy } from './load-policy.ts';
import { makeOneOffPlan, type OneOff } from './one-off-plan.ts';
import { type PolicyOptions, withOutput, withPolicy } from './output-options.ts';
import { printFormatted } from './print-report.ts';
import { type ScopeOptions, scopeOf, withScope } from './scope-options.ts';

type OneOffOptions = ApplyOptions & ConnectionOptions & ScopeOptions & PolicyOptions;

/** Adds what a change without a policy can be told. */
export const withOneOff = (command: Command): Command =>
  withOutput(withApproval(withConsent(withJournal(withScope(withConnection(withPolicy(command))))))).argument(
    '<type>',
    contactTypes.join(', '),
  );

/** Plans one change, shows it, asks, and carries it out: the same plan, limits and journal as apply. */
export const runOneOff = async (
  io: Io,
  command: Command,
  { verb, want }: { readonly verb: string; readonly want: OneOff['want'] },
): Promise<ExitReason> => {
  const options = command.opts<OneOffOptions>();
  const type = readType(command.args[0] ?? '');
  const selector = scopeOf(options);
  const guard = await guardOf(io, command, options);
  return withConnected(io, options, async (connection) => {
    const plan = await makeOneOffPlan(io, connection, { what: `${verb} ${type}`, type, want, selector, guard });
    if (!options.dryRun) return applyAdmitted(io, connection, { plan, isSeen: false }, options);
    const forecast = forecastPlan(plan.changes, connection.quotas);
    await printFormatted(io, { kind: 'plan', plan, forecast, savedAs: null, isApproved: false }, options);
    return worst([
      ...(plan.breaches.length > 0 ? (['refused'] as const) : []),
      ...(isIncomplete(plan) ? (['incomplete'] as const) : []),
    ]);
  });
};

/** The policy whose contacts are not to be touched: the one that is named, or the one in this folder if there is one. */
const guardOf = async (io: Io, command: Command, options: OneOffOptions): Promise<LoadedPolicy | null> => {
  if (options.againstPolicy) return null;
  const isNamed = command.getOptionValueSource('policy') === 'cli';
  return isNamed || (await fileExists(options.policy)) ? loadPolicy(io, options) : null;
};

const readType = (text: string): ContactType => {
  const type = parseContactType(text);
  if (type === undefined)
    throw new CliError('error', `${text} is no contact type.`, `Expected one of ${contactTypes.join(', ')}.`);
  return type;
};
