/**
 * How specific a match is; compared field by field, the larger wins.
 */
export interface Rank {
  /** 3 account or the management account, 2 tag or name, 1 unit, 0 all: the most specific positive condition of the selector. */
  readonly level: 0 | 1 | 2 | 3;
  /** The depth of the deepest unit that matched, when `level` is 1; otherwise 0. */
  readonly depth: number;
  /** 1 when matched by exact values, 0 when by a glob. */
  readonly exact: 0 | 1;
  /** How many conditions the selector has; a list is one, each tag key is one, a `not` is one, `all` is none. */
  readonly conditions: number;
}

/** Orders two ranks: negative when the first is weaker, 0 when neither is stronger. */
export const compareRanks = (one: Rank, other: Rank): number =>
  one.level - other.level || one.depth - other.depth || one.exact - other.exact || one.conditions - other.conditions;
