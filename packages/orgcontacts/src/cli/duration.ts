const hour = 3_600_000;
const units: Readonly<Record<string, number>> = { m: 60_000, h: hour, d: 24 * hour };

/** Reads a length of time, as `90m`, `24h` or `7d`, in milliseconds; undefined when it is none. */
export const parseDuration = (text: string): number | undefined => {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const length = Number(count) * (units[unit ?? ''] ?? Number.NaN);
  return length > 0 ? length : undefined;
};
