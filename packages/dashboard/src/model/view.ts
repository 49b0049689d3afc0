import type { Cell, ShownAccount, Snapshot } from '../../../orgcontacts/src/page/snapshot.ts';

/** An account with everything the page looks at, ready to be searched. */
export interface SeenAccount {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly unit: number;
  readonly tags: readonly number[];
  /** In the order of the types. */
  readonly cells: readonly Cell[];
  /** What a search looks in, in lower case. */
  readonly text: string;
}

/** The snapshot, prepared for the page. */
export interface View {
  readonly snapshot: Snapshot;
  /** By unit in the order of the tree, then by name. */
  readonly accounts: readonly SeenAccount[];
  readonly byId: ReadonlyMap<string, SeenAccount>;
  /** For each unit, itself and all units above it. */
  readonly above: readonly (readonly number[])[];
}

/** Prepares a snapshot. Pure. */
export const makeView = (snapshot: Snapshot): View => {
  const seen = snapshot.accounts.map((account, index) => see(snapshot, account, index));
  const accounts = seen.toSorted(
    (one, other) => one.unit - other.unit || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
  );
  return {
    snapshot,
    accounts,
    byId: new Map(accounts.map((account) => [account.id, account])),
    above: snapshot.units.map((_, unit) => unitsAbove(snapshot, unit)),
  };
};

const see = (snapshot: Snapshot, { id, name, state, unit, tags, cells }: ShownAccount, index: number): SeenAccount => {
  const own = cells.flatMap((cell) => snapshot.cells[cell] ?? []);
  const parts = [
    name,
    id,
    snapshot.units[unit]?.path ?? '',
    ...tags.map((tag) => tagText(snapshot, tag)),
    ...own.map(({ live }) => snapshot.contacts[live ?? -1]?.email ?? ''),
  ];
  return { index, id, name, state, unit, tags, cells: own, text: parts.join('\n').toLowerCase() };
};

const unitsAbove = ({ units }: Snapshot, unit: number): readonly number[] => {
  const above: number[] = [];
  for (let at = unit; at >= 0 && !above.includes(at); at = units[at]?.parent ?? -1) above.push(at);
  return above;
};

/** A tag as `key=value`. */
export const tagText = ({ tags }: Snapshot, tag: number): string => tags[tag]?.join('=') ?? '';

/** The path of an account's unit. */
export const unitPath = ({ units }: Snapshot, unit: number): string => units[unit]?.path ?? 'a unit that was not read';
