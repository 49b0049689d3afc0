import { printable } from '../diagnostic/printable.ts';
import type { Cause } from '../doctor/denial.ts';
import { groupBy } from '../report/group-by.ts';
import type { Io } from './io.ts';

/** Tells why calls were denied, equal causes once, each with what to do or what would decide. */
export const tellCauses = (io: Io, causes: readonly Cause[], head: (count: number) => string): void => {
  for (const group of groupBy(causes, ({ code, message, would }) => JSON.stringify([code, message, would]))) {
    const [{ code, fact, message, fix, would }] = group;
    const lines = [
      io.paint('warning', `${head(group.length)} (${code}): ${printable(message)}`),
      `  found: ${printable(fact)}`,
      ...(fix === null ? [] : [`  do: ${printable(fix)}`]),
      ...(would === null ? [] : [`  would decide: ${printable(would)}`]),
    ];
    io.err(`${lines.join('\n')}\n`);
  }
};
