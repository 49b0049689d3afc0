import { someOf } from './count-text.ts';
import type { FileStyle } from './file-style.ts';
import { groupBy } from './group-by.ts';
import { type Note, type NotedReport, notesOf, ruleText } from './note.ts';
import { safeText } from './safe-text.ts';

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;
const order = ['error', 'warning', 'note'];

/**
 * Renders what there is to look at as workflow commands, which GitHub Actions shows at the lines of the policy file. What is the same at the
 * same line is told once for all its accounts, worst first, since GitHub shows only the first few. Empty where there is nothing. Pure.
 */
export const renderGithub = (report: NotedReport, style: FileStyle): string =>
  groupBy(notesOf(report, style), groupKey)
    .toSorted((one, other) => order.indexOf(one[0].level) - order.indexOf(other[0].level))
    .map(commandOf)
    .join('\n');

const groupKey = ({ rule, level, place, row, key }: Note): string =>
  JSON.stringify(row ? [rule, level, place, row.type] : key);

const commandOf = (group: readonly [Note, ...Note[]]): string => {
  const [{ rule, level, place, row, message }] = group;
  const properties = {
    ...(place && { file: place.file, line: String(place.line) }),
    ...(place?.column !== undefined && { col: String(place.column) }),
    title: row ? `orgcontacts: ${row.type === null ? 'account' : row.type} ${rule}` : `orgcontacts: ${rule}`,
  };
  const text =
    group.length === 1
      ? message
      : `${group.length} accounts: ${ruleText(rule)} ${someOf(namesOf(group), 10)}. ${message}`;
  const told = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${commands[level]} ${told.join(',')}::${escapeData(text)}`;
};

const namesOf = (group: readonly Note[]): readonly string[] =>
  group.flatMap(({ row }) => (row ? [`${row.accountId} (${row.accountName})`] : []));

/** As the runner reads them back (actions/runner, ActionCommand; actions/toolkit, core/src/command.ts). */
const escapeData = (text: string): string =>
  safeText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
