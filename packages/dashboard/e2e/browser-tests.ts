import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { findBrowser, openBrowser } from './open-browser.ts';

/** What a browser test has at hand. */
export interface Open {
  /** A new page with nothing from earlier ones; what goes wrong in it is kept in `troubles`. */
  readonly page: (look?: Look) => Promise<Page>;
  /** Errors and warnings of the pages, refused resources included. */
  readonly troubles: string[];
}

/** How the page is looked at. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
}

const found = await findBrowser();

/** Describes something in a browser; where there is none, that is printed, and nothing is claimed. */
export const inBrowser = (what: string, describeTests: (open: Open) => void): void => {
  if (found.kind === 'none') {
    console.log(`Not tested: ${what}: ${found.because}.`);
    return;
  }
  describe(what, () => {
    let browser: Browser;
    const troubles: string[] = [];
    beforeAll(async () => {
      browser = await openBrowser(found.path);
    });
    afterAll(() => browser?.close());
    describeTests({
      troubles,
      page: async ({ width = 1440, height = 900, theme = 'light' } = {}) => {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
        const page = await context.newPage();
        // Long enough for a machine that has other things to do.
        page.setDefaultTimeout(25_000);
        page.on('console', (message) => {
          if (message.type() !== 'log') troubles.push(`${message.type()}: ${message.text()}`);
        });
        page.on('pageerror', (error) => troubles.push(error.message));
        return page;
      },
    });
  });
};
