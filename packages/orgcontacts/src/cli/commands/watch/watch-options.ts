import { type Command, InvalidArgumentError, Option } from 'commander';
import { type WatchMode, watchModes } from '../../../events/watch-mode.ts';
import { watchPace } from '../../../events/watch-pace.ts';
import { type ConnectionOptions, withConnection } from '../../connection-options.ts';
import { parseDuration } from '../../duration.ts';
import { type JournalOptions, withJournal } from '../../journal-options.ts';
import { type PolicyOptions, withPolicy } from '../../output-options.ts';

/** How to keep an organization in line. */
export interface WatchCommandOptions extends ConnectionOptions, JournalOptions, PolicyOptions {
  readonly queue?: string;
  readonly events?: string;
  readonly mode: WatchMode;
  readonly every: number;
  readonly once?: boolean;
  readonly health?: number;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Adds the options and the help of the command. */
export const withWatch = (command: Command): Command =>
  withJournal(withConnection(withPolicy(command)))
    .addOption(
      new Option('--queue <url>', 'take events from this SQS queue, which a rule of EventBridge fills').conflicts(
        'events',
      ),
    )
    .option('--events <url>', 'take events from a stream, as http://127.0.0.1:4571/_emulator/events of the emulator')
    .addOption(
      new Option('--mode <mode>', 'what becomes of contacts that somebody edited: written over, or only told')
        .choices(watchModes)
        .default('report'),
    )
    .addOption(
      new Option('--every <time>', 'how often everything is looked at')
        .argParser(readEvery)
        .default(watchPace.every, '1h'),
    )
    .option('--once', 'look at everything once, and end')
    .option('--health <port>', 'answer on 127.0.0.1 how it is; 0 picks a port', readPort)
    .option('--yes', 'write; without it everything is only told')
    .option('--json', 'print one JSON line for each thing that happens')
    .addHelpText('after', help);

const readEvery = (text: string): number => {
  const length = parseDuration(text);
  if (length === undefined) throw new InvalidArgumentError('Expected a length of time, as 30m, 1h or 1d.');
  return length;
};

const readPort = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError('Expected a port from 0 to 65535.');
  return port;
};

const help = `
Examples:
  orgcontacts watch                                      tells what differs, every hour; writes nothing
  orgcontacts watch --yes --mode restore --queue https://sqs.us-east-1.amazonaws.com/222233334444/orgcontacts
  orgcontacts watch --once --yes                         for cron
  orgcontacts pause                                      stops all its writing before the next call

Accounts that were created, invited, moved, tagged or renamed get the contacts that the policy wants, as soon
as AWS accepts the call. In the mode report nothing else is written; in the mode restore contacts that
somebody edited are written over, too, at most twice in 24 hours: then they are contested, and left to a
person. The limits of apply hold over 24 hours.

What cannot be seen: an edit that a member makes of its own contacts shows only in the CloudTrail of that
member. It is found when everything is looked at, or at once where a rule in every member forwards it.
docs/watch.md says how to set up the queue.

Exit status: 0 after SIGTERM, 130 after Ctrl-C; with --once 0 in line, 2 something differs, 3 a limit is passed,
  4 in part, 6 incomplete.`;
