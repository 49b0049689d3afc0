import { useLayoutEffect, useState } from 'preact/hooks';

const themes = [
  { name: 'auto', says: 'Theme: as the system' },
  { name: 'light', says: 'Theme: light' },
  { name: 'dark', says: 'Theme: dark' },
] as const;

const kept = 'orgcontacts-theme';

/** Goes round the themes: as the system says, light, dark. */
export const ThemeSwitch = () => {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      themes.findIndex(({ name }) => name === remembered()),
    ),
  );
  const { name, says } = themes[at] ?? themes[0];
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = name;
    remember(name);
  }, [name]);
  return (
    <button
      type="button"
      class="button icon"
      aria-label={`${says}; change it`}
      title={says}
      onClick={() => setAt((at + 1) % themes.length)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        {name !== 'light' && <path d={name === 'dark' ? disc : half} fill="currentColor" />}
      </svg>
    </button>
  );
};

const half = 'M8 2.5a5.5 5.5 0 0 1 0 11z';
const disc = 'M8 2.5a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0-11z';

/** A page opened from disk may have nowhere to keep anything. */
const remembered = (): string | null => {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
};

const remember = (name: string): void => {
  try {
    localStorage.setItem(kept, name);
  } catch {
    // It is then as the system says next time.
  }
};
