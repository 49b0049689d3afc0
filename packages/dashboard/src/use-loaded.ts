import { useEffect, useState } from 'preact/hooks';

/** Something that is loaded. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'loaded'; readonly value: Value };

/** Loads something, and again whenever one of the reasons changes; what was loaded before stays until then. */
export const useLoaded = <Value>(load: () => Promise<Value>, reasons: readonly unknown[]): Loaded<Value> => {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => isCurrent && setLoaded({ kind: 'loaded', value }),
      (thrown: unknown) => isCurrent && setLoaded({ kind: 'failed', message: String(thrown) }),
    );
    return () => {
      isCurrent = false;
    };
  }, reasons);
  return loaded;
};
