import type { AccountClass, Model } from './model.ts';

/** What the parts of a choice of labels cost. */
export interface TreePrices {
  /** One account that has another label than its place. */
  readonly exception: number;
  /** A place that has another label than the place above. */
  readonly opening: (place: number) => number;
  /** The label of place 0, where it is given. */
  readonly root?: number;
  /** Classes that have their labels from elsewhere. */
  readonly ignores?: (one: AccountClass) => boolean;
}

/** What the labels of a place and of all below it cost, by the label of the place. */
interface Costs {
  /** The difference that a label makes, where it makes one. */
  readonly by: Map<number, number>;
  /** With any other label. */
  other: number;
  best: number;
  bestLabel: number;
}

/** Finds the labels of all places for one contact type that together cost least: up the tree, then down. Pure. */
export const treeLabels = (model: Model, type: number, prices: TreePrices): readonly number[] => {
  const { parents } = model.tree;
  const costs = directCosts(model, type, prices);
  for (let place = costs.length - 1; place >= 0; place--) {
    const own = costs[place];
    if (!own) continue;
    findBest(own);
    const above = costs[parents[place] ?? -1];
    if (above) addBelow(above, own, own.best + prices.opening(place));
  }
  const labels: number[] = [];
  for (const [place, own] of costs.entries()) {
    const label = place === 0 ? prices.root : choose(own, labels[parents[place] ?? 0] ?? 0, prices.opening(place));
    labels.push(label ?? own.bestLabel);
  }
  return labels;
};

/** The label from above where an own one would not be cheaper. */
const choose = ({ by, other, best, bestLabel }: Costs, above: number, opening: number): number =>
  other + (by.get(above) ?? 0) <= best + opening ? above : bestLabel;

const directCosts = ({ tree, classes, table }: Model, type: number, prices: TreePrices): readonly Costs[] => {
  const costs = tree.ids.map((): Costs => ({ by: new Map(), other: 0, best: 0, bestLabel: 0 }));
  for (const one of classes) {
    const own = costs[one.place];
    if (!own) continue;
    const price = prices.ignores?.(one) ? 0 : prices.exception * one.ids.length;
    const label = table.label(one.triple, type);
    own.other += price;
    own.by.set(label, (own.by.get(label) ?? 0) - price);
  }
  return costs;
};

/** Of labels that cost the same, the first one, so that the order of accounts plays no part. */
const findBest = (own: Costs): void => {
  own.best = Number.POSITIVE_INFINITY;
  for (const [label, difference] of own.by) {
    const cost = own.other + difference;
    const isBetter = cost < own.best - roundingError;
    if (!isBetter && (cost > own.best + roundingError || label > own.bestLabel)) continue;
    own.best = Math.min(cost, own.best);
    own.bestLabel = label;
  }
};

/** Prices are added in floating point. */
const roundingError = 1e-9;

/** Adds what a place costs to what the place above costs; `opened` is the most, whatever stands above. */
const addBelow = (above: Costs, { by, other }: Costs, opened: number): void => {
  const otherwise = Math.min(other, opened);
  above.other += otherwise;
  for (const [label, difference] of by) {
    above.by.set(label, (above.by.get(label) ?? 0) + Math.min(other + difference, opened) - otherwise);
  }
};
