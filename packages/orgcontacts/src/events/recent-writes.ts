import type { WatchState, WriteNote } from './watch-state.ts';

/** For how long writes count, for limits and contests, in milliseconds: 24 hours. Own choice. */
const countsFor = 86_400_000;

/** The writes that still count at a time in milliseconds since the epoch, the oldest first. */
export const recentWrites = ({ written }: WatchState, now: number): readonly WriteNote[] =>
  written.filter(({ at }) => at > now - countsFor);
