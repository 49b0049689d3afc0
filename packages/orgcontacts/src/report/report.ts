import type { ControlResult } from '../coverage/count-controls.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Finding as DoctorFinding } from '../doctor/finding.ts';
import type { PolicyDocument } from '../iam/documents.ts';
import type { Purpose } from '../iam/identity-policy.ts';
import type { Gaps } from '../infer/label-accounts.ts';
import type { Plan } from '../plan/plan.ts';
import type { SetupStep } from '../setup/plan-setup.ts';
import type { AddressInPolicy } from './address-parts.ts';
import type { Explained, ExplainedType } from './explained.ts';
import type { KeptRun, VerifiedRun } from './past-runs.ts';
import type { EndedItem, Forecast, JudgedItem, RunAccount, ShownContact } from './report-parts.ts';

/** A policy file that was written, and where the one before it was kept. */
export interface WrittenFile {
  readonly file: string;
  readonly kept: string | null;
}

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
      /** The path of the unit of each account, by its id, as far as somebody read them. */
      readonly units?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'check'; readonly plan: Plan; readonly units?: Readonly<Record<string, string>> }
  /** Who is called for which account, where the gaps are, and the evidence for an auditor. */
  | {
      readonly kind: 'coverage';
      readonly coverage: Coverage;
      /** What each control comes to: every format works it out, this is for JSON. */
      readonly compliance?: readonly ControlResult[];
    }
  | { readonly kind: 'show'; readonly rows: readonly ShownContact[] }
  | {
      readonly kind: 'exported';
      /** Null when it was not written to a file. */
      readonly file: string | null;
      readonly rows: number;
      readonly set: number;
      readonly unknown: number;
    }
  | {
      readonly kind: 'where';
      readonly email: string;
      /** The policy file; null when there is none. */
      readonly policy: string | null;
      readonly inPolicy: readonly AddressInPolicy[];
      readonly rows: readonly ShownContact[];
      /** Contacts of which nobody knows the address. */
      readonly unknown: number;
    }
  | {
      readonly kind: 'replaced';
      readonly file: string;
      readonly edits: readonly AddressInPolicy[];
      /** Addresses that have to be changed outside the policy file. */
      readonly outside: readonly AddressInPolicy[];
      /** What it would change in AWS; null when nobody asked. */
      readonly plan: Plan | null;
      readonly forecast: Forecast | null;
    }
  | (WrittenFile & {
      readonly kind: 'imported';
      readonly accounts: number;
      readonly contacts: number;
      readonly assignments: number;
      readonly keeps: number;
      readonly gaps: Gaps;
    })
  | (WrittenFile & {
      readonly kind: 'imported-sheet';
      readonly from: string;
      readonly rows: number;
      readonly wanted: number;
      readonly contacts: number;
      readonly assignments: number;
      readonly diagnostics: readonly Diagnostic[];
    })
  | (WrittenFile & {
      readonly kind: 'initiated';
      /** The organization that it was made for; null when none could be reached. */
      readonly organization: string | null;
    })
  | {
      readonly kind: 'setup';
      readonly steps: readonly SetupStep[];
      /** How many of them were carried out. */
      readonly done: number;
    }
  | { readonly kind: 'doctor'; readonly findings: readonly DoctorFinding[] }
  | {
      readonly kind: 'iam';
      readonly purpose: Purpose | 'scp' | 'trust';
      readonly document: PolicyDocument;
    }
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
