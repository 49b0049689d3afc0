import type { Cell } from '../../../orgcontacts/src/page/snapshot.ts';

/** How a contact stands to the policy. */
export type State = Cell['state'];

/** What a state looks like without colour, and what it means. The sign is one character of the oldest alphabets, which every font has. */
export interface StateLook {
  readonly state: State;
  readonly word: string;
  readonly sign: string;
  readonly meaning: string;
}

/** Every state, in the order of how much it wants a person to look. */
export const stateLooks: readonly StateLook[] = [
  { state: 'missing', word: 'missing', sign: '+', meaning: 'wanted, and none is set' },
  { state: 'wrong-value', word: 'wrong value', sign: '~', meaning: 'wanted, and another one is set' },
  { state: 'unwanted', word: 'unwanted', sign: '-', meaning: 'none is wanted, and one is set' },
  { state: 'unreadable', word: 'unreadable', sign: '?', meaning: 'AWS did not let it be read' },
  { state: 'unreachable', word: 'unreachable', sign: '/', meaning: 'out of the reach of this caller' },
  { state: 'unresolved', word: 'unresolved', sign: '!', meaning: 'nobody can say what the policy wants' },
  { state: 'as-wanted', word: 'as wanted', sign: ' ', meaning: 'as the policy wants it' },
  { state: 'unmanaged', word: 'unmanaged', sign: '.', meaning: 'the policy leaves it alone' },
  { state: 'excluded', word: 'excluded', sign: 'x', meaning: 'the policy excludes the account' },
  { state: 'not-active', word: 'not active', sign: 'x', meaning: 'AWS does not let the account be used' },
];

const byState = new Map(stateLooks.map((look) => [look.state, look]));

/** The look of a state. */
export const lookOf = (state: State): StateLook => {
  const look = byState.get(state);
  if (!look) throw new Error(`The state ${state} has no look.`);
  return look;
};
