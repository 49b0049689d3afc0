/** Where in the page somebody is; all of it stands in the address. */
export interface Route {
  readonly page: string;
  /** What follows the page: an account id, the name of a run. */
  readonly about: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Reads the part of an address after `#`. Pure. */
export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...about] = path.split('/').map(decode);
  return { page, about: about.join('/'), query: Object.fromEntries(new URLSearchParams(query)) };
};

/** Writes the part of an address after `#`; parts of the query that are empty are left out. Pure. */
export const formatRoute = ({ page, about, query }: Partial<Route>): string => {
  const path = [page ?? '', ...(about ? [about] : [])].map(encodeURIComponent).join('/');
  const search = new URLSearchParams(Object.entries(query ?? {}).filter(([, value]) => value !== '')).toString();
  return `#/${path}${search === '' ? '' : `?${search}`}`;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
