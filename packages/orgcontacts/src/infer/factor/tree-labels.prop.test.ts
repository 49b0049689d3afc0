import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactTypes } from '../../contact/contact-type.ts';
import { anyAccounts } from './any-accounts.builder.ts';
import { type Model, makeModel } from './model.ts';
import { treeLabels } from './tree-labels.ts';

const opening = () => 1;

/** What labels cost, each place and account by itself. */
const costOf = ({ tree, classes, table }: Model, exception: number, labels: readonly number[]): number => {
  const opened = labels.filter((label, place) => place > 0 && label !== labels[tree.parents[place] ?? 0]).length;
  const wrong = classes.filter(({ place, triple }) => table.label(triple, 0) !== labels[place]);
  return opened + exception * wrong.reduce((sum, { ids }) => sum + ids.length, 0);
};

/** Every way to label the places. */
const allWays = (places: number, labels: number): readonly (readonly number[])[] =>
  places === 0
    ? [[]]
    : allWays(places - 1, labels).flatMap((way) => Array.from({ length: labels }, (_, label) => [...way, label]));

/** Organizations with so few units and labels that every way can be tried. */
const anyModel = anyAccounts
  .map((accounts) => makeModel(accounts, contactTypes))
  .filter(({ tree, labels }) => (labels[0]?.length ?? 0) ** tree.ids.length <= 5_000);

it('finds labels that cost no more than any others, with or without a given one for everything', () => {
  fc.assert(
    fc.property(anyModel, fc.constantFrom(0.1, 0.4, 2), (model, exception) => {
      const labels = model.labels[0]?.length ?? 1;
      const ways = allWays(model.tree.ids.length, labels);
      const least = (some: typeof ways) => Math.min(...some.map((way) => costOf(model, exception, way)));
      expect(costOf(model, exception, treeLabels(model, 0, { exception, opening }))).toBeCloseTo(least(ways));
      for (let root = 0; root < labels; root++) {
        const found = treeLabels(model, 0, { exception, opening, root });
        expect(found[0]).toBe(root);
        expect(costOf(model, exception, found)).toBeCloseTo(least(ways.filter(([first]) => first === root)));
      }
    }),
    { numRuns: 60 },
  );
});
