import type { Signal } from './signal.ts';

/** By what our own calls are known: the identity that makes them, and a word in the user agent that they send. */
export interface OwnMark {
  /** As GetCallerIdentity tells it, with the name of the session. */
  readonly arn: string;
  readonly userAgent: string;
}

/**
 * Whether an event tells of a write of ours. Both marks have to be there: a person may use the same role, and other copies of this tool
 * send the same user agent. A write of ours that is not recognized costs a look that finds nothing to do. Pure.
 *
 * @example
 * ```ts
 * import { isOwn, type Signal } from 'orgcontacts';
 *
 * const own = { arn: 'arn:aws:sts::222233334444:assumed-role/orgcontacts/apply', userAgent: 'orgcontacts-watch' };
 * const others = (signals: readonly Signal[]): readonly Signal[] => signals.filter((signal) => !isOwn(signal, own));
 * ```
 */
export const isOwn = ({ kind, by }: Signal, { arn, userAgent }: OwnMark): boolean =>
  kind === 'contact-changed' && by.arn === arn && by.userAgent?.includes(userAgent) === true;
