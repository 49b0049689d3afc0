import { findBrowser } from './open-browser.ts';

/** Unpacks the browser before any test begins: two workers that did so at once would start what the other is still writing. */
export const setup = async (): Promise<void> => {
  const found = await findBrowser();
  if (found.kind === 'browser') process.env['CHROME_PATH'] = found.path;
};
