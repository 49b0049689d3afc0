import { useMemo, useState } from 'preact/hooks';
import { formatRoute } from '../model/route.ts';
import { shareText } from '../model/share-text.ts';
import { lookOf } from '../model/states.ts';
import { type Counts, tally } from '../model/tally.ts';
import { countText, nameText } from '../model/text.ts';
import type { SeenAccount, View } from '../model/view.ts';
import { moveInTree } from './move-in-tree.ts';
import { StateBar, StateSign } from './state-badge.tsx';
import { Virtual } from './virtual.tsx';

interface AccountTreeProps {
  readonly view: View;
  readonly accounts: readonly SeenAccount[];
}

type TreeRow =
  | { readonly kind: 'unit'; readonly unit: number; readonly depth: number; readonly inside: readonly SeenAccount[] }
  | { readonly kind: 'account'; readonly account: SeenAccount; readonly depth: number };

/** The tree of units, open down to the accounts. */
export const AccountTree = ({ view, accounts }: AccountTreeProps) => {
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => rowsOf(view, accounts, closed), [view, accounts, closed]);
  const turn = (unit: number) =>
    setClosed((before) => new Set(before.has(unit) ? [...before].filter((each) => each !== unit) : [...before, unit]));
  const { types } = view.snapshot;
  return (
    <div class="tree" role="group" aria-label="Tree of units; arrow keys move in it" onKeyDown={moveInTree}>
      <div class="tree-head" aria-hidden="true">
        <span>Unit or account</span>
        {types.map((type) => (
          <span key={type}>{type}</span>
        ))}
      </div>
      <Virtual
        items={rows}
        heightOf={() => 40}
        keyOf={(row) => (row.kind === 'unit' ? `unit ${row.unit}` : row.account.id)}
        label="Units and accounts"
        render={(row) =>
          row.kind === 'unit' ? (
            <UnitRow view={view} row={row} isOpen={!closed.has(row.unit)} turn={() => turn(row.unit)} />
          ) : (
            <AccountRow view={view} row={row} />
          )
        }
      />
    </div>
  );
};

interface UnitRowProps {
  readonly view: View;
  readonly row: Extract<TreeRow, { kind: 'unit' }>;
  readonly isOpen: boolean;
  readonly turn: () => void;
}

const UnitRow = ({ view, row, isOpen, turn }: UnitRowProps) => {
  const counts = useMemo(
    (): readonly Counts[] => view.snapshot.types.map((_, type) => tally(row.inside, [type])),
    [row.inside],
  );
  const name = view.snapshot.units[row.unit]?.name ?? 'A unit that was not read';
  return (
    <button type="button" class="tree-row unit" aria-expanded={isOpen} onClick={turn} style={{ '--depth': row.depth }}>
      <span class="tree-name">
        <span class="turn" aria-hidden="true" />
        <b>{nameText(name)}</b> <span class="quiet">{countText(row.inside.length, 'account')}</span>
      </span>
      {counts.map((each, type) => (
        <span key={view.snapshot.types[type]} class="tree-share">
          <StateBar counts={each} label={view.snapshot.types[type] ?? ''} />
          <span>{shareText(each)}</span>
        </span>
      ))}
    </button>
  );
};

const AccountRow = ({ view, row }: { readonly view: View; readonly row: Extract<TreeRow, { kind: 'account' }> }) => (
  <a class="tree-row" href={formatRoute({ page: 'account', about: row.account.id })} style={{ '--depth': row.depth }}>
    <span class="tree-name">
      {nameText(row.account.name)} <span class="quiet id">{row.account.id}</span>
    </span>
    {row.account.cells.map(({ state }, type) => (
      <span key={view.snapshot.types[type]} class="badge">
        <StateSign state={state} />
        <span class="tree-word">{lookOf(state).word}</span>
      </span>
    ))}
  </a>
);

/** Units in the order of the tree, each followed by its own accounts and then by the units in it. Units without an account are left out. */
const rowsOf = (view: View, accounts: readonly SeenAccount[], closed: ReadonlySet<number>): readonly TreeRow[] => {
  const inside = new Map<number, SeenAccount[]>();
  const own = new Map<number, SeenAccount[]>();
  for (const account of accounts) {
    add(own, account.unit, account);
    for (const unit of view.above[account.unit] ?? [-1]) add(inside, unit, account);
  }
  return [...view.snapshot.units.keys(), -1].flatMap((unit): TreeRow[] => {
    const here = inside.get(unit);
    const above = view.above[unit] ?? [];
    if (!here || above.some((each) => each !== unit && closed.has(each))) return [];
    const depth = Math.max(0, above.length - 1);
    const rows = closed.has(unit) ? [] : (own.get(unit) ?? []);
    return [
      { kind: 'unit', unit, depth, inside: here },
      ...rows.map((account): TreeRow => ({ kind: 'account', account, depth: depth + 1 })),
    ];
  });
};

const add = (map: Map<number, SeenAccount[]>, unit: number, account: SeenAccount): void => {
  const known = map.get(unit);
  if (known) known.push(account);
  else map.set(unit, [account]);
};
