import { makeRandom } from '../world/random.ts';

/** Milliseconds before each answer: always the same, or anything between two numbers. */
export type LatencyChoice = number | readonly [least: number, most: number];

/** The longest wait that can be chosen, a minute: a number of ours. */
const longest = 60_000;

/** Reads `50` or `20-80`; undefined when it is neither. */
export const parseLatency = (text: string): LatencyChoice | undefined => {
  const [, least, most] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (least === undefined) return undefined;
  const choice = most === undefined ? Number(least) : ([Number(least), Number(most)] as const);
  return isLatency(choice) ? choice : undefined;
};

/** Whether a choice is one: whole numbers from 0 to a minute, the lesser first. */
export const isLatency = (choice: LatencyChoice): boolean => {
  const [least, most] = boundsOf(choice);
  return [least, most].every((bound) => Number.isInteger(bound) && bound >= 0 && bound <= longest) && least <= most;
};

/** Makes the waits, one after the other; equal seeds make equal ones. */
export const makeLatency = (choice: LatencyChoice, seed: number): (() => number) => {
  const [least, most] = boundsOf(choice);
  // Not the stream that the first fault rule draws from.
  const random = makeRandom(~seed);
  return () => least + Math.floor(random() * (most - least + 1));
};

const boundsOf = (choice: LatencyChoice): readonly [number, number] =>
  typeof choice === 'number' ? [choice, choice] : choice;
