import { keys } from './use-keys.ts';

/** Says which keys do what. */
export const KeyHelp = () => (
  <>
    <button type="button" class="button icon keys-button" popovertarget="keys" aria-label="Keys" title="Keys: ?">
      ?
    </button>
    <div id="keys" popover="auto" class="pop" role="dialog" aria-label="Keys">
      <h2>Keys</h2>
      <dl class="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  </>
);
