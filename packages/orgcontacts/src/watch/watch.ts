import { decide } from '../events/decide.ts';
import type { WatchMode } from '../events/watch-mode.ts';
import { type Bell, makeBell } from './bell.ts';
import type { EventSource } from './event-source.ts';
import { lookAt } from './look-at.ts';
import { lookAtEverything } from './look-at-everything.ts';
import { takeArrival } from './take-arrival.ts';
import type { WatchTools } from './watch-tools.ts';

/** What a watch needs besides its tools. */
export interface WatchOptions {
  /** Null where there are no events, and only the schedule finds anything. */
  readonly source: EventSource | null;
  /** Why nothing may be written now; undefined when it may. */
  readonly readPause: () => Promise<string | undefined>;
  /** Ends the watch when aborted, after the write that is under way. */
  readonly stop: AbortSignal;
}

/** How often a pause is looked for while one lasts, and how soon a look at everything that failed is made again, in milliseconds. Own choice. */
const pauseCheck = 2_000;
const sweepAgain = 60_000;

/** Keeps an organization in line until it is stopped: takes events, looks at the accounts that they name, and at everything now and then. */
export const watch = async (tools: WatchTools, options: WatchOptions): Promise<void> => {
  const { source, stop } = options;
  const { memory, tell } = tools;
  tell({ kind: 'started', mode: tools.mode satisfies WatchMode, events: source?.place ?? null });
  const bell = makeBell();
  const broken = new AbortController();
  const ending = AbortSignal.any([stop, broken.signal]);
  const listening = source?.listen(
    async (arrival) => {
      await takeArrival(tools, arrival);
      bell.ring();
    },
    memory.state().cursor,
    ending,
  );
  const ended = listening?.catch((thrown: unknown) => broken.abort(thrown));
  const fail = (thrown: unknown): void => broken.abort(thrown);
  // What waits to be read when it is stopped is given up by an error; that is no trouble.
  await work(tools, options, { bell, ending, fail }).catch(fail);
  broken.abort(new Error('The watch has ended.'));
  await ended;
  if (!stop.aborted) throw broken.signal.reason;
  tell({ kind: 'stopped' });
};

/** What the parts of a watch tell each other. */
interface Wires {
  readonly bell: Bell;
  readonly ending: AbortSignal;
  readonly fail: (thrown: unknown) => void;
}

const work = async (tools: WatchTools, { readPause }: WatchOptions, { bell, ending, fail }: Wires): Promise<void> => {
  const { memory, writing, pace, tell } = tools;
  const { clock } = writing;
  let sweeping: Promise<void> | undefined;
  let notBefore = 0;
  let paused: string | undefined;
  while (!ending.aborted) {
    const pause = await readPause();
    if (pause !== undefined && paused === undefined) tell({ kind: 'paused', because: pause });
    if (pause === undefined && paused !== undefined) tell({ kind: 'unpaused' });
    paused = pause;
    if (paused !== undefined) {
      await clock.sleep(pauseCheck, ending).catch(() => {});
      continue;
    }
    const { sweep, accounts, until } = decide(memory.state(), clock.now(), pace);
    if (sweep && !sweeping && clock.now() >= notBefore)
      sweeping = lookAtEverything(tools).then(({ put }) => {
        sweeping = undefined;
        if (put.kind === 'trouble' || put.kind === 'later') notBefore = clock.now() + sweepAgain;
        bell.ring();
      }, fail);
    // Reading everything takes its time, and nobody waits for that whose account was just created.
    if (accounts.length > 0) await lookAt(tools, accounts);
    else await bell.wait(clock, Math.min(until, wakeAt(notBefore, clock.now())) - clock.now(), ending);
  }
  await sweeping;
};

/** When to look whether everything may be looked at again after that failed. */
const wakeAt = (notBefore: number, now: number): number => (notBefore > now ? notBefore : Number.POSITIVE_INFINITY);
