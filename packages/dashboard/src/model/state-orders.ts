import { lookOf, type State, type StateLook, stateLooks } from './states.ts';

/** The same in the order of a bar: what is well first, then what is not, then what nobody decides about. */
export const barLooks: readonly StateLook[] = [lookOf('as-wanted'), ...stateLooks.slice(0, 6), ...stateLooks.slice(7)];

/** States that something should be done or found out about. */
export const gapStates: readonly State[] = [
  'missing',
  'wrong-value',
  'unwanted',
  'unreadable',
  'unreachable',
  'unresolved',
];
