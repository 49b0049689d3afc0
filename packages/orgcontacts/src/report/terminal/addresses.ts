import { printable } from '../../diagnostic/printable.ts';
import type { AddressInPolicy } from '../address-parts.ts';
import { countText } from '../count-text.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';
import { renderPlanReport } from './plan.ts';
import { renderShowReport } from './show.ts';
import { renderTable } from './table.ts';

/** Shows where an address stands: in the policy file, and in live contacts. */
export const renderWhereReport = (report: Extract<Report, { kind: 'where' }>, style: Style): string => {
  const { policy, inPolicy, rows, unknown } = report;
  const email = printable(report.email);
  const file =
    policy === null ? 'There is no policy file to look in.' : `${email} does not stand in ${printable(policy)}.`;
  return [
    inPolicy.length > 0 ? addressTable(inPolicy, style) : file,
    '',
    rows.length > 0 ? renderShowReport({ kind: 'show', rows }, style) : `No live contact has ${email}.`,
    ...(rows.length > 0 ? [`${countText(rows.length, 'live contact')} with ${email}.`] : []),
    ...(unknown > 0
      ? [style.paint('warning', `${countText(unknown, 'contact')} could not be read or reached, and may have it.`)]
      : []),
  ].join('\n');
};

const addressTable = (addresses: readonly AddressInPolicy[], style: Style): string =>
  renderTable(
    addresses.map(({ where, contactName, isReference }) => [
      printable(where),
      contactName === null ? 'a contact in an assignment' : printable(contactName),
      isReference ? 'from outside the file' : '',
    ]),
    style.width,
    '',
  );

/** Says which addresses were replaced, which have to be replaced elsewhere, and what it changes in AWS. */
export const renderReplacedReport = (
  { file, edits, outside, plan, forecast }: Extract<Report, { kind: 'replaced' }>,
  style: Style,
): string =>
  [
    edits.length === 0
      ? `The address does not stand in ${printable(file)}; nothing was changed.`
      : style.paint('good', `Replaced ${countText(edits.length, 'address', 'addresses')} in ${printable(file)}.`),
    ...(outside.length === 0
      ? []
      : [style.paint('warning', 'Change these where their variable or file is set:'), addressTable(outside, style)]),
    ...(plan && forecast
      ? ['', renderPlanReport({ kind: 'plan', plan, forecast, savedAs: null, isApproved: false }, style)]
      : []),
  ].join('\n');
