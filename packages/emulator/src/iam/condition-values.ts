/** A decimal number, as `1`, `+01`, `1.` or `1e0`; anything else is none (observed on live AWS). */
export const numberIn = (text: string): number | bigint | undefined => {
  if (/^[+-]?\d+$/.test(text)) return BigInt(text.replace('+', ''));
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
};

/**
 * Milliseconds since the epoch of an ISO 8601 date, or of seconds since the epoch; what stands without a zone is in UTC, and what is
 * below a millisecond does not count (observed on live AWS).
 */
export const momentIn = (text: string): number | undefined => {
  if (/^\+?\d+$/.test(text)) return Number(text) * 1000;
  const [, date, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text) ?? [];
  const moment = date === undefined ? Number.NaN : Date.parse(`${date}${time ?? 'T00:00'}${zone ?? 'Z'}`);
  return Number.isNaN(moment) ? undefined : moment;
};

/** Whether a condition of a policy can be true or false only: whatever is not `true` is false (observed on live AWS). */
export const truthIn = (text: string): boolean => text.toLowerCase() === 'true';
