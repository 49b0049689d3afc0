import type { Breach } from '../plan/limits.ts';

/** The plan that the cells add up to. */
export interface ShownPlan {
  readonly fingerprint: string;
  readonly changes: number;
  readonly findings: number;
  readonly keeps: number;
  readonly breaches: readonly Breach[];
  /** In milliseconds, at AWS's quotas. */
  readonly forecast: { readonly apply: number; readonly undo: number };
  /** The command line that carries out exactly this plan. */
  readonly command: string;
}

/** What another scheme asks for, and how many contacts meet it. */
export interface ShownControl {
  readonly name: string;
  readonly title: string;
  readonly isVerified: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
}
