import type { MovableClock } from '../clock.ts';
import { jsonAnswer, type WireAnswer } from '../wire/request.ts';

/** What the clock says, and how far it is ahead of the one that it goes with. */
export const readClock = (clock: MovableClock): WireAnswer =>
  jsonAnswer(200, { now: new Date(clock.now()).toISOString(), offset: clock.offset() });

/** Sets the clock on: by so many milliseconds, or to a moment; never back. */
export const moveClock = (clock: MovableClock, asked: unknown): WireAnswer => {
  const by = distance(asked, clock.now());
  if (typeof by === 'string') return jsonAnswer(400, { message: by });
  clock.advance(by);
  return readClock(clock);
};

/** Worlds keep moments with years of four digits, also those that are still to come. */
const lastMoment = Date.UTC(9999, 0, 1);

/** By how much the clock is to be set on, or why it cannot be. */
const distance = (asked: unknown, now: number): number | string => {
  const { advance, set, ...others } = isObject(asked) ? asked : {};
  if ((advance === undefined) === (set === undefined) || Object.keys(others).length > 0) return howTo;
  const by = set === undefined ? advance : momentOf(set) - now;
  if (typeof by !== 'number' || Number.isNaN(by)) return howTo;
  if (by < 0) return `The clock says ${new Date(now).toISOString()} and is never set back: ${howTo}`;
  return now + by > lastMoment ? `There is no time after ${new Date(lastMoment).toISOString()}: ${howTo}` : by;
};

const howTo =
  'Send {"advance": milliseconds} or {"set": "2026-11-24T12:00:00Z"}, a number from 0 on or a moment that is not over.';

/** With its time zone, so that it means the same everywhere. */
const momentOf = (set: unknown): number =>
  typeof set === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(set)
    ? Date.parse(set)
    : Number.NaN;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
