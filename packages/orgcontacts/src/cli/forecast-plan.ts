import { forecast } from '../pace/forecast.ts';
import type { QuotaTable } from '../pace/quota-table.ts';
import type { Change } from '../plan/change.ts';
import type { Forecast } from '../report/report-parts.ts';

/** How long carrying out a list of changes takes at least, and undoing it: each item is read, written and read again. */
export const forecastPlan = (changes: readonly Change[], quotas: QuotaTable): Forecast => {
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  const gets = 2 * changes.length;
  return {
    apply: forecastCalls(gets, changes.length - count('delete'), count('delete'), quotas),
    // Undoing looks at every item once more beforehand, and turns creates into deletes and deletes into creates.
    undo: forecastCalls(gets + changes.length, changes.length - count('create'), count('create'), quotas),
  };
};

const forecastCalls = (gets: number, puts: number, deletes: number, quotas: QuotaTable): number =>
  forecast(
    {
      'account:GetAlternateContact': gets,
      'account:PutAlternateContact': puts,
      'account:DeleteAlternateContact': deletes,
    },
    quotas,
  );
