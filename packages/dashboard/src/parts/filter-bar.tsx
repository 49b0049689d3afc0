import { useEffect, useRef, useState } from 'preact/hooks';
import { type Filter, queryOf } from '../model/filter.ts';
import { stateLooks } from '../model/states.ts';
import type { Counts } from '../model/tally.ts';
import { nameText, numberText } from '../model/text.ts';
import { tagText, type View } from '../model/view.ts';
import { StateSign } from './state-badge.tsx';

interface FilterBarProps {
  readonly view: View;
  readonly filter: Filter;
  /** Of what the other filters let through. */
  readonly counts: Counts;
  readonly change: (query: Readonly<Record<string, string>>) => void;
}

/** Everything by which accounts can be picked; what is picked stands in the address. */
export const FilterBar = ({ view, filter, counts, change }: FilterBarProps) => {
  const { snapshot } = view;
  const set = (part: Partial<Filter>) => change(queryOf({ ...filter, ...part }));
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField text={filter.search} change={(search) => set({ search })} />
      <Choice label="Contact type" value={filter.type} all="All types" change={(type) => set({ type })}>
        {snapshot.types.map((type) => [type, type] as const)}
      </Choice>
      <Choice label="Unit" value={filter.unit} all="All units" change={(unit) => set({ unit })}>
        {snapshot.units.map(({ id, path }) => [id, path === '/' ? 'Root' : nameText(path)] as const)}
      </Choice>
      <Choice label="Tag" value={filter.tag} all="All tags" change={(tag) => set({ tag })}>
        {snapshot.tags
          .map((_, tag) => tagText(snapshot, tag))
          .toSorted()
          .map((text) => [text, nameText(text)] as const)}
      </Choice>
      <fieldset class="chips">
        <legend class="hidden">States</legend>
        {stateLooks
          .filter(({ state }) => counts[state] > 0 || filter.states.includes(state))
          .map(({ state, word }) => (
            <label key={state} class="chip">
              <input
                type="checkbox"
                checked={filter.states.includes(state)}
                onChange={() => set({ states: turned(filter.states, state) })}
              />
              <StateSign state={state} />
              {word} <span class="quiet">{numberText(counts[state])}</span>
            </label>
          ))}
      </fieldset>
    </form>
  );
};

const turned = <Value,>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly all: string;
  readonly change: (value: string) => void;
  readonly children: readonly (readonly [value: string, text: string])[];
}

const Choice = ({ label, value, all, change, children }: ChoiceProps) => (
  <select class="field" aria-label={label} value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
    <option value="">{all}</option>
    {children.map(([each, text]) => (
      <option key={each} value={each}>
        {text}
      </option>
    ))}
  </select>
);

/** Keeps what is typed at once, and lets the list follow when the browser has time. */
const SearchField = ({ text, change }: { readonly text: string; readonly change: (text: string) => void }) => {
  const [typed, setTyped] = useState(text);
  const later = useRef(0);
  const told = useRef(text);
  // What comes back late from here must not take away what was typed since.
  useEffect(() => {
    if (text !== told.current) setTyped(text);
  }, [text]);
  const type = (next: string) => {
    setTyped(next);
    cancelAnimationFrame(later.current);
    later.current = requestAnimationFrame(() => {
      told.current = next;
      change(next);
    });
  };
  return (
    <input
      id="search"
      class="field search"
      type="search"
      placeholder="Name, id, unit, tag or address"
      aria-label="Search accounts"
      autocomplete="off"
      spellcheck={false}
      value={typed}
      onInput={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Escape' && type('')}
    />
  );
};
