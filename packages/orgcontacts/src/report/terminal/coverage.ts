import { controlCounts } from '../../coverage/count-controls.ts';
import type { Coverage } from '../../coverage/coverage.ts';
import { coverageStates } from '../../coverage/coverage-state.ts';
import { type Tally, tallyCoverage } from '../../coverage/tally-coverage.ts';
import { tallyKeys } from '../../coverage/tally-keys.ts';
import { printable } from '../../diagnostic/printable.ts';
import { controlName } from '../control-name.ts';
import { countText } from '../count-text.ts';
import { type CoverageRow, coverageRows, isGap } from '../coverage-rows.ts';
import { groupBy } from '../group-by.ts';
import type { Report } from '../report.ts';
import { stateText } from '../state-text.ts';
import type { Style } from '../style.ts';
import { accountLines } from './account-lines.ts';
import { contactText, differenceText } from './contact-text.ts';
import { padEnd, renderTable } from './table.ts';

/** Shows who is called: counts by type and unit, every gap with the line that decides, and what other schemes ask for. */
export const renderCoverageReport = ({ coverage }: Extract<Report, { kind: 'coverage' }>, style: Style): string => {
  const gaps = coverageRows(coverage).filter(isGap);
  return [
    ...section('By contact type', tallyTable('type', tallyCoverage(coverage, tallyKeys.type), style), style),
    ...section('By unit', tallyTable('unit', tallyCoverage(coverage, tallyKeys.unit), style), style),
    ...section('To look at', renderGaps(gaps, style), style),
    ...section('Compliance', controlTable(coverage, style), style),
    verdict(coverage, gaps.length, style),
  ].join('\n');
};

const section = (title: string, body: string, style: Style): string[] =>
  body === '' ? [] : [style.paint('strong', title), body, ''];

const verdict = ({ accounts }: Coverage, gaps: number, style: Style): string => {
  const about = countText(accounts.length, 'account');
  return gaps === 0
    ? style.paint('good', `No gap in ${about}.`)
    : style.paint('bad', `${countText(gaps, 'gap')} in ${about}.`);
};

const tallyTable = (title: string, tallies: readonly Tally[], { width }: Style): string => {
  const used = coverageStates.filter((state) => tallies.some(({ states }) => states[state] > 0));
  const rows = tallies.map(({ key, contacts, states }) => [
    printable(key),
    String(contacts),
    ...used.map((state) => String(states[state])),
  ]);
  return rows.length === 0 ? '' : renderTable([[title, 'contacts', ...used.map(stateText)], ...rows], width);
};

const renderGaps = (gaps: readonly CoverageRow[], style: Style): string =>
  coverageStates
    .flatMap((state) =>
      groupBy(
        gaps.filter(({ contact }) => contact.state === state),
        equalKey,
      ),
    )
    .map((group) => renderGroup(group, style))
    .join('\n');

const equalKey = ({ contact: { type, wanted, live, decidedBy, detail } }: CoverageRow): string =>
  JSON.stringify([type, wanted, live.kind === 'set' ? live.contact : live.kind, decidedBy, detail]);

const renderGroup = (group: readonly [CoverageRow, ...CoverageRow[]], style: Style): string => {
  const [{ contact }] = group;
  const lead = style.paint(
    contact.state === 'missing' || contact.state === 'wrong-value' ? 'bad' : 'warning',
    `  ${padEnd(stateText(contact.state), 'wrong value'.length)} ${padEnd(contact.type, 'OPERATIONS'.length)}`,
  );
  const accounts = accountLines(
    group.map(({ account }) => account),
    style,
  );
  return [
    ...accounts.map((line) => `${lead}  ${line}`),
    ...valueLine(contact, style),
    ...(contact.detail === '' ? [] : [style.paint('quiet', `      ${printable(contact.detail)}`)]),
    ...becauseLine(contact, style),
  ].join('\n');
};

const valueLine = ({ state, live, wanted, masked }: CoverageRow['contact'], style: Style): string[] => {
  const is = live.kind === 'set' ? live.contact : null;
  if (state === 'wrong-value' && is && wanted) return [`      ${differenceText(is, wanted, style, masked)}`];
  if (state === 'missing' && wanted) return [`      wanted ${contactText(wanted, style, masked)}`];
  return state === 'unwanted' && is ? [`      is ${contactText(is, style)}, and none is wanted`] : [];
};

const becauseLine = ({ decidedBy }: CoverageRow['contact'], style: Style): string[] =>
  decidedBy
    ? [style.paint('quiet', `      ${printable(`${decidedBy.file}:${decidedBy.line} ${decidedBy.selector}`)}`)]
    : [];

const controlTable = (coverage: Coverage, { width }: Style): string =>
  renderTable(
    [
      ['passed', 'failed', 'unknown', 'item', 'scheme'],
      ...controlCounts(coverage).map(({ control, counts }) => [
        ...[counts.passed, counts.failed, counts.unknown].map(String),
        control.isVerified ? control.id : `${control.id} (number not verified)`,
        controlName(control),
      ]),
    ],
    width,
  );
