import { contactKey } from '../../contact/same-contact.ts';
import { printable } from '../../diagnostic/printable.ts';
import type { Finding } from '../../plan/change.ts';
import { groupBy } from '../group-by.ts';
import type { Style } from '../style.ts';
import { accountLines } from './account-lines.ts';
import { contactText, differenceText } from './contact-text.ts';

/** Shows differences that the mode of the winning assignment keeps us from changing; equal ones are told once. */
export const renderFindings = (findings: readonly Finding[], style: Style): string =>
  groupBy(findings, equalKey)
    .map((group) => renderGroup(group, style))
    .join('\n');

const equalKey = ({ kind, type, live, wanted, because, holdsBack }: Finding): string =>
  JSON.stringify([kind, type, live && contactKey(live), wanted && contactKey(wanted), because.where, holdsBack]);

const renderGroup = (group: readonly [Finding, ...Finding[]], style: Style): string => {
  const [first] = group;
  const lead = style.paint('warning', `  ! ${first.kind} ${first.type}`);
  const accounts = accountLines(
    group.map(({ account }) => account),
    style,
  );
  const held = first.holdsBack ? '; a weaker assignment would have written here' : '';
  const { where, selector } = first.because;
  const because = `      ${printable(where)} ${printable(selector)}, ${first.mode}${held}`;
  return [
    ...accounts.map((line) => `${lead}  ${line}`),
    `      ${text(first, style)}`,
    style.paint('quiet', because),
  ].join('\n');
};

const text = ({ live, wanted, because: { masked } }: Finding, style: Style): string => {
  if (live && wanted) return differenceText(live, wanted, style, masked);
  if (wanted) return `wanted ${contactText(wanted, style, masked)}`;
  return live ? `is ${contactText(live, style, masked)}, and none is wanted` : '';
};
