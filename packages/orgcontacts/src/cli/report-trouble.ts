import { printable } from '../diagnostic/printable.ts';
import { CliError } from './cli-error.ts';
import type { ExitReason } from './exit-code.ts';
import type { Io } from './io.ts';

/** Where trouble met us. */
export interface TroubleContext {
  readonly io: Io;
  readonly command: string;
  readonly json: boolean;
}

/** Says what went wrong and what to do, and gives the exit reason. What nobody foresaw is told with its stack. */
export const reportTrouble = (thrown: unknown, { io, command, json }: TroubleContext): ExitReason => {
  const trouble = understand(thrown, io);
  if (json) {
    const { reason, message, help, diagnostics } = trouble;
    const document = {
      format: 'orgcontacts/report',
      version: 1,
      kind: 'error',
      command,
      reason,
      message,
      help,
      diagnostics,
    };
    io.out(`${JSON.stringify(document, undefined, 2)}\n`);
  }
  io.err(`${io.paint('bad', safe(trouble.message))}\n${trouble.help === '' ? '' : `${safe(trouble.help)}\n`}`);
  return trouble.reason;
};

/** Messages may be several lines, and have what AWS or a file said in them. */
const safe = (text: string): string => text.split('\n').map(printable).join('\n');

const understand = (thrown: unknown, io: Io): CliError => {
  if (thrown instanceof CliError) return thrown;
  if (io.stop.aborted) return new CliError('interrupted', 'Interrupted.');
  if (!(thrown instanceof Error))
    return new CliError('error', `Something was thrown that is no error: ${String(thrown)}`);
  if ('code' in thrown && typeof thrown.code === 'string' && 'path' in thrown) {
    return new CliError('error', thrown.message, 'Check that the path exists and may be read and written.');
  }
  // Only S3, where journals may be, is called in other ways than through the Gateway.
  if ('$metadata' in thrown)
    return new CliError(
      'error',
      `${thrown.name}: ${thrown.message}`,
      'Check the bucket of --journal, and what the role may do there.',
    );
  return new CliError(
    'error',
    thrown.stack ?? thrown.message,
    'This was not expected: please report it with the lines above.',
  );
};
