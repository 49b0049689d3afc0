import { printable } from '../../diagnostic/printable.ts';
import type { PlannedAccount } from '../../plan/planned-item.ts';
import { countText, someOf } from '../count-text.ts';
import type { Style } from '../style.ts';

/** Equal items of more accounts than this are shown as one. */
const most = 4;

/** Names the accounts of equal items: one line for each, or one line for all when they are many and nobody asked for every one. */
export const accountLines = (accounts: readonly PlannedAccount[], style: Style): readonly string[] =>
  style.verbose || accounts.length <= most
    ? accounts.map(({ id, name }) => `${id} ${printable(name)}`)
    : [`${countText(accounts.length, 'account')}: ${someOf(accounts.map(({ id }) => id))}`];
