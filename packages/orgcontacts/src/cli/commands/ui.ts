import { randomBytes } from 'node:crypto';
import { InvalidArgumentError } from 'commander';
import { listenUi } from '../../ui/listen.ts';
import { makeUiModel, type UiModel } from '../../ui/ui-model.ts';
import { CliError } from '../cli-error.ts';
import type { CommandModule } from '../command.ts';
import { withConnected } from '../connect.ts';
import { type ConnectionOptions, withConnection } from '../connection-options.ts';
import type { ExitReason } from '../exit-code.ts';
import { pageFiles } from '../html-report.ts';
import type { Io } from '../io.ts';
import { type JournalOptions, withJournal } from '../journal-options.ts';
import { makeUiWorld } from '../ui-world.ts';

interface UiOptions extends ConnectionOptions, JournalOptions {
  readonly policy: string;
  readonly port: number;
  readonly tags: boolean;
  readonly maskValues?: boolean;
}

/** How often the policy file and the journals are looked at, in milliseconds: often enough to follow a run. */
const pause = 250;

/** Serves the dashboard on 127.0.0.1 until it is interrupted. It reads; it never writes. */
export const ui: CommandModule = {
  describe: (command) =>
    withJournal(withConnection(command))
      .option('--policy <file>', 'the policy file', 'contacts.yaml')
      .option('--port <number>', 'where to listen on 127.0.0.1; 0 picks a free port', readPort, 0)
      .option('--no-tags', 'do not read tags, which cost a call an account; what depends on them is then unresolved')
      .option('--mask-values', 'show contacts masked, as for a screen that others see')
      .addHelpText(
        'after',
        `
Examples:
  orgcontacts ui
  orgcontacts ui --profile audit --port 4573

It listens on 127.0.0.1 only, under an address with a secret that is another one each time.
It reads; it never writes to AWS or to the policy file. Ctrl-C ends it.`,
      ),
  run: async ({ io, command }) => {
    const options = command.opts<UiOptions>();
    const files = await pageFiles();
    return withConnected<ExitReason>(io, options, async (connection) => {
      const world = makeUiWorld(io, connection, { ...options, sameOptions: sameOptions(options) });
      const model = makeUiModel(world);
      const secret = randomBytes(16).toString('hex');
      const server = await listenUi(model, { files, secret, port: options.port }).catch((thrown: unknown) => {
        throw portTrouble(thrown, options.port);
      });
      io.out(`${server.url}\n`);
      io.err('Open this address in a browser on this machine; Ctrl-C ends it.\n');
      try {
        await keepLooking(io, model);
      } finally {
        await server.close();
      }
      return 'done';
    });
  },
};

/** Looks until the user stops. */
const keepLooking = async (io: Io, model: UiModel): Promise<void> => {
  while (!io.stop.aborted) {
    await model.look();
    await io.clock.sleep(pause, io.stop).catch(() => {});
  }
};

const portTrouble = (thrown: unknown, port: number): unknown =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'EADDRINUSE' || thrown.code === 'EACCES')
    ? new CliError(
        'error',
        `Port ${port} of 127.0.0.1 cannot be used: ${thrown.code}.`,
        'Take another with --port, or leave it out.',
      )
    : thrown;

const readPort = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return port;
};

/** The options by which another command reaches the same organization with the same policy and journals. */
const sameOptions = ({
  profile,
  region,
  policy,
  journal,
  managementProfile,
  managementRoleArn,
  quotaTimes,
}: UiOptions) =>
  [
    option('profile', profile),
    option('region', region),
    option('policy', policy === 'contacts.yaml' ? undefined : policy),
    option('journal', journal === '.orgcontacts' ? undefined : journal),
    option('management-profile', managementProfile),
    option('management-role-arn', managementRoleArn),
    option('quota-times', quotaTimes?.toString()),
  ].join('');

/** Quoted for a POSIX shell where it has to be. */
const option = (name: string, value: string | undefined): string => {
  if (value === undefined) return '';
  const quoted = /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
  return ` --${name} ${quoted}`;
};
