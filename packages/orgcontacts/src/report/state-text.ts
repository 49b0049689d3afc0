import type { RowStatus } from './report-row.ts';

/** A status in words. */
export const stateText = (status: RowStatus): string => status.replaceAll('-', ' ');
