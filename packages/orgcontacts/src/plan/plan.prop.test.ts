import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyChange, anyPlan } from './any-plan.builder.ts';
import { compareItems } from './compare-items.ts';
import { checkLimits } from './limits.ts';
import { aScope } from './plan.builder.ts';
import { readPlan, renderPlan } from './read-plan.ts';

it('reads any plan back exactly as it was written', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(readPlan(renderPlan(plan))).toEqual({ kind: 'plan', plan });
    }),
    { numRuns: 200 },
  );
});

it('refuses any plan file that was cut short', () => {
  const cut = anyPlan.chain((plan) => {
    const text = renderPlan(plan);
    // Without its last line end alone it is still whole.
    return fc.nat({ max: text.length - 2 }).map((length) => text.slice(0, length));
  });
  fc.assert(
    fc.property(cut, (text) => {
      expect(readPlan(text).kind).toBe('unusable');
    }),
    { numRuns: 200 },
  );
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(['unusable', 'other-version']).toContain(readPlan(text).kind);
    }),
  );
});

it('puts any changes into one order, whatever order they come in', () => {
  const shuffled = fc
    .uniqueArray(anyChange, { selector: ({ account, type }) => `${account.id} ${type}`, maxLength: 12 })
    .chain((changes) => fc.tuple(fc.constant(changes), fc.shuffledSubarray(changes, { minLength: changes.length })));
  fc.assert(
    fc.property(shuffled, ([changes, other]) => {
      expect([...other].sort(compareItems)).toEqual([...changes].sort(compareItems));
    }),
  );
});

it('never finds fewer limits passed when changes are added', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 30 }), fc.nat({ max: 30 }), (changes, fewer) => {
      const named = (some: typeof changes) => checkLimits(some, aScope(20)).map(({ what, type }) => `${what} ${type}`);
      expect(named(changes)).toEqual(expect.arrayContaining(named(changes.slice(0, fewer))));
    }),
  );
});
