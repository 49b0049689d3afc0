import type { Needs } from './greedy-cover.ts';
import { labelAbove, type State } from './state.ts';

/** Seats that assign something: the triples that they give, and for which types, as bits, they have to be told. */
export interface SeatNeeds extends Needs {
  readonly seats: readonly number[];
}

/** The places below everything that have labels of their own. */
export const unitNeeds = (state: State): SeatNeeds => {
  const needs: { seats: number[]; triples: number[]; masks: number[] } = { seats: [], triples: [], masks: [] };
  const places = state.model.tree.ids.length;
  for (let place = 1; place < places; place++) add(needs, state, place, ownTypes(state, place));
  return needs;
};

/** The tag values that give labels. */
export const tagNeeds = (state: State): SeatNeeds => {
  const needs: { seats: number[]; triples: number[]; masks: number[] } = { seats: [], triples: [], masks: [] };
  const { values, model } = state;
  for (let seat = model.tree.ids.length; seat * 3 < values.length; seat++) {
    const given = (type: number, bit: number): number => ((values[seat * 3 + type] ?? -1) < 0 ? 0 : bit);
    add(needs, state, seat, given(0, 1) | given(1, 2) | given(2, 4));
  }
  return needs;
};

/** The types for which a place has another label than the place above, as bits. */
export const ownTypes = (state: State, place: number): number => {
  const own = (type: number, bit: number): number =>
    state.values[place * 3 + type] === labelAbove(state, place, type) ? 0 : bit;
  return own(0, 1) | own(1, 2) | own(2, 4);
};

const add = (
  { seats, triples, masks }: { seats: number[]; triples: number[]; masks: number[] },
  state: State,
  seat: number,
  mask: number,
): void => {
  if (mask === 0) return;
  seats.push(seat);
  masks.push(mask);
  triples.push(state.tripleOf(seat));
};
