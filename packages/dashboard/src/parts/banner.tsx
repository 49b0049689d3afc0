import type { ComponentChildren } from 'preact';
import { numberText } from '../model/text.ts';
import type { Source } from '../source/source.ts';
import type { PageData } from '../use-page-data.ts';

/** What is going on, or wrong, whatever the view. */
export const Banner = ({ data, source }: { readonly data: PageData; readonly source: Source }) => {
  const { state, isLost, heard, view } = data;
  const policy = view?.snapshot.policy;
  return (
    <div role="status">
      {isLost && (
        <Strip kind="bad">
          The server does not answer any more. Start it again with <code>orgcontacts ui</code> and open the new address.
        </Strip>
      )}
      {state?.trouble && (
        <Strip kind="bad">
          {state.trouble.message} {state.trouble.help}
        </Strip>
      )}
      {state?.reading && view && (
        <Strip kind="calm">
          Reading {state.reading.step}: {progressText(state.reading)}
        </Strip>
      )}
      {heard?.run.how === 'running' && (
        <Strip kind="calm">
          A run is under way. <a href={`#/run/${encodeURIComponent(heard.run.run)}`}>Follow it</a>
        </Strip>
      )}
      {source.live && policy && policy.hash === null && (
        <Strip kind="calm">
          There is no {policy.file} yet, so nothing is managed. Write one with <code>orgcontacts init</code>, or with{' '}
          <code>orgcontacts import</code> from what is set now.
        </Strip>
      )}
    </div>
  );
};

/** How far reading is, in words. */
export const progressText = ({ done, of }: { readonly done: number; readonly of: number | null }): string =>
  of === null ? numberText(done) : `${numberText(done)} of ${numberText(of)}`;

const Strip = ({ kind, children }: { readonly kind: 'bad' | 'calm'; readonly children: ComponentChildren }) => (
  <p class={`strip ${kind}`}>{children}</p>
);
