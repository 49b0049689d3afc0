import { isDeepStrictEqual } from 'node:util';
import type { MovableClock } from '../clock.ts';
import type { Machinery } from '../pipeline.ts';
import type { World } from '../world/world-file.ts';
import type { WorldState } from '../world/world-state.ts';
import type { StateFolder } from './file/state-folder.ts';
import { replay } from './replay.ts';
import type { State } from './state-file.ts';

/** What lives on in a folder. */
interface Living {
  readonly machinery: Machinery;
  readonly clock: MovableClock;
  readonly snapshot: () => World;
  /** The world of the folder, with everything that had come about by a moment. */
  readonly worldAt: (now: number) => WorldState;
}

/** Brings a world and its clock to where their folder left them, and has the folder follow them from there; leaves it where it throws. */
export const goOn = (folder: StateFolder, living: Living): void => {
  try {
    if (folder.found) catchUp(folder, folder.found, living);
    follow(folder, living);
  } catch (thrown) {
    folder.leave();
    throw thrown;
  }
};

const catchUp = (folder: StateFolder, found: State, { machinery, clock, worldAt }: Living): void => {
  const offset = replay(found, folder, (now, settings) => ({
    ...machinery,
    ...settings,
    now: () => now,
    world: () => worldAt(now),
  }));
  clock.advance(offset);
  // They were told when they came about.
  machinery.events.clear();
};

/** Later records are made under the settings that stand before them, and are read the sooner the fewer there are. */
const follow = (folder: StateFolder, { machinery: { behaviour, instant }, clock, snapshot }: Living): void => {
  const { found } = folder;
  const isAsFound =
    found?.records.length === 0 && found.instant === instant && isDeepStrictEqual(found.behaviour, behaviour);
  folder.follow(() => ({ world: snapshot(), offset: clock.offset(), behaviour, instant }), isAsFound);
};

/** A clock whose moves are recorded. */
export const recordedClock = (clock: MovableClock, folder: StateFolder): MovableClock => ({
  ...clock,
  advance: (milliseconds) => {
    clock.advance(milliseconds);
    folder.add({ kind: 'clock', offset: clock.offset() });
  },
});
