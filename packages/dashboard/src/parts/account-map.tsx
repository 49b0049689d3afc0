import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatRoute } from '../model/route.ts';
import { lookOf } from '../model/states.ts';
import { countText, nameText } from '../model/text.ts';
import type { SeenAccount, View } from '../model/view.ts';
import { unitPath } from '../model/view.ts';
import { moveInMap } from './move-in-map.ts';
import { Virtual } from './virtual.tsx';

interface AccountMapProps {
  readonly view: View;
  readonly accounts: readonly SeenAccount[];
}

type MapRow =
  | { readonly kind: 'unit'; readonly key: string; readonly path: string; readonly accounts: number }
  | { readonly kind: 'tiles'; readonly key: string; readonly accounts: readonly SeenAccount[] };

/** So few accounts have room for their names. */
const mostNamed = 400;
/** As wide as three cells, and with a name; the style sheet says the same. */
const widths = { small: 46, named: 228 };
const heights = { unit: 36, small: 22, named: 34 };

/** Every account as a box with a cell for each contact type, by unit. */
export const AccountMap = ({ view, accounts }: AccountMapProps) => {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const size = accounts.length <= mostNamed ? 'named' : 'small';
  const columns = Math.max(1, Math.floor(width / widths[size]));
  const rows = useMemo(() => rowsOf(view, accounts, columns), [view, accounts, columns]);
  return (
    // The keys are those of the boxes inside; the group itself does nothing.
    <div
      ref={box}
      class={`map ${size}`}
      role="group"
      aria-label={`Map of ${countText(accounts.length, 'account')}; arrow keys move in it`}
      onKeyDown={(event) => moveInMap(event, columns)}
      onPointerOver={tellTile}
    >
      <Virtual
        items={rows}
        heightOf={(row) => (row.kind === 'unit' ? heights.unit : heights[size])}
        keyOf={({ key }) => key}
        label="Accounts by unit"
        render={(row) =>
          row.kind === 'unit' ? (
            <h3 class="map-unit">
              {nameText(row.path)} <span class="quiet">{countText(row.accounts, 'account')}</span>
            </h3>
          ) : (
            <div class="tiles" style={{ '--columns': columns }}>
              {row.accounts.map((account, column) => (
                // A box is its place in the row: another account there is cheaper to write than another box.
                <Tile key={column} account={account} types={view.snapshot.types} isNamed={size === 'named'} />
              ))}
            </div>
          )
        }
      />
    </div>
  );
};

/** What a box says, for whoever points at it; thousands of boxes need not have it before. */
const tellTile = ({ target }: Event): void => {
  const tile = target instanceof Element ? target.closest('.tile') : null;
  if (tile instanceof HTMLElement) tile.title = tile.ariaLabel ?? '';
};

interface TileProps {
  readonly account: SeenAccount;
  readonly types: readonly string[];
  readonly isNamed: boolean;
}

const Tile = ({ account, types, isNamed }: TileProps) => {
  const states = account.cells.map(({ state }) => lookOf(state));
  const words = `${nameText(account.name)} ${account.id}: ${states.map(({ word }, index) => `${types[index]} ${word}`).join(', ')}`;
  return (
    <a class="tile" href={formatRoute({ page: 'account', about: account.id })} aria-label={words}>
      {isNamed && <span class="tile-name">{nameText(account.name)}</span>}
      {states.map(({ state, sign }, index) => (
        <i key={types[index]} class={`s-${state}`} data-sign={sign} />
      ))}
    </a>
  );
};

const rowsOf = (view: View, accounts: readonly SeenAccount[], columns: number): readonly MapRow[] => {
  const rows: MapRow[] = [];
  for (let start = 0; start < accounts.length; ) {
    const unit = accounts[start]?.unit ?? -1;
    let end = start;
    while (accounts[end]?.unit === unit) end++;
    const path = unitPath(view.snapshot, unit);
    rows.push({ kind: 'unit', key: `unit ${unit}`, path: path === '/' ? 'Root' : path, accounts: end - start });
    for (let at = start; at < end; at += columns)
      rows.push({
        kind: 'tiles',
        key: `${unit} ${at - start}`,
        accounts: accounts.slice(at, Math.min(at + columns, end)),
      });
    start = end;
  }
  return rows;
};

const useWidth = (box: { readonly current: HTMLElement | null }): number => {
  const [width, setWidth] = useState(() => Math.min(innerWidth, 1400) - 32);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  return width;
};
