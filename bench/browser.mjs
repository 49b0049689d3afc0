// The browser of the tests, for what is measured and pictured; types are stripped by nobody here, so it stands once more in JavaScript.
import { chromium } from 'playwright-core';

const args = ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'];

/** The browser that `CHROME_PATH` names; or, on Linux x64, the one inside a package. */
export const findBrowser = async () => {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return { kind: 'browser', path: CHROME_PATH };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { kind: 'none', because: 'set CHROME_PATH to a Chrome or Chromium' };
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return { kind: 'browser', path: await packaged.executablePath() };
};

/** Starts it. */
export const openBrowser = (executablePath) => chromium.launch({ executablePath, args });
