import type { CaseResult } from './run-case.ts';
import type { ParityCase } from './script.ts';

/** Something that scripts are run against. */
export interface Ground {
  /** Why a case cannot be run there; undefined when it can. */
  readonly skips: (parityCase: ParityCase) => string | undefined;
  readonly run: (parityCase: ParityCase) => Promise<CaseResult>;
}
