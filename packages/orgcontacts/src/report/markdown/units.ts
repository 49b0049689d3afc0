import { countText } from '../count-text.ts';
import { groupBy } from '../group-by.ts';
import { type ReportRow, verdicts } from '../report-row.ts';
import { foreign, markdownTable } from './foreign.ts';
import { labelOf, labels } from './label.ts';

/** A table of what there is in each unit, those with most to mend first: so many rows, and what is left in one. */
export const unitLines = (rows: readonly ReportRow[]): ((most: number) => readonly string[]) => {
  const groups = groupBy(rows, ({ unit }) => unit).toSorted(
    (one, other) => weight(other) - weight(one) || compare(one[0].unit, other[0].unit),
  );
  const used = labels.filter((label) => rows.some((row) => labelOf(row) === label));
  return (most) => {
    if (groups.length === 0) return [];
    const rest = groups.slice(most);
    return [
      '',
      ...markdownTable(
        ['unit', ...used],
        [
          ...groups.slice(0, most).map((group) => [nameOf(group[0].unit), ...countsOf(group, used)]),
          ...(rest.length > 0 ? [[`${countText(rest.length, 'more unit')}`, ...countsOf(rest.flat(), used)]] : []),
        ],
      ),
    ];
  };
};

const weight = (group: readonly ReportRow[]): number =>
  group.filter(({ status }) => verdicts[status] === 'bad' || verdicts[status] === 'unknown').length;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const nameOf = (unit: string): string => (unit === '' ? '(not read)' : foreign(unit));

const countsOf = (rows: readonly ReportRow[], used: readonly string[]): readonly string[] =>
  used.map((label) => {
    const count = rows.filter((row) => labelOf(row) === label).length;
    return count === 0 ? '' : String(count);
  });
