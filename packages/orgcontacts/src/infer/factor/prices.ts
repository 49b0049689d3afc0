import type { Model } from './model.ts';

/** What everything costs besides the assignments themselves, each of which costs one. */
export interface Prices {
  /** A member of a list. */
  readonly account: number;
  readonly unit: number;
  readonly tag: number;
  /** A label of place 0, by type and label: the fewer accounts have it, the more. */
  readonly root: readonly (readonly number[])[];
}

/** A list of so large a part of the organization is worth an assignment more, if that makes it needless. Own choice. */
const largeList = 0.15;
/** So many accounts are worth an assignment in a large organization, and in a small one. Own choice. */
const leastPrice = 1 / 50;
const mostPrice = 1 / 5;
/** Units and tag values are names that somebody chose: they are cheap, and units a little cheaper. Own choice. */
const unitPrice = 0.004;
const tagPrice = 0.006;
/** A label that nobody has would cost this at place 0. Own choice. */
const rarity = 0.1;

/**
 * Finds the prices for an organization: so low that fewer assignments are nearly always cheaper, and so high that what a unit shares
 * becomes an assignment for the unit, and what most accounts share one for all. Pure.
 */
export const pricesOf = ({ classes, labels, table }: Model): Prices => {
  const size = classes.reduce((sum, { ids }) => sum + ids.length, 0);
  const root = labels.map((some) => some.map(() => rarity));
  for (const { triple, ids } of classes) {
    for (const [type, prices] of root.entries()) {
      const label = table.label(triple, type);
      prices[label] = (prices[label] ?? 0) - (rarity * ids.length) / size;
    }
  }
  const account = Math.min(mostPrice, Math.max(leastPrice, 1 / (largeList * Math.max(1, size))));
  return { account, unit: unitPrice, tag: tagPrice, root };
};
