import { admit } from '../apply/admission.ts';
import { isIncomplete, type Plan } from '../plan/plan.ts';
import { countText } from '../report/count-text.ts';
import { durationText } from '../report/duration-text.ts';
import { breachText } from '../report/terminal/plan.ts';
import { type Canary, canaryOf } from './canary.ts';
import { carryOut } from './carry-out.ts';
import { CliError } from './cli-error.ts';
import { warnInCloudShell } from './cloudshell.ts';
import type { Connection } from './connect.ts';
import { requireConsent } from './consent.ts';
import { type ExitReason, worst } from './exit-code.ts';
import { callsFor, forecastPlan } from './forecast-plan.ts';
import type { Io } from './io.ts';
import type { ConsentOptions, JournalOptions } from './journal-options.ts';
import { type JournalAccess, openJournal } from './open-journal.ts';
import { printFormatted } from './print-report.ts';
import { type FormatOptions, formatOf } from './report-format.ts';
import { accountOf, itemsOf, reasonOfRun } from './run-account.ts';

/** How a plan is to be carried out. */
export interface ApplyOptions extends FormatOptions, JournalOptions, ConsentOptions, JournalAccess {
  readonly approve?: string;
  readonly canary?: Canary;
}

/** A plan that somebody wants carried out. */
export interface Intended {
  readonly plan: Plan;
  /** It was shown when it was saved, and nobody is asked about it now. */
  readonly isSeen: boolean;
}

/** Checks that a plan may be carried out, shows it, asks, and carries it out. */
export const applyAdmitted = async (
  io: Io,
  connection: Connection,
  { plan, isSeen }: Intended,
  options: ApplyOptions,
): Promise<ExitReason> => {
  requireAdmission(io, connection, plan, options);
  const canary = canaryOf(options.canary, plan);
  const forecast = forecastPlan(plan.changes, connection.quotas);
  // One document on standard output: but on a terminal that is the run, once there is one.
  const showsPlan = plan.changes.length === 0 || (formatOf(options) === 'terminal' && !isSeen);
  if (showsPlan)
    await printFormatted(
      io,
      { kind: 'plan', plan, forecast, savedAs: null, isApproved: options.approve !== undefined },
      options,
    );
  else
    io.err(
      `Applying the plan ${plan.fingerprint}: ${countText(plan.changes.length, 'change')}, about ${durationText(connection.pacer.forecast(callsFor(plan.changes)))}\n`,
    );
  const incomplete: readonly ExitReason[] = isIncomplete(plan) ? ['incomplete'] : [];
  if (plan.changes.length === 0) return worst(incomplete);
  warnInCloudShell(io, forecast.apply, 'last');
  await requireConsent(io, options.yes, { count: plan.changes.length, verb: 'write', noun: 'contact' });
  const store = await openJournal(options.journal, options);
  const facts = { approved: options.approve ?? null, canary, reason: options.reason ?? null };
  const record = await carryOut(io, connection, store, plan, facts);
  await printFormatted(io, { kind: 'run', run: accountOf(record), items: itemsOf(record) }, options);
  return worst([reasonOfRun(record), ...incomplete]);
};

const requireAdmission = (io: Io, { caller }: Connection, plan: Plan, { approve }: ApplyOptions): void => {
  if (approve !== undefined && approve !== plan.fingerprint) {
    throw new CliError(
      'stale',
      `Approved was the plan ${approve}, and this is the plan ${plan.fingerprint}: something changed meanwhile.`,
      'Look at the new plan: orgcontacts plan',
    );
  }
  const admission = admit(plan, { caller, now: io.clock.now(), approved: approve });
  switch (admission.kind) {
    case 'admitted':
      return;
    case 'stale':
      throw new CliError(
        'stale',
        `This plan cannot be applied: ${admission.because}.`,
        'Make a new one: orgcontacts plan',
      );
    case 'refused':
      throw new CliError(
        'refused',
        `This plan passes a limit:\n${admission.breaches.map((breach) => `  ${breachText(breach)}`).join('\n')}`,
        `Look at it with ${plan.origin.kind === 'command' ? '--dry-run' : 'orgcontacts plan'}; if it is meant, approve exactly these changes with --approve ${plan.fingerprint}`,
      );
    default:
      admission satisfies never;
  }
};
