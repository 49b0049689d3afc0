import { barLooks } from '../model/state-orders.ts';
import { lookOf, type State, stateLooks } from '../model/states.ts';
import type { Counts } from '../model/tally.ts';
import { sum } from '../model/tally.ts';
import { numberText } from '../model/text.ts';

/** A state as a small box: its colour, and its sign for whoever does not go by colours. */
export const StateSign = ({ state }: { readonly state: State }) => (
  <span class={`sign s-${state}`} aria-hidden="true">
    {lookOf(state).sign}
  </span>
);

/** A state with its word. */
export const StateBadge = ({ state }: { readonly state: State }) => (
  <span class="badge">
    <StateSign state={state} />
    {lookOf(state).word}
  </span>
);

/** How many contacts are in each state, as one bar. */
export const StateBar = ({ counts, label }: { readonly counts: Counts; readonly label: string }) => {
  const all = sum(counts);
  const used = barLooks.filter(({ state }) => counts[state] > 0);
  const words = used.map(({ state, word }) => `${counts[state]} ${word}`).join(', ');
  return (
    <div class="bar" role="img" aria-label={`${label}: ${words || 'nothing'}`} title={words}>
      {used.map(({ state, sign }) => (
        <span key={state} class={`s-${state}`} style={{ flexGrow: counts[state] / all }}>
          {counts[state] / all > 0.04 ? sign : ''}
        </span>
      ))}
    </div>
  );
};

/** How many contacts are in each state, in words. */
export const StateCounts = ({ counts }: { readonly counts: Counts }) => (
  <ul class="counts">
    {stateLooks
      .filter(({ state }) => counts[state] > 0)
      .map(({ state, word }) => (
        <li key={state}>
          <StateSign state={state} />
          {numberText(counts[state])} {word}
        </li>
      ))}
  </ul>
);
