import { InvalidArgumentError } from 'commander';
import { type AccountId, parseAccountId } from '../../contact/account-id.ts';
import { diagnose } from '../../doctor/diagnose.ts';
import type { Finding } from '../../doctor/finding.ts';
import { observeFacts } from '../../doctor/observe-facts.ts';
import { observeManagement } from '../../doctor/observe-management.ts';
import { observeProbes } from '../../doctor/observe-probes.ts';
import type { CommandModule } from '../command.ts';
import { withUnknownCaller } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import { type ExitReason, worst } from '../exit-code.ts';
import { type JournalOptions, withJournal } from '../journal-options.ts';
import { type OutputOptions, type PolicyOptions, withOutput, withPolicy } from '../output-options.ts';
import { printReport } from '../print-report.ts';
import { readSetting } from '../read-setting.ts';

interface DoctorOptions extends ConnectionOptions, OutputOptions, PolicyOptions, JournalOptions {
  readonly account?: AccountId;
}

/** Says who is calling, what that reaches and what is missing, each with the fact it rests on, and the fix or what would decide. */
export const doctor: CommandModule = {
  describe: (command) =>
    withOutput(withJournal(withConnection(withPolicy(command))))
      .option('--account <id>', 'an account to try one read of, besides that of the caller', readAccount)
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts doctor
  orgcontacts doctor --account 444455556666 --json

It writes nothing to AWS. Facts decide, and never the sentence of a denial alone: where they leave more
than one cause, it says what would decide. docs/doctor.md explains each finding by its code.
Exit status: 0 all well, 1 a problem, 6 something could not be told.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<DoctorOptions>();
    const isPolicyNamed = command.getOptionValueSource('policy') === 'cli';
    return withUnknownCaller(io, options, async (gateway, management) => {
      const facts = await observeFacts(gateway, { isWhole: true });
      const findings = diagnose({
        facts,
        probes: await observeProbes(gateway, facts, options.account),
        management: management ? await observeManagement(management) : null,
        setting: await readSetting(io, { ...options, isPolicyNamed }),
      });
      printReport(io, { kind: 'doctor', findings }, options);
      return worst(findings.map(({ level }) => reasons[level]));
    });
  },
};

const reasons: Readonly<Record<Finding['level'], ExitReason>> = {
  ok: 'done',
  warning: 'done',
  problem: 'error',
  'cannot-tell': 'incomplete',
};

const readAccount = (text: string): AccountId => {
  const id = parseAccountId(text);
  if (id === undefined) throw new InvalidArgumentError('An account id has twelve digits.');
  return id;
};
