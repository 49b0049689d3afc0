import { expect, it } from 'vitest';
import { makeUnitTree } from './unit-tree.ts';

it('lists the units below a shared root, each before those below it, in one order', () => {
  const chains = [['root', 'b'], ['root'], ['root', 'a', 'd', 'e'], ['root', 'a', 'c']];
  const tree = { ids: ['', 'a', 'c', 'd', 'e', 'b'], parents: [-1, 0, 1, 1, 3, 0], ends: [6, 5, 3, 5, 5, 6] };
  expect(makeUnitTree(chains)).toEqual(tree);
  expect(makeUnitTree(chains.reverse())).toEqual(tree);
});

it('takes roots for units where there are several', () => {
  expect(makeUnitTree([['s', 'a'], ['r']])).toEqual({
    ids: ['', 'r', 's', 'a'],
    parents: [-1, 0, 0, 2],
    ends: [4, 2, 4, 4],
  });
});

it('has one place without any account', () => {
  expect(makeUnitTree([])).toEqual({ ids: [''], parents: [-1], ends: [1] });
});
