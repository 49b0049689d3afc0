/** What becomes of contacts that somebody edited by hand: they are written over, or no more than told. */
export const watchModes = ['restore', 'report'] as const;

/** One of the two. */
export type WatchMode = (typeof watchModes)[number];
