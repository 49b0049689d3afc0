import type { QuotaTable } from './quota-table.ts';

/** How many calls of each operation a run will make. */
export type Calls = Readonly<Record<string, number>>;

/**
 * The shortest time in milliseconds in which the quotas let so many calls through, beginning with full buckets: the slowest
 * operation decides, since operations have buckets of their own. Pure.
 *
 * @example
 * ```ts
 * import { forecast, quotaTables } from 'orgcontacts';
 *
 * const calls = { 'account:GetAlternateContact': 2000, 'account:PutAlternateContact': 1000 };
 * const time = forecast(calls, quotaTables['aws'] ?? {}); // 198500
 * ```
 */
export const forecast = (calls: Calls, quotas: QuotaTable): number =>
  Math.max(0, ...Object.entries(calls).map(([operation, count]) => floorOf(operation, count, quotas)));

const floorOf = (operation: string, count: number, quotas: QuotaTable): number => {
  const quota = quotas[operation];
  return quota === undefined ? 0 : Math.max(0, ((count - quota.burst) / quota.rate) * 1000);
};
