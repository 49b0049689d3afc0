import { observeUndo } from '../../apply/observe-undo.ts';
import type { JournalStore } from '../../journal/journal-store.ts';
import type { RunRecord } from '../../journal/run-fold.ts';
import { makeUndoPlan, type UndoPlan, writtenBy } from '../../journal/undo-plan.ts';
import { carryOut } from '../carry-out.ts';
import { warnInCloudShell } from '../cloudshell.ts';
import type { CommandModule } from '../command.ts';
import { type Connection, withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { requireConsent } from '../consent.ts';
import { editorsOf } from '../editors-of.ts';
import { type ExitReason, worst } from '../exit-code.ts';
import { findRun } from '../find-run.ts';
import { forecastPlan } from '../forecast-plan.ts';
import type { Io } from '../io.ts';
import { type ConsentOptions, type JournalOptions, withConsent, withJournal } from '../journal-options.ts';
import { openJournal } from '../open-journal.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { accountOf, itemsOf, reasonOfRun } from '../run-account.ts';
import { defaultValidity } from '../validity.ts';

type UndoOptions = ConnectionOptions & JournalOptions & ConsentOptions & OutputOptions;

/** Puts back what a run changed, where nobody has changed it since. */
export const undo: CommandModule = {
  describe: (command) =>
    withOutput(withConsent(withJournal(withConnection(command))))
      .argument('<run>', 'the name of a run, its beginning, or last')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts undo last
  orgcontacts undo 20261124T093000123Z-4f21ab --yes

What is still as the run left it is put back as it was before; what somebody changed since is left
alone and listed. An undo is a run itself and can be undone. Exit status as for apply.`,
      ),
  run: async ({ io, args, command }) => {
    const options = command.opts<UndoOptions>();
    const store = await openJournal(options.journal, options);
    const record = await findRun(store, args[0] ?? '');
    return withConnected(io, options, (connection) => undoRun(io, connection, { store, record, options }));
  },
};

interface Undoing {
  readonly store: JournalStore;
  readonly record: RunRecord;
  readonly options: UndoOptions;
}

const undoRun = async (io: Io, connection: Connection, { store, record, options }: Undoing): Promise<ExitReason> => {
  const undoPlan = await planUndo(io, connection, record);
  const { plan, verdicts } = undoPlan;
  const { run } = record.header;
  const judged = await editorsOf(store, record, verdicts);
  if (plan.changes.length === 0 || !options.json) {
    const forecast = forecastPlan(plan.changes, connection.quotas);
    printReport(io, { kind: 'undo-plan', run, plan, verdicts: judged, forecast }, options);
  }
  const left: readonly ExitReason[] = isPartial(undoPlan) ? ['partial'] : [];
  if (plan.changes.length === 0) return worst(left);
  warnInCloudShell(io, forecastPlan(plan.changes, connection.quotas).apply, 'last');
  await requireConsent(io, options.yes, { count: plan.changes.length, verb: 'put back', noun: 'contact' });
  const ended = await carryOut(io, connection, store, plan, {
    approved: run,
    canary: [],
    reason: options.reason ?? null,
  });
  printReport(io, { kind: 'run', run: accountOf(ended), items: itemsOf(ended) }, options);
  return worst([reasonOfRun(ended), ...left]);
};

const planUndo = async (io: Io, { reading, caller }: Connection, record: RunRecord): Promise<UndoPlan> => {
  const observed = await observeUndo(reading, caller, writtenBy(record), io.clock);
  const { organizationId: id, partition, managementAccountId } = caller;
  return makeUndoPlan(record, observed, {
    origin: { kind: 'undo', run: record.header.run },
    organization: { id, partition, managementAccountId },
    callerAccountId: caller.accountId,
    now: io.clock.now(),
    validFor: defaultValidity,
  });
};

const isPartial = ({ verdicts }: UndoPlan): boolean =>
  verdicts.some(({ verdict }) => verdict.kind === 'edited-since-run' || verdict.kind === 'out-of-reach');
