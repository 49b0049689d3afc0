import type { Style } from './style.ts';

/** How a report is written for other programs, and for pages that many people see. */
export interface FileStyle extends Pick<Style, 'values'> {
  /** The Region that findings are sent to Security Hub in, as `eu-central-1`; null for the one that Account Management is in. */
  readonly region: string | null;
}
