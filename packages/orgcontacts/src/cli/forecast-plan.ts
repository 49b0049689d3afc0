import { type Calls, forecast } from '../pace/forecast.ts';
import type { QuotaTable } from '../pace/quota-table.ts';
import type { Change } from '../plan/change.ts';
import type { Forecast } from '../report/report-parts.ts';

/** How long carrying out a list of changes takes at least, and undoing it, each beginning with full buckets. */
export const forecastPlan = (changes: readonly Change[], quotas: QuotaTable): Forecast => {
  const { creates, updates, deletes } = count(changes);
  // Undoing looks at every item once more beforehand, and turns creates into deletes and deletes into creates.
  const undo = callsOf(updates + deletes, creates, 3 * changes.length);
  return { apply: forecast(callsFor(changes), quotas), undo: forecast(undo, quotas) };
};

/** The calls that a list of changes costs: each item is read, written and read again. */
export const callsFor = (changes: readonly Change[]): Calls => {
  const { creates, updates, deletes } = count(changes);
  return callsOf(creates + updates, deletes, 2 * changes.length);
};

const count = (changes: readonly Change[]) => {
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  return { creates: of('create'), updates: of('update'), deletes: of('delete') };
};

const callsOf = (puts: number, deletes: number, gets: number): Calls => ({
  'account:GetAlternateContact': gets,
  'account:PutAlternateContact': puts,
  'account:DeleteAlternateContact': deletes,
});
