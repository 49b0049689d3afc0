import type { Cause } from './denial.ts';
import type { FindingCode } from './finding-codes.ts';

/** How a finding stands. A warning stops nothing. */
export type Level = 'ok' | 'warning' | 'problem' | 'cannot-tell';

/** Something that was looked at. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: Level;
  /** What was found. */
  readonly fact: string;
  /** What that means. */
  readonly message: string;
  /** The command that mends it; null where there is none, or nothing to mend. */
  readonly fix: string | null;
  /** What would decide, where it cannot be told; null elsewhere. */
  readonly would: string | null;
}

type Told = Pick<Finding, 'fact' | 'message'> & Partial<Pick<Finding, 'fix' | 'would'>>;

/** Makes a finding. */
export const finding = (code: FindingCode, level: Level, told: Told): Finding => ({
  code,
  level,
  fact: told.fact,
  message: told.message,
  fix: told.fix ?? null,
  would: told.would ?? null,
});

/** A denial as a finding. */
export const findingOf = ({ code, fact, message, fix, would }: Cause): Finding =>
  finding(code, would === null ? 'problem' : 'cannot-tell', { fact, message, fix, would });
