import { whereIs } from '../diagnostic/diagnostic.ts';
import type { Resolution, UnresolvedReason } from '../resolve/resolution.ts';
import { describeSelector } from '../selector/describe-selector.ts';
import type { Because } from './planned-item.ts';

/** Says which assignment is behind a resolution: file, line and selector. */
export const because = (resolution: Resolution): Because => {
  if (resolution.kind === 'unresolved' || !resolution.winner)
    return { where: '', selector: '', contactName: null, masked: [] };
  const { winner } = resolution;
  return {
    where: whereIs(winner.place),
    selector: describeSelector(winner.match),
    contactName: resolution.kind === 'contact' ? resolution.contactName : null,
    masked: resolution.kind === 'contact' ? resolution.masked : [],
  };
};

/**
 * Says in one line why an account and type is unresolved. Pure.
 *
 * @example
 * ```ts
 * import { type AccountResolution, describeReason } from 'orgcontacts';
 *
 * const whyNot = ({ byType: { SECURITY } }: AccountResolution): string =>
 *   SECURITY.kind === 'unresolved' ? describeReason(SECURITY.reason) : 'It is resolved.';
 * ```
 */
export const describeReason = (reason: UnresolvedReason): string => {
  switch (reason.kind) {
    case 'unknown-match':
      return `${whereIs(reason.assignment.place)} (${describeSelector(reason.assignment.match)}) might win, but ${reason.failure.operation} failed: ${reason.failure.code}`;
    case 'unknown-exclusion':
      return `${whereIs(reason.exclusion.place)} might exclude it, but ${reason.failure.operation} failed: ${reason.failure.code}`;
    case 'unknown-filter':
      return `whether the filter means it could not be found out: ${reason.failure.operation} failed: ${reason.failure.code}`;
    case 'template':
      return `${whereIs(reason.assignment.place)} (${describeSelector(reason.assignment.match)}) wins, but its contact cannot be filled in here: ${reason.because}`;
    case 'tie':
      return `${reason.assignments.map(({ place }) => whereIs(place)).join(' and ')} are equally specific and want different things; an assignment with both conditions settles it`;
    default:
      return reason satisfies never;
  }
};
