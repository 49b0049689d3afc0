import type { Report } from './report.ts';

/** Renders a report as one versioned JSON document; values are whole, since somebody asked for the data. */
export const renderJson = (report: Report): string =>
  JSON.stringify({ format: 'orgcontacts/report', version: 1, ...report }, undefined, 2);
