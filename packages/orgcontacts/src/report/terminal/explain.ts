import { printable } from '../../diagnostic/printable.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import type { Explained, ExplainedContender } from '../explained.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';
import { contactText } from './contact-text.ts';
import { renderTable } from './table.ts';

/** Shows for each account and type which assignment won, which lost and why, and what is live. */
export const renderExplainReport = ({ explained }: Extract<Report, { kind: 'explain' }>, style: Style): string =>
  explained.map((each) => renderOne(each, style)).join('\n\n');

const renderOne = (explained: Explained, style: Style): string => {
  const { accountId, accountName, unit, type, contenders, wanted, result } = explained;
  const rows = contenders.map((contender) => contenderRow(contender, style));
  return [
    style.paint('strong', `${type} of ${accountId} ${printable(accountName)} in ${printable(unit)}`),
    rows.length > 0 ? renderTable(rows, style.width) : '  No assignment names this contact type.',
    `  wanted  ${wanted ? contactText(wanted, style) : 'no contact by policy'}`,
    `  live    ${liveText(explained.live, style)}`,
    `  plan    ${printable(result)}`,
  ].join('\n');
};

const verdicts: Readonly<Record<ExplainedContender['verdict'], string>> = {
  won: 'won',
  weaker: 'lost: matches, but is less specific',
  tied: 'tied: as specific as another one that wants something else',
  'no-match': 'lost: does not match',
  unknown: 'unknown: what it looks at could not be read',
};

const contenderRow = ({ where, selector, wants, mode, verdict }: ExplainedContender, style: Style): string[] => {
  const mark = verdict === 'won' ? style.paint('good', '✓') : ' ';
  const texts = [where, selector, wants, mode === 'enforce' ? '' : mode].map(printable);
  return [mark, ...texts, verdicts[verdict]];
};

const liveText = (live: Explained['live'], style: Style): string => {
  switch (live.kind) {
    case 'set':
      return contactText(live.contact, style);
    case 'unset':
      return 'not set';
    case 'unreadable':
      return `could not be read: ${printable(describeFailure(live.failure))}`;
    case 'unreachable':
    case 'not-read':
      return printable(live.because);
    default:
      return live satisfies never;
  }
};
