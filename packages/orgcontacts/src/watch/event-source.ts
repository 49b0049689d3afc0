/** Something that came from a source of events. */
export type Arrival =
  /** An envelope, as parsed JSON; `cursor` names its place where a source can go on from one. */
  | { readonly kind: 'event'; readonly event: unknown; readonly cursor: string | null }
  /** The connection broke; what comes meanwhile is kept there. */
  | { readonly kind: 'lost'; readonly because: string }
  | { readonly kind: 'back' }
  /** Some events are gone for good. */
  | { readonly kind: 'gap'; readonly because: string };

/** Where events come from. */
export interface EventSource {
  /** What it is, for people. */
  readonly place: string;
  /**
   * Hands over events until it is aborted, each at least once: one counts as delivered when `take` has resolved. Connects again by itself,
   * for ever; goes on after `cursor` if it can.
   */
  listen(take: (arrival: Arrival) => Promise<void>, cursor: string | null, signal: AbortSignal): Promise<void>;
}
