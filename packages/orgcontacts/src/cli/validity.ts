import { InvalidArgumentError } from 'commander';

const hour = 3_600_000;
const units: Readonly<Record<string, number>> = { m: 60_000, h: hour, d: 24 * hour };

/** How long a plan may be applied by default, in milliseconds. */
export const defaultValidity = 24 * hour;

/** Reads how long a plan stays valid, as `90m`, `24h` or `7d`, in milliseconds; at most 7 days. */
export const readValidity = (text: string): number => {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const length = Number(count) * (units[unit ?? ''] ?? Number.NaN);
  if (!(length > 0 && length <= 7 * 24 * hour))
    throw new InvalidArgumentError('Expected a time up to 7d, as 90m, 24h or 7d.');
  return length;
};
