import type { RunList, ShownRun } from '../../../orgcontacts/src/page/run-page.ts';
import { formatRoute } from '../model/route.ts';
import { runWord } from '../model/run-words.ts';
import { countText, numberText, timeText } from '../model/text.ts';
import { usePage } from '../page-context.ts';
import { RunProgress } from '../parts/run-progress.tsx';
import { useLoaded } from '../use-loaded.ts';

/** The runs that were kept, the newest first. */
export const RunsView = () => {
  const { source, data } = usePage();
  const { heard } = data;
  const loaded = useLoaded(source.runs, [heard?.run.run, heard?.run.how, data.state?.version]);
  return (
    <>
      <h1>Runs</h1>
      {loaded.kind === 'loading' && <p class="quiet">Loading</p>}
      {loaded.kind === 'failed' && <p class="bad">{loaded.message}</p>}
      {loaded.kind === 'loaded' && <Runs list={loaded.value} heard={heard?.run} />}
    </>
  );
};

const Runs = ({ list, heard }: { readonly list: RunList; readonly heard: ShownRun | undefined }) => {
  if (list.runs.length + list.unusable.length === 0)
    return (
      <p class="empty">
        No run yet. <code>orgcontacts apply</code> makes one; this page follows it while it goes on.
      </p>
    );
  return (
    <ol class="runs">
      {list.runs.map((run) => (
        <RunCard key={run.run} run={heard?.run === run.run ? heard : run} />
      ))}
      {list.unusable.map(({ run, because }) => (
        <li key={run} class="card">
          <b>{run}</b> <span class="bad">cannot be used: {because}</span>
        </li>
      ))}
    </ol>
  );
};

const RunCard = ({ run }: { readonly run: ShownRun }) => {
  const { counts } = run;
  const troubles = counts.failed + counts.skipped + counts.unconfirmed;
  return (
    <li class="card run">
      <div class="card-head">
        <h2>
          <a href={formatRoute({ page: 'run', about: run.run })}>{run.run}</a>
        </h2>
        <span class={`how ${run.how}`}>{runWord[run.how]}</span>
      </div>
      <p>
        {timeText(run.startedAt)} · {numberText(counts.written)} of {countText(counts.items, 'change')} written
        {troubles > 0 && <b class="bad"> · {countText(troubles, 'item')} not done</b>}
        {run.undoOf !== null && ` · undoes ${run.undoOf}`}
      </p>
      {run.reason !== null && <p class="quiet">{run.reason}</p>}
      <RunProgress counts={counts} label={`Progress of ${run.run}`} />
    </li>
  );
};
