import { contactKey } from '../../contact/same-contact.ts';
import { countText } from '../count-text.ts';
import type { FileStyle } from '../file-style.ts';
import { groupBy } from '../group-by.ts';
import { type ReportRow, verdicts } from '../report-row.ts';
import { valueText } from '../row-text.ts';
import { foreign, markdownTable } from './foreign.ts';
import { labelOf, labels } from './label.ts';

/** How much of the details there is room for. */
interface Room {
  /** Accounts named in each group. */
  readonly names: number;
  readonly groups: number;
}

type Group = readonly [ReportRow, ...ReportRow[]];

/** Tables of what there is to look at, folded: equal ones told once, with the line of the policy behind them. */
export const detailLines = (rows: readonly ReportRow[], style: FileStyle): ((room: Room) => readonly string[]) => {
  const telling = rows.filter(({ status }) => verdicts[status] === 'bad' || verdicts[status] === 'unknown');
  const sections = groupBy(telling, labelOf)
    .toSorted((one, other) => labels.indexOf(labelOf(one[0])) - labels.indexOf(labelOf(other[0])))
    .map((section) => groupBy(section, equalKey));
  return (room) => sections.flatMap((groups) => sectionLines(groups, style, room));
};

const sectionLines = (groups: readonly Group[], style: FileStyle, room: Room): readonly string[] => {
  const [first] = groups;
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const rest = groups.slice(room.groups).reduce((sum, group) => sum + group.length, 0);
  return [
    '',
    `<details><summary>${first ? labelOf(first[0]) : ''}: ${countText(count, 'contact')}</summary>`,
    '',
    ...markdownTable(
      ['type', 'accounts', 'contact', 'because of'],
      [
        ...groups.slice(0, room.groups).map((group) => cellsOf(group, style, room.names)),
        ...(rest > 0 ? [['', countText(rest, 'more contact'), '', '']] : []),
      ],
    ),
    '',
    '</details>',
  ];
};

const equalKey = ({ type, live, wanted, place, selector, detail }: ReportRow): string =>
  JSON.stringify([type, live && contactKey(live), wanted && contactKey(wanted), place, selector, detail]);

const cellsOf = (group: readonly [ReportRow, ...ReportRow[]], style: FileStyle, most: number): readonly string[] => {
  const [first] = group;
  const named = group.slice(0, most).map(({ accountId, accountName }) => foreign(`${accountId} ${accountName}`));
  const more = group.length - named.length;
  const { contactName, place, selector, detail, type } = first;
  const value = valueText(first, style);
  return [
    type ?? 'all',
    [...named, ...(more > 0 ? [`and ${countText(more, 'more account')}`] : [])].join('<br>'),
    [contactName === null || value === '' ? '' : `${foreign(contactName)}:`, foreign(value)].join(' ').trim(),
    [foreign([place ? `${place.file}:${place.line}` : '', selector].join(' ').trim()), foreign(detail)]
      .filter(Boolean)
      .join('<br>'),
  ];
};
