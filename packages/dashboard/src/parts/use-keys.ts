import { useEffect } from 'preact/hooks';

/** The keys that work everywhere, as they are told. */
export const keys: readonly (readonly [key: string, what: string])[] = [
  ['/', 'search'],
  ['1 to 5', 'Organization, Coverage, Plan, Runs, Policy'],
  ['arrows', 'move in the map, the tree and the lists'],
  ['Enter', 'open what is in focus'],
  ['Esc', 'clear the search, or go back from an account'],
  ['?', 'these keys'],
];

const pages = ['', 'coverage', 'plan', 'runs', 'policy'];

/** Listens to the keys that work everywhere, but for when somebody types into a field. */
export const useKeys = (): void => {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const page = pages[Number(event.key) - 1];
      if (page === undefined) actions[event.key]?.(event);
      else location.hash = `#/${page}`;
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
};

const actions: Readonly<Record<string, (event: Event) => unknown>> = {
  '/': (event) => {
    event.preventDefault();
    const field = document.getElementById('search');
    if (field) return field.focus();
    location.hash = '#/';
    requestAnimationFrame(() => document.getElementById('search')?.focus());
  },
  '?': () => void document.getElementById('keys')?.togglePopover(),
  Escape: () => {
    if (location.hash.startsWith('#/account/')) history.back();
  },
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
