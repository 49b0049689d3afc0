import { type Gateway, makePacer, pacedGateway, type QuotaTable, quotaTables, shareOf } from 'orgcontacts';
import type { Settings, Tools } from './tools.ts';

/**
 * Makes the pace of one batch. Only the first one may count on full buckets: what the batch before has left in them a fresh function cannot
 * know, so that every later one begins with a single call. Pure.
 */
const quotasFor = ({ partition, quotaShare }: Settings, isFirst: boolean): QuotaTable => {
  const table = quotaTables[partition];
  if (!table) throw new Error(`The partition ${partition} has no documented API for alternate contacts.`);
  const shared = shareOf(table, quotaShare);
  if (isFirst) return shared;
  return Object.fromEntries(Object.entries(shared).map(([operation, { rate }]) => [operation, { rate, burst: 1 }]));
};

/** Puts the pace around a gateway; with a signal, reads that wait end when it is aborted. */
export const pacedFor = (
  gateway: Gateway,
  { settings, clock, random }: Pick<Tools, 'settings' | 'clock' | 'random'>,
  isFirst: boolean,
  signal?: AbortSignal,
): Gateway => {
  const pacer = makePacer(quotasFor(settings, isFirst), clock);
  return pacedGateway(gateway, { pacer, clock, random, ...(signal && { signal }) });
};
