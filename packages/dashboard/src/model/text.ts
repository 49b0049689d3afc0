/** Says a number with its noun: `1 account`, `3 accounts`. */
export const countText = (count: number, noun: string, plural = `${noun}s`): string =>
  `${numberText(count)} ${count === 1 ? noun : plural}`;

/** A number with thin spaces between thousands, in every language alike. */
export const numberText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** A time of the journal or the clock, in the reader's own zone: `2026-11-23 14:05`. */
export const timeText = (iso: string): string => {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
};

/** A length of time, as `5 min` or `1 h 20 min`; short ones as `under 1 s`. */
export const durationText = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  if (milliseconds < 1000) return 'under 1 s';
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

/** Characters that would let a name change how the text around it reads: controls, and marks of direction (Unicode Bidi_Control). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unruly = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A name as it may be shown: what is unruly is written out, as `U+202E`. */
export const nameText = (text: string): string =>
  text.replace(
    unruly,
    (mark) => `\u2039U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u203a`,
  );
