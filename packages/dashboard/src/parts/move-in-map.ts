/** Moves the focus among the boxes of the map. A box that is not there yet comes with the row that is scrolled to. */
export const moveInMap = (event: KeyboardEvent, columns: number): void => {
  const from = event.target instanceof HTMLElement ? event.target : undefined;
  const row = from?.closest<HTMLElement>('[data-row]');
  if (!from || !row || !(event.key in steps)) return;
  event.preventDefault();
  const tiles = [...row.querySelectorAll<HTMLElement>('.tile')];
  const column = tiles.indexOf(from);
  const [across, down] = steps[event.key] ?? [0, 0];
  const beside = tiles[column + across];
  if (across !== 0 && beside) beside.focus();
  else
    focusInRow(
      Number(row.dataset['row']),
      Math.sign(across) || down,
      across === 0 ? column : across > 0 ? 0 : columns - 1,
    );
};

/** Boxes across, rows down. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Puts the focus into the next row with boxes; names of units are passed over. */
const focusInRow = (row: number, step: number, column: number): void => {
  const next = document.querySelector<HTMLElement>(`.map [data-row="${row + step}"]`);
  if (!next) return;
  const tiles = next.querySelectorAll<HTMLElement>('.tile');
  if (tiles.length === 0) focusInRow(row + step, step, column);
  else tiles[Math.min(column, tiles.length - 1)]?.focus();
};
