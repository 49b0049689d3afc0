import type { ItemState, ShownRun } from '../../../orgcontacts/src/page/run-page.ts';

/** What a run came to, in a word. */
export const runWord: Readonly<Record<ShownRun['how'], string>> = {
  running: 'running',
  finished: 'finished',
  interrupted: 'interrupted',
  stopped: 'stopped',
  killed: 'has no end',
};

/** What became of an item, with the state whose look it has. */
export const itemLooks: Readonly<
  Record<ItemState, { readonly word: string; readonly sign: string; readonly tone: string }>
> = {
  waiting: { word: 'waiting', sign: ' ', tone: 'waiting' },
  writing: { word: 'writing', sign: '>', tone: 'writing' },
  done: { word: 'written', sign: '=', tone: 'done' },
  already: { word: 'already as wanted', sign: '=', tone: 'done' },
  skipped: { word: 'skipped', sign: '/', tone: 'skipped' },
  unconfirmed: { word: 'unconfirmed', sign: '?', tone: 'skipped' },
  failed: { word: 'failed', sign: '!', tone: 'failed' },
};

/** In the order in which they want a person to look. */
export const itemStates: readonly ItemState[] = [
  'failed',
  'unconfirmed',
  'skipped',
  'writing',
  'waiting',
  'done',
  'already',
];
