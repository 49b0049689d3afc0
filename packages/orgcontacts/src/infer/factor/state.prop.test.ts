import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactTypes } from '../../contact/contact-type.ts';
import { anyAccounts } from './any-accounts.builder.ts';
import { makeModel } from './model.ts';
import { givenTo, makeState, type State, tagSlots } from './state.ts';

/** The exceptions of a state, counted from the beginning. */
const recount = (state: State): number =>
  state.model.classes
    .flatMap((one) =>
      [0, 1, 2].map((type) =>
        givenTo(state, one, type) === state.model.table.label(one.triple, type) ? 0 : one.ids.length,
      ),
    )
    .reduce((sum, count) => sum + count, 0);

it('always knows how many contacts are exceptions, and whose, whatever is set', () => {
  fc.assert(
    fc.property(anyAccounts, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }), (accounts, changes) => {
      const model = makeModel(accounts, contactTypes);
      const state = makeState(model);
      for (const [where, what] of changes) {
        const slot = where % state.values.length;
        const labels = model.labels[slot % 3]?.length ?? 1;
        state.set(slot, slot < tagSlots(model) ? what % labels : (what % (labels + 1)) - 1);
        expect(state.exceptions()).toBe(recount(state));
        expect(state.accountNeeds().triples.length > 0).toBe(recount(state) > 0);
      }
    }),
  );
});
