import type { CommandModule } from '../command.ts';
import { runOneOff, withOneOff } from '../one-off.ts';

/** Deletes one contact in many accounts, without a policy file. */
export const unset: CommandModule = {
  describe: (command) =>
    withOneOff(command).addHelpText(
      'after',
      `
Examples:
  orgcontacts unset BILLING --account 111122223333
  orgcontacts unset OPERATIONS --ou Sandbox --dry-run

The same plan, limits, journal and undo as apply: more than 3 deletes, or any of a SECURITY contact, want approval.
What a policy file in this folder manages is not touched. Exit status as for apply; 3 when the policy manages it.`,
    ),
  run: ({ io, command }) => runOneOff(io, command, { verb: 'unset', want: { kind: 'absent' } }),
};
