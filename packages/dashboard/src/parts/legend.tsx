import { stateLooks } from '../model/states.ts';
import { StateSign } from './state-badge.tsx';

/** What the boxes mean. */
export const Legend = ({ types }: { readonly types: readonly string[] }) => (
  <section class="legend" aria-label="Legend">
    <p>
      Each box is one account, with a cell for {types.slice(0, -1).join(', ')} and {types.at(-1)}, from left to right.
    </p>
    <ul>
      {stateLooks.map(({ state, word, meaning }) => (
        <li key={state}>
          <StateSign state={state} />
          <span>
            <b>{word}</b> {meaning}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
