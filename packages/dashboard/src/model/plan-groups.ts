import type { Contact } from '../../../orgcontacts/src/contact/contact.ts';
import type { Cell } from '../../../orgcontacts/src/page/snapshot.ts';
import type { SeenAccount, View } from './view.ts';

/** Equal changes, together. */
export interface PlanGroup {
  readonly kind: NonNullable<Cell['change']>;
  readonly type: string;
  readonly before: Contact | null;
  readonly after: Contact | null;
  /** The line of the policy that wants it. */
  readonly line: number;
  readonly accounts: readonly SeenAccount[];
}

const order: readonly PlanGroup['kind'][] = ['delete', 'update', 'create'];

/** The changes of the plan, equal ones together: what can hurt first, then what reaches most accounts. Pure. */
export const groupPlan = (view: View): readonly PlanGroup[] => {
  const groups = new Map<string, PlanGroup & { readonly accounts: SeenAccount[] }>();
  for (const account of view.accounts)
    for (const [index, cell] of account.cells.entries()) {
      if (cell.change === null) continue;
      const type = view.snapshot.types[index] ?? '';
      const key = [cell.change, type, cell.live, cell.wanted, cell.line].join(' ');
      const group = groups.get(key) ?? beginGroup(view, type, cell.change, cell);
      group.accounts.push(account);
      groups.set(key, group);
    }
  return [...groups.values()].sort(
    (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || other.accounts.length - one.accounts.length,
  );
};

const beginGroup = ({ snapshot }: View, type: string, kind: PlanGroup['kind'], { live, wanted, line }: Cell) => {
  const contact = (index: number | null) => snapshot.contacts[index ?? -1] ?? null;
  const accounts: SeenAccount[] = [];
  return {
    kind,
    type,
    line,
    accounts,
    before: kind === 'create' ? null : contact(live),
    after: kind === 'delete' ? null : contact(wanted),
  };
};
