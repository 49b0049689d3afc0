import { printable } from '../../diagnostic/printable.ts';
import type { Finding, Level } from '../../doctor/finding.ts';
import { countText } from '../count-text.ts';
import type { Report } from '../report.ts';
import type { Emphasis, Style } from '../style.ts';

/** How each level begins its line. */
const marks: Readonly<Record<Level, readonly [mark: string, emphasis: Emphasis]>> = {
  ok: ['ok', 'good'],
  warning: ['warning', 'warning'],
  problem: ['problem', 'bad'],
  'cannot-tell': ['cannot tell', 'warning'],
};

/** Columns in front of a message: two blanks, the longest mark, and two blanks. */
const indent = 15;

/** Shows what was looked at; of what does not stand, the fact behind it and what to do. */
export const renderDoctorReport = ({ findings }: Extract<Report, { kind: 'doctor' }>, style: Style): string =>
  [...findings.flatMap((each) => linesOf(each, style)), verdictOf(findings, style)].join('\n');

const linesOf = ({ code, level, fact, message, fix, would }: Finding, style: Style): readonly string[] => {
  const [mark, emphasis] = marks[level];
  const head = `  ${style.paint(emphasis, mark)}${' '.repeat(indent - 2 - mark.length)}${printable(message)}`;
  if (level === 'ok' && !style.verbose) return [head];
  const below = (name: string, text: string) =>
    `${' '.repeat(indent)}${style.paint('quiet', `${name}:`)} ${printable(text)}`;
  return [
    `${head} ${style.paint('quiet', `[${code}]`)}`,
    below('found', fact),
    ...(fix === null ? [] : [below('do', fix)]),
    ...(would === null ? [] : [below('would decide', would)]),
  ];
};

const verdictOf = (findings: readonly Finding[], style: Style): string => {
  const count = (level: Level) => findings.filter((each) => each.level === level).length;
  const problems = count('problem');
  const unknown = count('cannot-tell');
  const warnings = count('warning');
  const noted = warnings > 0 ? `, ${countText(warnings, 'warning')}` : '';
  if (problems > 0)
    return style.paint('bad', `${countText(problems, 'problem')}${noted}; docs/doctor.md explains each code.`);
  return unknown > 0
    ? style.paint('warning', `No problem was found, and ${countText(unknown, 'thing')} could not be told${noted}.`)
    : style.paint('good', `No problem was found${noted}.`);
};
