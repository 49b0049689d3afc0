import type { Finding, LeftAlone } from '../../plan/change.ts';
import { someOf } from '../count-text.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';
import { contactText, differenceText } from './contact-text.ts';

/** In the order in which they matter, with what each means. */
const meanings: Readonly<Record<LeftAlone['kind'], string>> = {
  unreadable: 'could not be read',
  unresolved: 'cannot be decided',
  unreachable: 'cannot be reached from here',
  excluded: 'excluded by the policy',
  'not-active': 'not ACTIVE',
  unmanaged: 'unmanaged by the policy',
};

const worrying = new Set<LeftAlone['kind']>(['unreadable', 'unresolved', 'unreachable']);

/** Shows what a plan leaves alone, grouped by why; what is unknown comes first. */
export const renderLeftAlone = (leftAlone: readonly LeftAlone[], style: Style): string =>
  // The keys of a Record of this kind are of this kind.
  (Object.keys(meanings) as LeftAlone['kind'][])
    .flatMap((kind) =>
      renderKind(
        kind,
        leftAlone.filter((each) => each.kind === kind),
        style,
      ),
    )
    .join('\n');

const renderKind = (kind: LeftAlone['kind'], entries: readonly LeftAlone[], style: Style): string[] => {
  const details = new Map<string, LeftAlone[]>();
  for (const entry of entries) details.set(entry.detail, [...(details.get(entry.detail) ?? []), entry]);
  return [...details].map(([detail, group]) => {
    const line = `  ${meanings[kind]}: ${someOf(group.map(nameOf), style.verbose ? group.length : 3)}`;
    return `${worrying.has(kind) ? style.paint('warning', line) : line}\n      ${style.paint('quiet', printable(detail))}`;
  });
};

const nameOf = ({ accountId, accountName, type }: LeftAlone): string =>
  [accountId, printable(accountName), ...(type ? [type] : [])].join(' ');

/** Shows differences that the mode of the winning assignment keeps us from changing. */
export const renderFindings = (findings: readonly Finding[], style: Style): string =>
  findings
    .map((finding) => {
      const held = finding.holdsBack ? '; a weaker assignment would have written here' : '';
      const head = `  ! ${finding.kind} ${finding.type} ${finding.account.id} ${printable(finding.account.name)}`;
      const because = `${finding.because.where} ${finding.because.selector}, ${finding.mode}${held}`;
      return `${style.paint('warning', head)}\n      ${findingText(finding, style)}\n      ${style.paint('quiet', because)}`;
    })
    .join('\n');

const findingText = ({ live, wanted }: Finding, style: Style): string => {
  if (live && wanted) return differenceText(live, wanted, style);
  if (wanted) return `wanted ${contactText(wanted, style)}`;
  return live ? `is ${contactText(live, style)}, and none is wanted` : '';
};
