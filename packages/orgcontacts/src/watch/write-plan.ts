import { accountsNow, lookAgainThrough } from '../apply/accounts-now.ts';
import type { Diagnose } from '../apply/denials.ts';
import { runName, runPlan } from '../apply/run-plan.ts';
import type { Caller } from '../caller/caller.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import type { RunRecord } from '../journal/run-fold.ts';
import { observeAccounts } from '../observe/observe-accounts.ts';
import type { Clock } from '../pace/clock.ts';
import type { Plan } from '../plan/plan.ts';

/** What writing needs. */
export interface WriteTools {
  /** Brings what was begun to its end. */
  readonly gateway: Gateway;
  readonly caller: Caller;
  readonly store: JournalStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly diagnose: Diagnose;
  /** The version of orgcontacts. */
  readonly tool: string;
  /** When aborted, the write that is under way is brought to its end, and nothing else is begun. */
  readonly stop: AbortSignal;
}

/** A run, or why there is none now: it may be tried again later. */
export type Written =
  | { readonly kind: 'run'; readonly record: RunRecord }
  | { readonly kind: 'later'; readonly because: string };

/** Looks at the accounts of a plan once more and carries it out, as a run with its journal, while no other run works from the same place. */
export const writePlan = async (tools: WriteTools, plan: Plan, reason: string): Promise<Written> => {
  const { store, gateway, caller, clock, random } = tools;
  const claim = await store.claim();
  if (claim.kind === 'taken') return { kind: 'later', because: `another run is under way: ${claim.by}` };
  try {
    const ids = [...new Set(plan.changes.map(({ account }) => account.id))];
    const now = await observeAccounts(gateway, caller, ids, { tags: false, units: [] });
    if (now.kind === 'failed') return { kind: 'later', because: describeFailure(now.failure) };
    const facts = {
      run: runName(clock.now(), random),
      tool: tools.tool,
      endpoint: gateway.endpoint,
      approved: null,
      canary: [],
      reason,
    };
    const record = await runPlan(store, plan, facts, {
      gateway,
      clock,
      caller,
      accounts: accountsNow(now.value),
      lookAgain: lookAgainThrough(gateway),
      diagnose: tools.diagnose,
      stop: tools.stop,
      onEvent: () => {},
    });
    return { kind: 'run', record };
  } finally {
    await claim.release();
  }
};
