import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Draft, DraftContact, Part } from '../draft.ts';
import { atKey, atValue, type Rule } from '../rule.ts';

const day = 24 * 3_600_000;

/** A contact that nobody has made sure of for longer than the policy allows, or that has a review in the future. */
export const review: Rule = (draft, now) => {
  const { reviewEvery } = draft.lint;
  return draft.contacts.flatMap(({ path, value }) => {
    if (value.reviewed === undefined) return reviewEvery === null ? [] : [neverReviewed(draft, { path, value })];
    const reviewedAt = dayOf(value.reviewed);
    if (now === undefined || reviewedAt === undefined) return [];
    const days = Math.floor((now - reviewedAt) / day);
    // A day of grace: somewhere on earth it is tomorrow already.
    if (days < -1) return [atValue(draft.source, [...path, 'reviewed'], inFuture)];
    return reviewEvery === null || days <= reviewEvery
      ? []
      : [atValue(draft.source, [...path, 'reviewed'], overdue(days, reviewEvery))];
  });
};

/** When a day began, in milliseconds since the epoch; undefined for what is no day, as 2026-02-30, of which Date makes 2 March. */
const dayOf = (text: string): number | undefined => {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text ? at : undefined;
};

const neverReviewed = ({ source }: Draft, { path }: Part<DraftContact>): Diagnostic =>
  atKey(source, path.slice(0, -1), String(path.at(-1)), {
    code: 'review-overdue',
    message: 'Nobody has said when this contact was last made sure of.',
    help: 'Make sure that it reaches the right people, and write reviewed: with the date, as 2026-11-01.',
  });

const overdue = (days: number, every: number) =>
  ({
    code: 'review-overdue',
    message: `This contact was reviewed ${days} days ago; the policy asks for it every ${every}.`,
    help: 'Make sure that it still reaches the right people, and put the date here.',
  }) as const;

const inFuture = {
  code: 'review-in-future',
  message: 'This review has not happened yet.',
  help: 'Write the day on which somebody made sure of the contact.',
} as const;
