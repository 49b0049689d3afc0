import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { admit } from '../../apply/admission.ts';
import { remainingItems } from '../../apply/remaining-items.ts';
import type { RunRecord } from '../../journal/run-fold.ts';
import { countText } from '../../report/count-text.ts';
import { carryOn } from '../carry-out.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { type Connection, withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { findRun } from '../find-run.ts';
import type { Io } from '../io.ts';
import { type JournalOptions, withJournal } from '../journal-options.ts';
import { openJournal } from '../open-journal.ts';
import { type OutputOptions, withOutput } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { accountOf, itemsOf, reasonOfRun } from '../run-account.ts';

type ResumeOptions = ConnectionOptions & JournalOptions & OutputOptions;

/** Goes on with a run that was interrupted or killed, with its own plan and approvals. */
export const resume: CommandModule = {
  describe: (command) =>
    withOutput(withJournal(withConnection(command)))
      .argument('<run>', 'the name of a run, its beginning, or last')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts resume last

The plan of the run is carried on, not the present policy. What was being written when the run
ended is read again first. Exit status as for apply.`,
      ),
  run: async ({ io, args, command }) => {
    const options = command.opts<ResumeOptions>();
    const store = await openJournal(options.journal, options);
    const record = await findRun(store, args[0] ?? '');
    const left = remainingItems(record).length;
    await tellIfPolicyChanged(io, record);
    if (left === 0) {
      printReport(io, { kind: 'run', run: accountOf(record), items: itemsOf(record) }, options);
      return 'done';
    }
    return withConnected(io, options, async (connection) => {
      requireSame(io, connection, record);
      io.err(`Resuming ${record.header.run}: ${countText(left, 'item')} of ${record.plan.changes.length} left\n`);
      const ended = await carryOn(io, connection, store, record);
      printReport(io, { kind: 'run', run: accountOf(ended), items: itemsOf(ended) }, options);
      return reasonOfRun(ended);
    });
  },
};

const requireSame = (io: Io, { caller }: Connection, { plan, header }: RunRecord): void => {
  const admission = admit(plan, { caller, now: io.clock.now(), approved: header.approved ?? undefined });
  if (admission.kind === 'admitted') return;
  const because = admission.kind === 'stale' ? admission.because : 'it was never approved to pass its limits';
  throw new CliError(
    'stale',
    `The run ${header.run} cannot be resumed: ${because}.`,
    `Plan again (orgcontacts plan), or take back what it wrote (orgcontacts undo ${header.run}).`,
  );
};

/** The run's own plan counts; whoever changed the policy since should know. */
const tellIfPolicyChanged = async (io: Io, { header }: RunRecord): Promise<void> => {
  if (header.policy === null) return;
  const text = await readFile(header.policy.file).catch(() => undefined);
  const hash = text && createHash('sha256').update(text).digest('hex');
  if (hash !== header.policy.hash) {
    io.err(
      `${io.paint('warning', `${header.policy.file} is not what this run was planned from; the run's own plan is carried on.`)}\n`,
    );
  }
};
