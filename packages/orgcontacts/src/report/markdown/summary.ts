import { controlCounts } from '../../coverage/count-controls.ts';
import type { Coverage } from '../../coverage/coverage.ts';
import type { Breach } from '../../plan/limits.ts';
import { isIncomplete, type Plan } from '../../plan/plan.ts';
import { controlName } from '../control-name.ts';
import { countText } from '../count-text.ts';
import { coverageRows, isGap } from '../coverage-rows.ts';
import { durationText } from '../duration-text.ts';
import type { Report } from '../report.ts';
import type { RowReport } from '../report-row.ts';
import { breachText } from '../terminal/plan.ts';
import { countsText } from '../terminal/run.ts';
import { foreign, markdownTable } from './foreign.ts';

/** The heading of a report and what it comes to. */
export const summaryLines = (report: RowReport): readonly string[] => {
  switch (report.kind) {
    case 'plan':
      return planLines(report);
    case 'check':
      return checkLines(report.plan);
    case 'coverage':
      return coverageLines(report.coverage);
    case 'run':
      return runLines(report);
    default:
      return report satisfies never;
  }
};

const planLines = ({ plan, forecast, isApproved }: Extract<Report, { kind: 'plan' }>): readonly string[] => {
  const count = (kind: string) => plan.changes.filter((change) => change.kind === kind).length;
  const changes =
    plan.changes.length === 0
      ? `**No change**: ${countText(plan.keeps, 'contact')} as wanted.`
      : `**${count('create')} to create, ${count('update')} to update, ${count('delete')} to delete**; ${plan.keeps} as wanted.`;
  return [
    '## orgcontacts: plan',
    '',
    [changes, ...incompleteText(plan)].join(' '),
    ...(plan.changes.length === 0
      ? []
      : [`Applying takes about ${durationText(forecast.apply)}; undoing it about ${durationText(forecast.undo)}.`]),
    ...breachLines(plan.breaches, isApproved),
    '',
    `${originText(plan)}, fingerprint \`${plan.fingerprint}\`.`,
  ];
};

const breachLines = (breaches: readonly Breach[], isApproved: boolean): readonly string[] =>
  breaches.length === 0
    ? []
    : [
        '',
        '> [!WARNING]',
        `> This plan passes a limit${isApproved ? ', and exactly these changes were approved' : ''}:`,
        ...breaches.map((breach) => `> - ${breachText(breach)}`),
      ];

const checkLines = (plan: Plan): readonly string[] => {
  const differences = plan.changes.length + plan.findings.length;
  const verdict =
    differences > 0
      ? `**Not in sync**: ${countText(differences, 'difference')}.`
      : `**In sync**: ${countText(plan.keeps, 'contact')} as wanted.`;
  return ['## orgcontacts: check', '', [verdict, ...incompleteText(plan)].join(' '), '', `${originText(plan)}.`];
};

const incompleteText = (plan: Plan): readonly string[] =>
  isIncomplete(plan) ? ['**Incomplete**: something could not be read, decided or reached.'] : [];

const originText = ({ origin, organization, createdAt }: Plan | Coverage): string => {
  const from =
    origin.kind === 'policy' ? origin.file : origin.kind === 'command' ? origin.what : `undo of ${origin.run}`;
  return `${foreign(from)} against \`${organization.id}\`, ${createdAt}`;
};

const coverageLines = (coverage: Coverage): readonly string[] => {
  const gaps = coverageRows(coverage).filter(isGap).length;
  return [
    '## orgcontacts: coverage and compliance',
    '',
    `**${gaps === 0 ? 'No gap' : countText(gaps, 'gap')}** in ${countText(coverage.accounts.length, 'account')}.`,
    '',
    ...markdownTable(
      ['scheme', 'item', 'passed', 'failed', 'unknown'],
      controlCounts(coverage).map(({ control, counts }) => [
        controlName(control),
        `\`${control.id}\`${control.isVerified ? '' : ' (number not verified)'}`,
        ...[counts.passed, counts.failed, counts.unknown].map(String),
      ]),
    ),
    '',
    `${originText(coverage)}.`,
  ];
};

const runLines = ({ run }: Extract<Report, { kind: 'run' }>): readonly string[] => [
  '## orgcontacts: apply',
  '',
  `Run ${foreign(run.run)} **${run.how}**: ${countsText(run.counts)}. ${foreign(run.detail)}`.trimEnd(),
];
