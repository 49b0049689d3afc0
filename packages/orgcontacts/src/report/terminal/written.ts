import { printable } from '../../diagnostic/printable.ts';
import { countText } from '../count-text.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';

/** Says what a spreadsheet of live contacts holds. */
export const renderExportedReport = (
  { file, rows, set, unknown }: Extract<Report, { kind: 'exported' }>,
  style: Style,
): string =>
  [
    style.paint(
      'good',
      `${countText(rows, 'contact')}, ${set} of them set${file === null ? '' : `, in ${printable(file)}`}.`,
    ),
    ...(unknown > 0
      ? [
          style.paint(
            'warning',
            `${countText(unknown, 'contact')} could not be read or reached; their cells are blank.`,
          ),
        ]
      : []),
    ...(file === null ? [] : [`Make a policy of it with: orgcontacts import --csv ${printable(file)}`]),
  ].join('\n');

/** Says what a policy made from live contacts holds, and what it leaves out. */
export const renderImportedReport = (report: Extract<Report, { kind: 'imported' }>, style: Style): string => {
  const { accounts, contacts, assignments, keeps, gaps } = report;
  const left = [
    ...(gaps.unset > 0 ? [`${gaps.unset} not set`] : []),
    ...(gaps.unreadable > 0 ? [`${gaps.unreadable} that could not be read or reached`] : []),
    ...(gaps.unwritable > 0 ? [`${gaps.unwritable} that AWS would not accept again`] : []),
  ];
  return [
    ...writtenLines(report, style),
    `${countText(contacts, 'contact')} and ${countText(assignments, 'assignment')} for ${countText(accounts, 'account')}; ${countText(keeps, 'live contact')} kept exactly.`,
    ...(left.length > 0 ? [`Left unmanaged: ${left.join(', ')}.`] : []),
    'Proven: enforced, it would change nothing. Look for yourself with: orgcontacts plan',
    'It only reports. When it says what you want, set mode: enforce.',
  ].join('\n');
};

/** Says what a policy made from a spreadsheet holds. */
export const renderImportedSheetReport = (
  report: Extract<Report, { kind: 'imported-sheet' }>,
  style: Style,
): string => {
  const { from, rows, wanted, contacts, assignments } = report;
  return [
    ...writtenLines(report, style),
    `${countText(contacts, 'contact')} and ${countText(assignments, 'assignment')} from ${countText(rows, 'row')} of ${printable(from)}; ${countText(rows - wanted, 'row')} left alone.`,
    'It only reports. See what it would change with: orgcontacts plan',
    'When that is what you want, set mode: enforce.',
  ].join('\n');
};

/** Says what to do with a first policy. */
export const renderInitiatedReport = (report: Extract<Report, { kind: 'initiated' }>, style: Style): string =>
  [
    ...writtenLines(report, style),
    report.organization === null
      ? 'No organization could be reached, so its examples are made up.'
      : `Its comments name the units and tags of organization ${printable(report.organization)}.`,
    'Put in your contacts, then: orgcontacts validate, and orgcontacts plan',
    'To begin from the contacts that are there already: orgcontacts import',
  ].join('\n');

const writtenLines = (
  { file, kept }: { readonly file: string; readonly kept: string | null },
  style: Style,
): string[] => [
  style.paint('good', `Wrote ${printable(file)}.`),
  ...(kept === null ? [] : [`The file that was there is kept as ${printable(kept)}.`]),
];
