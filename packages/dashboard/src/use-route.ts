import { useEffect, useState } from 'preact/hooks';
import { formatRoute, parseRoute, type Route } from './model/route.ts';

/** Where in the page somebody is, as the address says it. */
export const useRoute = (): Route => {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
};

/** Changes the query of the address; typing leaves no trail in the history. */
export const changeQuery = (route: Route, query: Readonly<Record<string, string>>): void => {
  const next = formatRoute({ ...route, query: { ...route.query, ...query } });
  history.replaceState(null, '', next);
  dispatchEvent(new HashChangeEvent('hashchange'));
};
