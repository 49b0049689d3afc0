import { type Browser, chromium } from 'playwright-core';

/** Without a sandbox, which containers seldom allow, and with the same letters everywhere. */
const args = ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'];

/** Where a browser is, or why there is none. */
type Found = { readonly kind: 'browser'; readonly path: string } | { readonly kind: 'none'; readonly because: string };

/** Finds a browser: the one that `CHROME_PATH` names; or, on Linux x64, the one that comes inside a package, with its own libraries. */
export const findBrowser = async (): Promise<Found> => {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return { kind: 'browser', path: CHROME_PATH };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { kind: 'none', because: 'set CHROME_PATH to a Chrome or Chromium to run the browser tests here' };
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return { kind: 'browser', path: await packaged.executablePath() };
};

/** Starts a browser that was found. */
export const openBrowser = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args });
