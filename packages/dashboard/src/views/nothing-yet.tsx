import { progressText } from '../parts/banner.tsx';
import { Diagnostics } from '../parts/diagnostics.tsx';
import type { Source } from '../source/source.ts';
import { useLoaded } from '../use-loaded.ts';
import type { PageData } from '../use-page-data.ts';

/** What there is to see before the first snapshot: how far reading is, or what keeps it from beginning. */
export const NothingYet = ({ data, source }: { readonly data: PageData; readonly source: Source }) => {
  const { state, error } = data;
  const policy = useLoaded(source.policy, [state?.version]);
  const diagnostics = policy.kind === 'loaded' ? policy.value.diagnostics : [];
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (error) return <p class="empty bad">The page could not be loaded: {error}</p>;
  if (state?.trouble) return <p class="empty">Nothing was read. Put it right and press “Read again”.</p>;
  if (!state?.reading && errors.length > 0 && policy.kind === 'loaded')
    return (
      <section class="card">
        <h1>{policy.value.file} is not valid, so nothing was read</h1>
        <Diagnostics file={policy.value.file} diagnostics={errors} />
        <p class="quiet">Mend it in your editor; this page follows.</p>
      </section>
    );
  return <Waiting progress={state?.reading ?? null} />;
};

const Waiting = ({ progress }: { readonly progress: NonNullable<PageData['state']>['reading'] }) => (
  <section class="waiting" aria-busy="true">
    <h1>Reading the organization</h1>
    <p role="status">{progress ? `${progress.step}: ${progressText(progress)}` : 'starting'}</p>
    <progress
      aria-label="How far reading is"
      max={progress?.of ?? undefined}
      value={progress?.of ? progress.done : undefined}
    />
    <p class="quiet">At AWS’s quotas an organization of 1,000 accounts takes some minutes. Nothing is written.</p>
  </section>
);
