/** Moves the focus up and down the rows, and opens or closes the unit in focus. */
export const moveInTree = (event: KeyboardEvent): void => {
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.tree-row') : null;
  if (!row) return;
  const isOpen = row.getAttribute('aria-expanded');
  if (event.key === 'ArrowDown') toRow(row, 1);
  else if (event.key === 'ArrowUp') toRow(row, -1);
  else if ((event.key === 'ArrowLeft' && isOpen === 'true') || (event.key === 'ArrowRight' && isOpen === 'false'))
    row.click();
  else return;
  event.preventDefault();
};

const toRow = (from: HTMLElement, step: number): void => {
  const at = Number(from.closest<HTMLElement>('[data-row]')?.dataset['row']);
  document.querySelector<HTMLElement>(`.tree [data-row="${at + step}"] .tree-row`)?.focus();
};
