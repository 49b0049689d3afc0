/** What EventBridge hands to a rule (AWS docs: EventBridge events reference). */
export interface Envelope {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  /** The account on whose bus it is. */
  readonly account: string;
  /** ISO 8601, whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An event before it has its ids: they come from its place among the others. */
export interface EventDraft {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly source: 'aws.account' | 'aws.organizations';
  readonly detailType: string;
  readonly account: string;
  readonly resources?: readonly string[];
  /** The event is a record of CloudTrail, and its detail has an `eventID`. */
  readonly detail: (eventId: string) => Readonly<Record<string, unknown>>;
}

/** The Region of both services, which are global (AWS docs: logging with CloudTrail). */
export const eventRegion = 'us-east-1';

/** A moment as events tell it: ISO 8601, whole seconds. */
export const wholeSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
