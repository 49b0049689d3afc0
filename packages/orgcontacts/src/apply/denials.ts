import type { AccountId } from '../contact/account-id.ts';
import type { Failure } from '../failure/failure.ts';

/** What a look at the facts said about a denial. */
export type Diagnosis =
  /** A cause that hits every account: the run must not go on. */
  { readonly kind: 'everything'; readonly because: string } | { readonly kind: 'unclear' };

/** Looks at the facts behind a failure of a call about an account: identity, trusted access, delegation, policies. */
export type Diagnose = (failure: Failure, accountId: AccountId) => Promise<Diagnosis>;

/** So many denials one after the other mean that something is wrong with more than an account. Own choice. */
const inARow = 20;
/** More than this share of a run denied is too much. Own choice; a run is never stopped for fewer than three. */
const share = 0.05;
const atLeast = 2;

/** Watches the denials of a run. */
export interface DenialWatch {
  /** Takes note of an outcome for an account; gives the reason when the run has to stop. */
  note(failure: Failure | undefined, accountId: AccountId): Promise<string | undefined>;
}

/** Makes a watch over a run of so many items: after two equal denials the facts are checked, once for each kind of denial. */
export const watchDenials = (items: number, diagnose: Diagnose): DenialWatch => {
  const seen = new Map<string, number>();
  let total = 0;
  let row = 0;
  return {
    note: async (failure, accountId) => {
      if (failure?.kind !== 'denied') {
        row = 0;
        return undefined;
      }
      total++;
      row++;
      const key = `${failure.operation} ${failure.code}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      const diagnosis = count === 2 ? await diagnose(failure, accountId) : undefined;
      if (diagnosis?.kind === 'everything') return diagnosis.because;
      if (row >= inARow) return `${row} accounts in a row denied ${failure.operation}`;
      const allowed = Math.max(atLeast, Math.floor(items * share));
      return total > allowed
        ? `${total} of ${items} items were denied, more than the ${allowed} that a run may have`
        : undefined;
    },
  };
};
