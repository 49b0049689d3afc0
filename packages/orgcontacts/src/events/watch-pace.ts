/** How patient a watch is, in milliseconds. */
export interface WatchPace {
  /** How often everything is looked at. */
  readonly every: number;
  /** How long an account has to be quiet before it is looked at, and how long it may be kept waiting by more events. */
  readonly quiet: number;
  readonly longest: number;
  /** How long after a look in vain the next one is made, in the first minutes and later; and until when that goes on. */
  readonly retryEvery: number;
  readonly retryLater: number;
  readonly retryFirst: number;
  readonly retryFor: number;
  /** How long events are remembered, to know them again. */
  readonly seenFor: number;
}

/**
 * The pace unless somebody wants another. Own choices: events of one deed come within a second; AWS does not say when a new account accepts
 * its first call, so that it is asked every two seconds for five minutes and then every half minute for an hour; EventBridge tries to deliver
 * for 24 hours (AWS docs, "Event retry policy and dead-letter queues").
 *
 * @example
 * ```ts
 * import { type WatchPace, watchPace } from 'orgcontacts';
 *
 * const daily: WatchPace = { ...watchPace, every: 86_400_000 };
 * ```
 */
export const watchPace: WatchPace = {
  every: 3_600_000,
  quiet: 1_000,
  longest: 10_000,
  retryEvery: 2_000,
  retryLater: 30_000,
  retryFirst: 300_000,
  retryFor: 3_600_000,
  seenFor: 86_400_000,
};
