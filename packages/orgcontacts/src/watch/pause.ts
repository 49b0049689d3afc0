import { type Shelf, shelfNames } from './shelf.ts';

/** A pause: nothing is written while it lasts. */
export interface Pause {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: string | null;
}

/** Reads whether writing is paused, and says so in a sentence; undefined when it is not. A pause that cannot be read is one. */
export const readPause = async (shelf: Shelf): Promise<string | undefined> => {
  const text = await shelf.read(shelfNames.pause);
  if (text === undefined) return undefined;
  const { at, reason } = parsePause(text);
  return `writing is paused since ${at}${reason === null ? '' : ` (${reason})`}`;
};

const parsePause = (text: string): Pause => {
  try {
    const { at, reason }: { at?: unknown; reason?: unknown } = JSON.parse(text);
    return { at: String(at), reason: typeof reason === 'string' ? reason : null };
  } catch {
    return { at: 'a time that cannot be read', reason: null };
  }
};

/** Stops all writing of the watches that share this shelf, before their next call. */
export const writePause = (shelf: Shelf, pause: Pause): Promise<void> =>
  shelf.write(shelfNames.pause, `${JSON.stringify(pause)}\n`);

/** Lets watches write again. */
export const removePause = (shelf: Shelf): Promise<void> => shelf.remove(shelfNames.pause);
