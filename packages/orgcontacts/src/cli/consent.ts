import { countText } from '../report/count-text.ts';
import { CliError } from './cli-error.ts';
import type { Io } from './io.ts';

/** Makes sure that somebody wants so many writes: `--yes`, or the answer at the terminal. Otherwise the command ends, refused. */
export const requireConsent = async (io: Io, yes: boolean | undefined, writes: number, verb: string): Promise<void> => {
  if (yes) return;
  if (!io.ask) {
    throw new CliError(
      'refused',
      `There is no terminal to ask at, and ${countText(writes, 'write')} to make.`,
      'Say --yes to go ahead without a question.',
    );
  }
  const answer = await io.ask(
    `Type ${writes} to ${verb} ${countText(writes, 'contact')}, anything else to leave everything as it is: `,
  );
  if (answer !== String(writes)) throw new CliError('refused', 'Nothing was changed.');
};
