import { printable } from '../../diagnostic/printable.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import { countText, someOf } from '../count-text.ts';
import type { Explained, ExplainedContender, ExplainedType } from '../explained.ts';
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
    `  wanted  ${wanted ? contactText(wanted, style, explained.masked) : 'no contact by policy'}`,
    `  live    ${liveText(explained, style)}`,
    `  plan    ${printable(result)}`,
  ].join('\n');
};

const contenderRow = ({ because, verdict, ...assignment }: ExplainedContender, style: Style): string[] => [
  verdict === 'won' ? style.paint('good', '✓') : ' ',
  ...assignmentTexts(assignment),
  printable(because),
];

const assignmentTexts = ({ where, selector, wants, mode }: Omit<ExplainedContender, 'verdict' | 'because'>): string[] =>
  [where, selector, wants, mode === 'enforce' ? '' : mode].map(printable);

/** Shows for each contact type which assignments are in force, in how many accounts and in which units. */
export const renderInForceReport = (report: Extract<Report, { kind: 'in-force' }>, style: Style): string => {
  const excluded = report.excluded > 0 ? `, ${report.excluded} more excluded or not ACTIVE` : '';
  const head = `${capital(printable(report.scope))}: ${countText(report.accounts, 'account')}${excluded}`;
  return [head, ...report.types.map((type) => renderType(type, style))].join('\n\n');
};

const renderType = ({ type, assignments, unnamed, unresolved }: ExplainedType, style: Style): string => {
  const rows = assignments.map(({ accounts, units, ...assignment }) => {
    const where = accounts === 0 ? 'nowhere' : `${countText(accounts, 'account')} in ${someOf(units.map(printable))}`;
    return [...assignmentTexts(assignment), accounts === 0 ? style.paint('quiet', where) : where];
  });
  return [
    style.paint('strong', type),
    rows.length > 0 ? renderTable(rows, style.width) : '  No assignment names this contact type.',
    ...(unnamed > 0 && rows.length > 0 ? [`  No assignment is in force in ${countText(unnamed, 'account')}.`] : []),
    ...(unresolved > 0 ? [style.paint('warning', `  Cannot be decided for ${countText(unresolved, 'account')}.`)] : []),
  ].join('\n');
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const liveText = ({ live, masked }: Explained, style: Style): string => {
  switch (live.kind) {
    case 'set':
      return contactText(live.contact, style, masked);
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
