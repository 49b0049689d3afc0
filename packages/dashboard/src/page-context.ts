import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Route } from './model/route.ts';
import type { View } from './model/view.ts';
import type { Source } from './source/source.ts';
import type { PageData } from './use-page-data.ts';

/** What every part of the page may look at. */
export interface PageThings {
  readonly source: Source;
  readonly route: Route;
  readonly data: PageData;
  readonly view: View;
}

/** Carries the page's things to its parts. */
export const PageContext = createContext<PageThings | undefined>(undefined);

/** The page's things; there are none before a snapshot has come. */
export const usePage = (): PageThings => {
  const page = useContext(PageContext);
  if (!page) throw new Error('A part of the page was shown before there was anything to show.');
  return page;
};
