import { type Counts, tally } from './tally.ts';
import { type SeenAccount, tagText, type View } from './view.ts';

/** Accounts that have something in common, counted. */
export interface Group {
  readonly name: string;
  /** The filter that shows exactly these accounts. */
  readonly query: Readonly<Record<string, string>>;
  /** How deep it stands in the tree of units; 0 elsewhere. */
  readonly depth: number;
  readonly accounts: number;
  readonly counts: Counts;
}

/** Every unit with what is in it and below it, in the order of the tree. Pure. */
export const groupByUnit = (view: View, types: readonly number[]): readonly Group[] => {
  const inside = view.snapshot.units.map((): SeenAccount[] => []);
  for (const account of view.accounts) for (const unit of view.above[account.unit] ?? []) inside[unit]?.push(account);
  return view.snapshot.units.map(({ id, name }, unit) => ({
    name,
    query: { unit: id },
    depth: (view.above[unit]?.length ?? 1) - 1,
    ...counted(inside[unit] ?? [], types),
  }));
};

/** Every value of a tag; accounts without it come last. Pure. */
export const groupByTag = (view: View, key: string, types: readonly number[]): readonly Group[] => {
  const byTag = new Map<number, SeenAccount[]>();
  for (const account of view.accounts) {
    const tag = account.tags.find((each) => view.snapshot.tags[each]?.[0] === key) ?? -1;
    const known = byTag.get(tag);
    if (known) known.push(account);
    else byTag.set(tag, [account]);
  }
  return [...byTag]
    .map(([tag, accounts]) => ({
      name: tag < 0 ? `without the tag ${key}` : (view.snapshot.tags[tag]?.[1] ?? ''),
      query: tag < 0 ? {} : { tag: tagText(view.snapshot, tag) },
      depth: 0,
      ...counted(accounts, types),
    }))
    .sort(
      (one, other) =>
        Object.keys(other.query).length - Object.keys(one.query).length || (one.name < other.name ? -1 : 1),
    );
};

/** Each contact type. Pure. */
export const groupByType = (view: View): readonly Group[] =>
  view.snapshot.types.map((name, type) => ({
    name,
    query: { type: name },
    depth: 0,
    ...counted(view.accounts, [type]),
  }));

const counted = (accounts: readonly SeenAccount[], types: readonly number[]) => ({
  accounts: accounts.length,
  counts: tally(accounts, types),
});

/** The keys of all tags, those of most accounts first. Pure. */
export const tagKeys = ({ snapshot, accounts }: View): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { tags } of accounts)
    for (const tag of tags) {
      const key = snapshot.tags[tag]?.[0] ?? '';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return [...counts].sort(([, many], [, more]) => more - many).map(([key]) => key);
};
