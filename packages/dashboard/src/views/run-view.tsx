import { useMemo } from 'preact/hooks';
import type { ItemState, RunPage, ShownItem } from '../../../orgcontacts/src/page/run-page.ts';
import { formatRoute } from '../model/route.ts';
import { itemLooks, itemStates, runWord } from '../model/run-words.ts';
import { countText, nameText, numberText, timeText } from '../model/text.ts';
import { usePage } from '../page-context.ts';
import { RunProgress } from '../parts/run-progress.tsx';
import { Virtual } from '../parts/virtual.tsx';
import { useLoaded } from '../use-loaded.ts';
import type { HeardRun } from '../use-page-data.ts';
import { changeQuery } from '../use-route.ts';

/** One run: every item and what has become of it, as it happens. */
export const RunView = () => {
  const { source, route, data } = usePage();
  const heard = data.heard?.run.run === route.about ? data.heard : undefined;
  const loaded = useLoaded(() => source.run(route.about), [route.about, heard?.run.how]);
  if (loaded.kind === 'loading') return <p class="empty">Loading</p>;
  if (loaded.kind === 'failed') return <p class="empty bad">{loaded.message}</p>;
  if (!loaded.value) return <p class="empty">There is no run {nameText(route.about)}.</p>;
  return <Run page={loaded.value} heard={heard} />;
};

interface LiveItem extends ShownItem {
  readonly index: number;
}

const Run = ({ page, heard }: { readonly page: RunPage; readonly heard: HeardRun | undefined }) => {
  const { route } = usePage();
  const run = heard?.run ?? page.run;
  const items = useMemo(
    () =>
      page.items.map((item, index): LiveItem => ({ ...item, index, outcome: heard?.items.get(index) ?? item.outcome })),
    [page, heard],
  );
  const picked = route.query['item'] ?? '';
  const shown = useMemo(() => items.filter(({ outcome }) => picked === '' || outcome === picked), [items, picked]);
  return (
    <>
      <h1 class="run-name">{run.run}</h1>
      <dl class="facts">
        <div>
          <dt>state</dt>
          <dd>
            <span class={`how ${run.how}`}>{runWord[run.how]}</span>
          </dd>
        </div>
        <div>
          <dt>began</dt>
          <dd>{timeText(run.startedAt)}</dd>
        </div>
        <div>
          <dt>written</dt>
          <dd>
            {numberText(run.counts.written + run.counts.already)} of {numberText(run.counts.items)}
          </dd>
        </div>
        <div>
          <dt>plan</dt>
          <dd>{run.fingerprint}</dd>
        </div>
        {run.reason !== null && (
          <div>
            <dt>reason</dt>
            <dd>{nameText(run.reason)}</dd>
          </div>
        )}
      </dl>
      <RunProgress counts={run.counts} label="Progress" />
      {run.detail !== '' && <p class="quiet">{nameText(run.detail)}</p>}
      <StateChoice items={items} picked={picked} pick={(item) => changeQuery(route, { item })} />
      <div class="items">
        <Virtual
          items={shown}
          heightOf={() => 44}
          keyOf={({ index }) => String(index)}
          label="Items of the run"
          render={(item) => <Item item={item} />}
        />
      </div>
    </>
  );
};

interface StateChoiceProps {
  readonly items: readonly LiveItem[];
  readonly picked: string;
  readonly pick: (state: string) => void;
}

const StateChoice = ({ items, picked, pick }: StateChoiceProps) => {
  const counts = new Map<ItemState, number>();
  for (const { outcome } of items) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return (
    <p class="filters">
      <select
        class="field"
        aria-label="Show items"
        value={picked}
        onChange={({ currentTarget }) => pick(currentTarget.value)}
      >
        <option value="">All {countText(items.length, 'item')}</option>
        {itemStates
          .filter((state) => counts.has(state))
          .map((state) => (
            <option key={state} value={state}>
              {counts.get(state)} {itemLooks[state].word}
            </option>
          ))}
      </select>
    </p>
  );
};

const Item = ({ item }: { readonly item: LiveItem }) => {
  const { word, sign, tone } = itemLooks[item.outcome];
  return (
    <a class="item" href={formatRoute({ page: 'account', about: item.accountId })}>
      <span class="badge">
        <span class={`sign i-${tone}`} aria-hidden="true">
          {sign}
        </span>
        {word}
      </span>
      <span class="item-name">
        {nameText(item.accountName)} <span class="quiet id">{item.accountId}</span>
      </span>
      <span class="item-what">
        {item.kind} {item.type}
      </span>
      <span class="quiet item-detail" title={nameText(item.detail)}>
        {nameText(item.detail)}
      </span>
    </a>
  );
};
