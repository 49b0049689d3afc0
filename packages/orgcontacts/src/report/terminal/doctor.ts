import { printable } from '../../diagnostic/printable.ts';
import type { DoctorFinding } from '../../doctor/findings.ts';
import { countText } from '../count-text.ts';
import type { Report } from '../report.ts';
import type { Emphasis, Style } from '../style.ts';

const marks: Readonly<Record<DoctorFinding['level'], readonly [string, Emphasis]>> = {
  ok: ['✓', 'good'],
  warning: ['!', 'warning'],
  problem: ['✗', 'bad'],
  'cannot-tell': ['?', 'warning'],
};

/** Shows what was looked at, and what to do about what does not stand. */
export const renderDoctorReport = ({ findings }: Extract<Report, { kind: 'doctor' }>, style: Style): string => {
  const lines = findings.flatMap(({ code, level, fact, fix }) => {
    const [mark, emphasis] = marks[level];
    const line = `${style.paint(emphasis, mark)} ${code}: ${printable(fact)}`;
    return fix === '' ? [line] : [line, `    ${printable(fix)}`];
  });
  const problems = findings.filter(({ level }) => level === 'problem').length;
  const unknown = findings.filter(({ level }) => level === 'cannot-tell').length;
  if (problems > 0) return [...lines, style.paint('bad', `${countText(problems, 'problem')}.`)].join('\n');
  return [
    ...lines,
    unknown > 0
      ? style.paint('warning', `No problem was found; ${countText(unknown, 'thing')} could not be told.`)
      : style.paint('good', 'No problem was found.'),
  ].join('\n');
};
