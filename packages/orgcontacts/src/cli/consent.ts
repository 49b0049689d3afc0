import { countText } from '../report/count-text.ts';
import { CliError } from './cli-error.ts';
import type { Io } from './io.ts';

/** What somebody is asked to agree to: so many things, as `{ count: 3, verb: 'write', noun: 'contact' }`. */
export interface Deed {
  readonly count: number;
  readonly verb: string;
  readonly noun: string;
  readonly plural?: string;
}

/** Makes sure that somebody wants it: `--yes`, or the number typed at the terminal. Otherwise the command ends, refused. */
export const requireConsent = async (
  io: Io,
  yes: boolean | undefined,
  { count, verb, noun, plural }: Deed,
): Promise<void> => {
  if (yes) return;
  const deed = `${verb} ${countText(count, noun, plural)}`;
  if (!io.ask) {
    throw new CliError(
      'refused',
      `There is no terminal to ask at whether to ${deed}.`,
      'Say --yes to go ahead without a question.',
    );
  }
  const answer = await io.ask(`Type ${count} to ${deed}, anything else to leave everything as it is: `);
  if (answer !== String(count)) throw new CliError('refused', 'Nothing was changed.');
};
