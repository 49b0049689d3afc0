import { useEffect, useState } from 'preact/hooks';
import type { PageEvent, PageState } from '../../orgcontacts/src/page/page-event.ts';
import type { ItemState, ShownRun } from '../../orgcontacts/src/page/run-page.ts';
import { makeView, type View } from './model/view.ts';
import type { Source } from './source/source.ts';

/** A run that was heard of while the page was open. */
export interface HeardRun {
  readonly run: ShownRun;
  readonly items: ReadonlyMap<number, ItemState>;
}

/** What the page knows, as it comes in. */
export interface PageData {
  readonly view: View | undefined;
  readonly state: PageState | undefined;
  readonly heard: HeardRun | undefined;
  /** The server does not answer any more. */
  readonly isLost: boolean;
  readonly error: string | undefined;
}

const nothing: PageData = { view: undefined, state: undefined, heard: undefined, isLost: false, error: undefined };

/** Loads the snapshot, and again whenever there is another one. */
export const usePageData = (source: Source): PageData => {
  const [data, setData] = useState(nothing);
  const change = (part: Partial<PageData>) => setData((before) => ({ ...before, ...part }));
  const load = () =>
    source.snapshot().then(
      (snapshot) => change({ view: snapshot && makeView(snapshot), error: undefined }),
      (thrown: unknown) => change({ error: thrown instanceof Error ? thrown.message : String(thrown) }),
    );
  useEffect(() => {
    if (!source.live) {
      void load();
      return undefined;
    }
    let version = -1;
    const hear = (event: PageEvent) => {
      if (event.kind === 'run') return setData((before) => ({ ...before, heard: addNews(before.heard, event.news) }));
      change({ state: event.state });
      if (event.state.version === version) return undefined;
      version = event.state.version;
      return event.state.hasSnapshot ? void load() : undefined;
    };
    return source.live.listen(hear, (isLost) => change({ isLost }));
  }, [source]);
  return data;
};

const addNews = (
  heard: HeardRun | undefined,
  { run, items }: Extract<PageEvent, { kind: 'run' }>['news'],
): HeardRun => ({
  run,
  items: new Map([...(heard?.run.run === run.run ? heard.items : []), ...items]),
});
