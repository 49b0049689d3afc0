import { printable } from '../../diagnostic/printable.ts';
import type { Breach } from '../../plan/limits.ts';
import { isIncomplete, type Plan } from '../../plan/plan.ts';
import { countText } from '../count-text.ts';
import { durationText } from '../duration-text.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';
import { renderChanges } from './changes.ts';
import { renderFindings } from './findings.ts';
import { renderLeftAlone } from './left-alone.ts';

/** Shows a plan: changes, findings, what is left alone and why, how long it takes, and the limits. */
export const renderPlanReport = (
  { plan, forecast, savedAs, isApproved }: Extract<Report, { kind: 'plan' }>,
  style: Style,
): string => {
  const file = savedAs === null ? null : printable(savedAs);
  return [
    ...planBody(plan, style),
    summaryLine(plan, style),
    ...(plan.changes.length > 0
      ? [`Applying takes about ${durationText(forecast.apply)}; undoing it about ${durationText(forecast.undo)}.`]
      : []),
    ...renderBreaches(plan, approvalText(plan, file, isApproved), style),
    `Fingerprint ${plan.fingerprint}`,
    ...(file === null ? [] : [savedText(plan, file)]),
  ].join('\n');
};

/** Shows whether everything is as the policy wants. */
export const renderCheckReport = ({ plan }: Extract<Report, { kind: 'check' }>, style: Style): string => {
  return [...planBody(plan, style), syncLine(plan, style), ...unknownLine(plan, style)].join('\n');
};

const syncLine = (plan: Plan, style: Style): string => {
  const differences = plan.changes.length + plan.findings.length;
  if (differences > 0) return style.paint('bad', `Not in sync: ${countText(differences, 'difference')}.`);
  const asWanted = `${countText(plan.keeps, 'contact')} as wanted.`;
  return isIncomplete(plan) ? `No difference found: ${asWanted}` : style.paint('good', `In sync: ${asWanted}`);
};

const savedText = ({ breaches }: Plan, savedAs: string): string =>
  breaches.length > 0
    ? `Saved as ${savedAs}.`
    : `Saved as ${savedAs}; apply exactly this with: orgcontacts apply ${savedAs}`;

const planBody = (plan: Plan, style: Style): string[] => [
  ...section('Changes', renderChanges(plan.changes, style), style),
  ...section('Findings, not changed because of the mode', renderFindings(plan.findings, style), style),
  ...section('Left alone', renderLeftAlone(plan.leftAlone, style), style),
];

const section = (title: string, body: string, style: Style): string[] =>
  body === '' ? [] : [style.paint('strong', title), body, ''];

const summaryLine = (plan: Plan, style: Style): string => {
  const count = (kind: string) => plan.changes.filter((change) => change.kind === kind).length;
  if (plan.changes.length === 0) {
    const text = `No change: ${countText(plan.keeps, 'contact')} as wanted.`;
    return [isIncomplete(plan) ? text : style.paint('good', text), ...unknownLine(plan, style)].join('\n');
  }
  const text = `Plan: ${count('create')} to create, ${count('update')} to update, ${count('delete')} to delete; ${plan.keeps} as wanted.`;
  return [style.paint('strong', text), ...unknownLine(plan, style)].join('\n');
};

const unknownLine = ({ leftAlone }: Plan, style: Style): string[] => {
  const unknown = leftAlone.filter(
    ({ kind }) => kind === 'unreachable' || kind === 'unresolved' || kind === 'unreadable',
  );
  return unknown.length === 0
    ? []
    : [
        style.paint(
          'warning',
          `Incomplete: ${unknown.length} left alone because something could not be read, decided or reached.`,
        ),
      ];
};

const approvalText = ({ fingerprint, origin }: Plan, savedAs: string | null, isApproved: boolean): string => {
  if (isApproved) return 'Exactly these changes were approved.';
  const command =
    origin.kind === 'command'
      ? `the same command and --approve ${fingerprint}`
      : `orgcontacts apply ${savedAs === null ? '' : `${savedAs} `}--approve ${fingerprint}`;
  return `If it is meant, approve exactly these changes with: ${command}`;
};

const renderBreaches = (plan: Plan, approval: string, style: Style): string[] =>
  plan.breaches.length === 0
    ? []
    : [
        style.paint('bad', 'This plan passes a limit:'),
        ...plan.breaches.map((breach) => `  ${breachText(breach)}`),
        approval,
      ];

/** Says one passed limit. */
export const breachText = ({ what, type, found, allowed }: Breach): string => {
  const scope = type === null ? 'in all' : `of ${type} contacts`;
  switch (what) {
    case 'updates':
    case 'deletes':
      return `${countText(found, what === 'updates' ? 'update' : 'delete')} ${scope}; without approval at most ${allowed}`;
    case 'unreadable':
      return `${countText(found, 'account')} could not be read; without approval at most ${allowed}`;
    default:
      return what satisfies never;
  }
};
