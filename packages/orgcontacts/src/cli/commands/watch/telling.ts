import type { Happening } from '../../../watch/happening.ts';
import type { Memory } from '../../../watch/memory.ts';
import type { Io } from '../../io.ts';
import { type Condition, noteCondition, readHealth } from './read-health.ts';
import { renderHappening } from './render-happening.ts';
import type { WatchCommandOptions } from './watch-options.ts';

/** Tells what happens, line by line, and how the watch is to whoever asks. */
export interface Telling {
  readonly tell: (happening: Happening) => void;
  readonly close: () => Promise<void>;
}

/** Begins to tell; with a port for it the health is answered there. */
export const makeTelling = async (
  io: Io,
  { json, health: port, every }: Pick<WatchCommandOptions, 'json' | 'health' | 'every'>,
  memory: Memory,
  pause: () => Promise<string | undefined>,
): Promise<Telling> => {
  const startedAt = io.clock.now();
  let condition: Condition = { events: null, lastTrouble: null };
  const read = async () =>
    readHealth({ ...condition, state: memory.state(), now: io.clock.now(), startedAt, every, pause: await pause() });
  const server =
    port === undefined ? undefined : await (await import('../../../watch/health.ts')).serveHealth(port, read);
  if (server) io.err(`health on ${server.url}\n`);
  return {
    tell: (happening) => {
      condition = noteCondition(condition, happening);
      const at = new Date(io.clock.now()).toISOString();
      io.out(
        json
          ? `${JSON.stringify({ format: 'orgcontacts/happening', version: 1, at, ...happening })}\n`
          : `${at} ${renderHappening(happening)}\n`,
      );
    },
    close: async () => server?.close(),
  };
};
