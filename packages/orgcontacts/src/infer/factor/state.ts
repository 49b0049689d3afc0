import type { Needs } from './greedy-cover.ts';
import type { AccountClass, Model } from './model.ts';

/**
 * The labels that seats give their accounts. The places are seats, and after them the tag values; each has three slots, one a type. In a
 * slot of a tag value -1 says that it gives none. What accounts then lack is kept up to date.
 */
export interface State {
  readonly model: Model;
  readonly values: Int32Array;
  readonly set: (slot: number, label: number) => void;
  /** How many classes look at a seat. */
  readonly sizeOf: (seat: number) => number;
  /** The triple of labels that a seat gives. */
  readonly tripleOf: (seat: number) => number;
  /** How many contacts of accounts are other than their seats say. */
  readonly exceptions: () => number;
  /** What has to be assigned to accounts by lists. */
  readonly accountNeeds: () => Needs;
}

/** The first slot of tag values. */
export const tagSlots = ({ tree }: Model): number => tree.ids.length * 3;

/** The label that a place would have without one of its own; above everything there is none. */
export const labelAbove = ({ model, values }: State, place: number, type: number): number =>
  place === 0 ? 0 : (values[(model.tree.parents[place] ?? 0) * 3 + type] ?? 0);

/** The label that accounts of a class are given by their seats. */
export const givenTo = ({ model, values }: State, { place, tag }: AccountClass, type: number): number => {
  const tagged = tag < 0 ? -1 : (values[tagSlots(model) + tag * 3 + type] ?? -1);
  return tagged < 0 ? (values[place * 3 + type] ?? 0) : tagged;
};

/** Makes a state in which nobody is given anything. */
export const makeState = (model: Model): State => {
  const { table } = model;
  const firstTag = tagSlots(model);
  const values = new Int32Array(firstTag + model.tags.length * 3).fill(-1, firstTag);
  const triples = new Int32Array(values.length / 3).fill(-1);
  const lacking = new Int32Array(model.triples * 3);
  let exceptions = 0;
  const members = membersOf(model);
  /** Counts, or no longer counts, those in a seat who are given something else than they have. */
  const tally = (seat: number, type: number, sign: 1 | -1): void => {
    for (const one of members[seat] ?? []) {
      if (givenTo(state, one, type) === table.label(one.triple, type)) continue;
      const slot = one.triple * 3 + type;
      lacking[slot] = (lacking[slot] ?? 0) + sign * one.ids.length;
      exceptions += sign * one.ids.length;
    }
  };
  const set = (slot: number, label: number): void => {
    const type = slot % 3;
    const seat = (slot - type) / 3;
    tally(seat, type, -1);
    values[slot] = label;
    triples[seat] = -1;
    tally(seat, type, 1);
  };
  const tripleOf = (seat: number): number => {
    const known = triples[seat] ?? -1;
    if (known >= 0) return known;
    const triple = table.idOf([values[seat * 3] ?? -1, values[seat * 3 + 1] ?? -1, values[seat * 3 + 2] ?? -1]);
    triples[seat] = triple;
    return triple;
  };
  const state: State = {
    model,
    values,
    set,
    sizeOf: (seat) => members[seat]?.length ?? 0,
    tripleOf,
    exceptions: () => exceptions,
    accountNeeds: () => needsOf(lacking),
  };
  for (const place of model.tree.ids.keys()) for (let type = 0; type < 3; type++) tally(place, type, 1);
  return state;
};

/** The classes directly in each place, then those with each tag value. */
const membersOf = ({ tree, tags, classes }: Model): readonly (readonly AccountClass[])[] => {
  const members: AccountClass[][] = [...tree.ids, ...tags].map(() => []);
  for (const one of classes) {
    members[one.place]?.push(one);
    if (one.tag >= 0) members[tree.ids.length + one.tag]?.push(one);
  }
  return members;
};

const needsOf = (lacking: Int32Array): Needs => {
  const triples: number[] = [];
  const masks: number[] = [];
  for (let slot = 0; slot < lacking.length; slot += 3) {
    const mask = (lacking[slot] ? 1 : 0) | (lacking[slot + 1] ? 2 : 0) | (lacking[slot + 2] ? 4 : 0);
    if (mask === 0) continue;
    triples.push(slot / 3);
    masks.push(mask);
  }
  return { triples, masks };
};
