import { readFile } from 'node:fs/promises';
import { admit } from '../../apply/admission.ts';
import { makeFileJournalStore } from '../../journal/file/file-journal-store.ts';
import { isIncomplete, type Plan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { countText } from '../../report/count-text.ts';
import { durationText } from '../../report/duration-text.ts';
import { breachText } from '../../report/terminal/plan.ts';
import { type Canary, canaryOf, readCanary } from '../canary.ts';
import { carryOut } from '../carry-out.ts';
import { CliError } from '../cli-error.ts';
import { warnInCloudShell } from '../cloudshell.ts';
import type { CommandModule } from '../command.ts';
import { type Connection, withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { requireConsent } from '../consent.ts';
import { type ExitReason, worst } from '../exit-code.ts';
import { type FilterOptions, withFilters } from '../filter-options.ts';
import { callsFor, forecastPlan } from '../forecast-plan.ts';
import type { Io } from '../io.ts';
import { type ConsentOptions, type JournalOptions, withConsent, withJournal } from '../journal-options.ts';
import { makeLivePlan } from '../live-plan.ts';
import { loadPolicy } from '../load-policy.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { accountOf, itemsOf, reasonOfRun } from '../run-account.ts';
import { defaultValidity } from '../validity.ts';

interface ApplyOptions
  extends ConnectionOptions,
    FilterOptions,
    OutputOptions,
    PolicyOptions,
    JournalOptions,
    ConsentOptions {
  readonly approve?: string;
  readonly canary?: Canary;
}

/** Carries out a saved plan, or plans, asks, and carries out that very plan. */
export const apply: CommandModule = {
  describe: (command) =>
    withOutput(withConsent(withJournal(withFilters(withConnection(withPolicy(command))))))
      .argument('[file]', 'a plan saved by plan --out; without it, a new plan is made')
      .option('--approve <fingerprint>', 'go ahead with exactly the plan of this fingerprint, also past the limits')
      .option(
        '--canary <accounts>',
        'apply to these accounts first (so many with the lowest ids, or ids with commas between), and go on only if every one of them is written and confirmed',
        readCanary,
      )
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts apply
  orgcontacts apply --canary 3
  orgcontacts apply next.plan.json --yes --reason "new security desk"
  orgcontacts apply --approve 3f9a1c0d5e6b7a88 --yes

Exit status: 0 done; 3 refused; 4 in part; 5 the plan is stale or of another organization;
  6 incomplete; 130 interrupted, the journal is complete.`,
      ),
  run: async ({ io, args, command }) => {
    const options = command.opts<ApplyOptions>();
    const [file] = args;
    if (file !== undefined) refuseFilters(options);
    const saved = file === undefined ? undefined : await loadPlan(file);
    const loaded = saved ? undefined : await loadPolicy(io, options);
    return withConnected(io, options, async (connection) => {
      const plan =
        saved ??
        (loaded && (await makeLivePlan(io, connection, { loaded, filters: options, validFor: defaultValidity })));
      if (!plan) throw new Error('Neither a plan nor a policy was loaded.');
      return applyAdmitted(io, connection, { plan, isSeen: saved !== undefined && options.yes === true }, options);
    });
  },
};

interface Intended {
  readonly plan: Plan;
  /** It was shown when it was saved, and nobody is asked about it now. */
  readonly isSeen: boolean;
}

const applyAdmitted = async (
  io: Io,
  connection: Connection,
  { plan, isSeen }: Intended,
  options: ApplyOptions,
): Promise<ExitReason> => {
  requireAdmission(io, connection, plan, options);
  const canary = canaryOf(options.canary, plan);
  const forecast = forecastPlan(plan.changes, connection.quotas);
  // One document on standard output: with --json that is the run, once there is one.
  const showsPlan = plan.changes.length === 0 || (!options.json && !isSeen);
  if (showsPlan)
    printReport(
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
  const store = makeFileJournalStore(options.journal);
  const facts = { approved: options.approve ?? null, canary, reason: options.reason ?? null };
  const record = await carryOut(io, connection, store, plan, facts);
  printReport(io, { kind: 'run', run: accountOf(record), items: itemsOf(record) }, options);
  return worst([reasonOfRun(record), ...incomplete]);
};

const loadPlan = async (file: string): Promise<Plan> => {
  const text = await readFile(file, 'utf8').catch((thrown: Error) => {
    throw new CliError(
      'error',
      `The plan file ${file} cannot be read: ${thrown.message}.`,
      'Make one with: orgcontacts plan --out FILE',
    );
  });
  const read = readPlan(text);
  if (read.kind === 'plan') return read.plan;
  const reason = read.kind === 'other-version' ? 'stale' : 'error';
  throw new CliError(
    reason,
    `The plan file ${file} cannot be used: ${read.because}.`,
    'Make a new one with: orgcontacts plan --out FILE',
  );
};

const refuseFilters = ({ account, ou, tag, type }: FilterOptions): void => {
  if (account ?? ou ?? tag ?? type)
    throw new CliError(
      'error',
      'A saved plan is applied whole: filters cannot narrow it.',
      'Give the filters to plan --out instead.',
    );
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
        `Look at it with orgcontacts plan; if it is meant, approve exactly these changes with --approve ${plan.fingerprint}`,
      );
    default:
      admission satisfies never;
  }
};
