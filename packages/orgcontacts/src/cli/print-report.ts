import { formats } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './output-options.ts';

/** Prints a report on standard output, in the format that was asked for. Contacts are whole on a terminal and masked in pipes. */
export const printReport = (io: Io, report: Report, { json, showValues, verbose }: OutputOptions): void => {
  const values = io.outIsTerminal || showValues ? 'whole' : 'masked';
  const style = { width: io.width(), paint: io.paint, values, verbose: verbose === true } as const;
  io.out(`${formats[json ? 'json' : 'terminal'](report, style)}\n`);
};
