import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { Explained, ExplainedType } from './explained.ts';
import type { KeptRun, VerifiedRun } from './past-runs.ts';
import type { EndedItem, Forecast, JudgedItem, RunAccount, ShownContact } from './report-parts.ts';

/** What a command has to say: plain data that every format renders. */
export type Report =
  | {
      readonly kind: 'validate';
      readonly file: string;
      readonly contacts: number;
      readonly assignments: number;
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly kind: 'plan';
      readonly plan: Plan;
      readonly forecast: Forecast;
      readonly savedAs: string | null;
      /** Somebody approved exactly this plan, so the limits that it passes are no longer in its way. */
      readonly isApproved: boolean;
    }
  | { readonly kind: 'check'; readonly plan: Plan }
  | { readonly kind: 'show'; readonly rows: readonly ShownContact[] }
  | { readonly kind: 'explain'; readonly explained: readonly Explained[] }
  | {
      readonly kind: 'in-force';
      /** Which accounts were looked at, in words. */
      readonly scope: string;
      readonly accounts: number;
      readonly excluded: number;
      readonly types: readonly ExplainedType[];
    }
  | {
      readonly kind: 'undo-plan';
      readonly run: string;
      readonly plan: Plan;
      readonly verdicts: readonly JudgedItem[];
      readonly forecast: Forecast;
    }
  | { readonly kind: 'run'; readonly run: RunAccount; readonly items: readonly EndedItem[] }
  | { readonly kind: 'verified'; readonly runs: readonly VerifiedRun[] }
  | { readonly kind: 'pruned'; readonly removed: readonly string[]; readonly kept: readonly KeptRun[] }
  | {
      readonly kind: 'history';
      readonly runs: readonly RunAccount[];
      readonly unusable: readonly { readonly run: string; readonly because: string }[];
    };
