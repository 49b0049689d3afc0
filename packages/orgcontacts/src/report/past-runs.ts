/** What verifying one run came to. */
export interface VerifiedRun {
  readonly run: string;
  /** How many lines of its journal are whole and in their chain. */
  readonly lines: number;
  /** Null when everything is as it was written. */
  readonly problem: string | null;
}

/** A run that could have been removed and was not. */
export interface KeptRun {
  readonly run: string;
  readonly because: string;
}
