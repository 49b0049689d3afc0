import { printable } from '../../diagnostic/printable.ts';
import type { LeftAlone } from '../../plan/change.ts';
import { someOf } from '../count-text.ts';
import { groupBy } from '../group-by.ts';
import type { Style } from '../style.ts';

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

const renderKind = (kind: LeftAlone['kind'], entries: readonly LeftAlone[], style: Style): string[] =>
  groupBy(entries, ({ detail }) => detail).map((group) => {
    const line = `  ${meanings[kind]}: ${someOf(group.map(nameOf), style.verbose ? group.length : 3)}`;
    return `${worrying.has(kind) ? style.paint('warning', line) : line}\n      ${style.paint('quiet', printable(group[0].detail))}`;
  });

const nameOf = ({ accountId, accountName, type }: LeftAlone): string =>
  [accountId, printable(accountName), ...(type ? [type] : [])].join(' ');
