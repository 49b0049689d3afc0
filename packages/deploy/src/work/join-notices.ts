import type { Notice } from './work.ts';

/** SNS takes no longer subject (AWS docs: Publish). */
const longest = 100;

/** Puts notices into one: the last one gives the subject, since it wants most. Null for none. Pure. */
export const joinNotices = (notices: readonly Notice[]): Notice | null => {
  const last = notices.at(-1);
  if (!last) return null;
  return { subject: last.subject.slice(0, longest), message: notices.map(({ message }) => message).join('\n\n') };
};
