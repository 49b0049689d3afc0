import { type Limit, limitTables } from './quota-table.ts';
import { type Quota, type TokenBucket, takeToken } from './token-bucket.ts';

/** Which quotas hold: those of a partition, none, or those of aws so many times. */
export type QuotaChoice = 'aws' | 'aws-cn' | 'off' | `x${number}`;

/** Says whether a call is within its quotas, and counts it. */
export interface Throttle {
  allows(operation: string, accountId: string, organizationId: string | undefined, now: number): boolean;
  reset(): void;
}

/** Makes the buckets: one for each operation and calling account, one for each operation and organization. */
export const makeThrottle = (choice: QuotaChoice): Throttle => {
  const table = tableOf(choice);
  const buckets = new Map<string, TokenBucket>();
  const take = (key: string, quota: Quota, now: number): boolean => {
    const bucket = buckets.get(key) ?? { tokens: quota.burst, at: now };
    buckets.set(key, bucket);
    return takeToken(bucket, quota, now);
  };
  return {
    allows: (operation, accountId, organizationId, now) => {
      const limit = table[operation];
      if (!limit) return true;
      const isOwn = take(`${operation} ${accountId}`, limit.account, now);
      if (!isOwn || !limit.organization || organizationId === undefined) return isOwn;
      return take(`${operation} ${organizationId}`, limit.organization, now);
    },
    reset: () => buckets.clear(),
  };
};

/** Reads a choice of quotas from text; undefined when it is none. */
export const parseQuotaChoice = (text: string): QuotaChoice | undefined => {
  if (text === 'aws' || text === 'aws-cn' || text === 'off') return text;
  const times = /^x(\d+(?:\.\d+)?)$/.exec(text)?.[1];
  return times !== undefined && Number(times) > 0 ? `x${Number(times)}` : undefined;
};

const tableOf = (choice: QuotaChoice): Readonly<Record<string, Limit>> => {
  if (choice === 'off') return {};
  if (choice === 'aws' || choice === 'aws-cn') return limitTables[choice];
  const times = Number(choice.slice(1));
  return Object.fromEntries(
    Object.entries(limitTables.aws).map(([operation, limit]) => [operation, scale(limit, times)]),
  );
};

const scale = ({ account, organization }: Limit, times: number): Limit => ({
  account: scaleQuota(account, times),
  ...(organization && { organization: scaleQuota(organization, times) }),
});

/** A bucket that cannot hold one token would never let a call through. */
const scaleQuota = ({ rate, burst }: Quota, times: number): Quota => ({
  rate: rate * times,
  burst: Math.max(1, burst * times),
});
