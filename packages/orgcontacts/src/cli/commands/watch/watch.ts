import { noteWrites } from '../../../events/note-writes.ts';
import { readWatchState } from '../../../events/read-watch-state.ts';
import { watchPace } from '../../../events/watch-pace.ts';
import { newWatchState, type WatchState } from '../../../events/watch-state.ts';
import { pausable } from '../../../gateway/pausable-gateway.ts';
import type { JournalStore } from '../../../journal/journal-store.ts';
import { readRunOf } from '../../../journal/run-record.ts';
import { countItems, isWhole } from '../../../journal/summary.ts';
import { lookAtEverything, type Swept } from '../../../watch/look-at-everything.ts';
import { makeMemory } from '../../../watch/memory.ts';
import { readPause } from '../../../watch/pause.ts';
import { type Shelf, shelfNames } from '../../../watch/shelf.ts';
import { watch as keepWatch } from '../../../watch/watch.ts';
import { makeTurns, type WatchTools } from '../../../watch/watch-tools.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandModule } from '../../command.ts';
import { type Connection, withConnected } from '../../connect.ts';
import { makeRunDiagnosis } from '../../diagnose.ts';
import { type ExitReason, worst } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadPolicy, readPolicyFile } from '../../load-policy.ts';
import { openJournal, openShelf } from '../../open-journal.ts';
import { version } from '../../version.ts';
import { openSource } from './open-source.ts';
import { makeTelling } from './telling.ts';
import { type WatchCommandOptions, withWatch } from './watch-options.ts';

/** By this our own writes are known again in CloudTrail. */
const userAgent = 'orgcontacts-watch';

/** Keeps the organization in line from one machine: on a schedule, and as events come. */
export const watch: CommandModule = {
  describe: withWatch,
  run: async ({ io, command }) => {
    const options = command.opts<WatchCommandOptions>();
    await loadPolicy(io, options);
    const shelf = await openShelf(options.journal, options);
    const store = await openJournal(options.journal, options);
    const claim = await shelf.claim();
    if (claim.kind === 'taken')
      throw new CliError(
        'error',
        `Another watch is under way in ${shelf.place}: ${claim.by}.`,
        'One watch looks after an organization; for another one keep the journal elsewhere: --journal PLACE',
      );
    const pause = () => readPause(shelf);
    try {
      return await withConnected(
        io,
        { ...options, userAgent },
        (connection) => run(io, connection, { options, shelf, store, pause }),
        (gateway) => pausable(gateway, pause),
      );
    } finally {
      await claim.release();
    }
  },
};

interface Setting {
  readonly options: WatchCommandOptions;
  readonly shelf: Shelf;
  readonly store: JournalStore;
  readonly pause: () => Promise<string | undefined>;
}

const run = async (io: Io, connection: Connection, setting: Setting): Promise<ExitReason> => {
  const { options, shelf, pause } = setting;
  if (connection.caller.role === 'member')
    throw new CliError(
      'error',
      'An ordinary member sees no account but its own.',
      'Watch from the management account, or from the delegated administrator for account.amazonaws.com.',
    );
  const begin = await remembered(setting, io.clock.now());
  const memory = makeMemory(begin, (state) => shelf.write(shelfNames.state, JSON.stringify(state)));
  const telling = await makeTelling(io, options, memory, pause);
  try {
    const tools = toolsOf(io, connection, setting, { memory, tell: telling.tell });
    if (options.once) return await once(tools, pause);
    await keepWatch(tools, { source: await openSource(io, options), readPause: pause, stop: io.stop });
    return wasTerminated(io) ? 'done' : 'interrupted';
  } finally {
    await telling.close();
  }
};

/** What an earlier watch remembered; runs that it had no time to take note of are found in the journal. */
const remembered = async ({ shelf, store }: Setting, now: number): Promise<WatchState> => {
  const state = readWatchState((await shelf.read(shelfNames.state)) ?? '') ?? newWatchState;
  const noted = new Set(state.written.map(({ run }) => run));
  let next = state;
  for (const name of await store.list()) {
    if (noted.has(name)) continue;
    const read = await readRunOf(store, name);
    if (read.kind !== 'run') continue;
    const at = Date.parse(read.record.header.at);
    const isOurs = read.record.header.reason?.startsWith('watch: ') === true;
    if (isOurs && at > now - watchPace.seenFor) next = noteWrites(next, read.record, at);
  }
  return next;
};

const toolsOf = (
  io: Io,
  { reading, writing, caller }: Connection,
  { options, store }: Setting,
  { memory, tell }: Pick<WatchTools, 'memory' | 'tell'>,
): WatchTools => ({
  reading: { gateway: reading, caller, clock: io.clock },
  writing: {
    gateway: writing,
    caller,
    store,
    clock: io.clock,
    random: io.random,
    // Facts change over the days: each run looks at them anew.
    diagnose: (failure, accountId) => makeRunDiagnosis(writing, caller, {}).diagnose(failure, accountId),
    tool: version(),
    stop: io.stop,
  },
  readPolicy: async () => {
    try {
      const { parsed } = await readPolicyFile(io, options);
      if (parsed.kind === 'valid') return { policy: parsed.policy, file: options.policy };
      return { because: `${options.policy} is not valid; see with: orgcontacts validate` };
    } catch (thrown) {
      if (thrown instanceof CliError) return { because: thrown.message };
      throw thrown;
    }
  },
  writes: options.yes === true,
  mode: options.mode,
  pace: { ...watchPace, every: options.every },
  own: { arn: caller.arn, userAgent },
  memory,
  tell,
  inTurn: makeTurns(),
});

const once = async (tools: WatchTools, pause: Setting['pause']): Promise<ExitReason> => {
  const paused = await pause();
  if (paused !== undefined)
    throw new CliError('refused', `Nothing was done: ${paused}.`, 'To go on: orgcontacts unpause');
  const swept = await lookAtEverything(tools);
  return reasonOf(swept);
};

const reasonOf = ({ put, differs, isIncomplete }: Swept): ExitReason => {
  const reasons: Readonly<Record<Swept['put']['kind'], ExitReason>> = {
    trouble: 'error',
    later: 'error',
    refused: 'refused',
    run: put.kind === 'run' && !isWhole(countItems(put.record)) ? 'partial' : 'done',
    nothing: 'done',
  };
  return worst([reasons[put.kind], isIncomplete ? 'incomplete' : 'done', differs ? 'differences' : 'done']);
};

/** SIGTERM is how services are stopped, and no trouble. */
const wasTerminated = ({ stop }: Io): boolean => stop.reason instanceof Error && stop.reason.message === 'Terminated';
