import { InvalidArgumentError } from 'commander';
import { parseDuration } from './duration.ts';

const day = 24 * 3_600_000;

/** How long a plan may be applied by default, in milliseconds. */
export const defaultValidity = day;

/** Reads how long a plan stays valid, as `90m`, `24h` or `7d`, in milliseconds; at most 7 days. */
export const readValidity = (text: string): number => {
  const length = parseDuration(text);
  if (length === undefined || length > 7 * day)
    throw new InvalidArgumentError('Expected a time up to 7d, as 90m, 24h or 7d.');
  return length;
};
