import type { Route } from './route.ts';
import { type State, stateLooks } from './states.ts';
import { type SeenAccount, tagText, type View } from './view.ts';

/** Which accounts somebody wants to see. */
export interface Filter {
  readonly search: string;
  /** None means every one. */
  readonly states: readonly State[];
  /** A contact type; empty for all three. */
  readonly type: string;
  /** The id of a unit, with all below it; empty for all. */
  readonly unit: string;
  /** A tag as `key=value`; empty for all. */
  readonly tag: string;
}

/** Reads the filter that stands in the address. Pure. */
export const filterOf = ({ query }: Route): Filter => ({
  search: query['q'] ?? '',
  states: stateLooks.map(({ state }) => state).filter((state) => (query['state'] ?? '').split(',').includes(state)),
  type: query['type'] ?? '',
  unit: query['unit'] ?? '',
  tag: query['tag'] ?? '',
});

/** Writes a filter as it stands in the address. Pure. */
export const queryOf = ({ search, states, type, unit, tag }: Filter): Record<string, string> => ({
  q: search,
  state: states.join(','),
  type,
  unit,
  tag,
});

/** The accounts that a filter lets through, in the order of the view. Pure. */
export const filterAccounts = (view: View, filter: Filter): readonly SeenAccount[] => {
  const { snapshot, above } = view;
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const types = typesOf(view, filter);
  const unit = filter.unit === '' ? undefined : snapshot.units.findIndex(({ id }) => id === filter.unit);
  const tag =
    filter.tag === '' ? undefined : snapshot.tags.findIndex((_, index) => tagText(snapshot, index) === filter.tag);
  const hasState = ({ cells }: SeenAccount) =>
    filter.states.length === 0 || types.some((type) => filter.states.includes(cells[type]?.state ?? 'unmanaged'));
  return view.accounts.filter(
    (account) =>
      (unit === undefined || above[account.unit]?.includes(unit)) &&
      (tag === undefined || account.tags.includes(tag)) &&
      words.every((word) => account.text.includes(word)) &&
      hasState(account),
  );
};

/** The indexes of the contact types that a filter is about. Pure. */
export const typesOf = ({ snapshot }: View, { type }: Filter): readonly number[] =>
  snapshot.types.flatMap((each, index) => (type === '' || each === type ? [index] : []));
