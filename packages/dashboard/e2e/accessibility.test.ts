import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from './browser-tests.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';
import { policy } from './policy.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the page's own axe gives back, as far as it is looked at. */
interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** Everything that axe finds wrong with what is shown. Evaluated by the test, so the page's own policy does not matter. */
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  // axe puts itself there.
  const answer = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeAnswer;
  return answer.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`),
  );
};

const views: readonly (readonly [name: string, hash: string, sign: string])[] = [
  ['the map', '#/', '.tile'],
  ['the tree', '#/?view=tree', '.tree-row'],
  ['an empty search', '#/?q=nothing-is-called-so', '.empty'],
  ['coverage', '#/coverage', '.groups'],
  ['an account', '#/account/111122223333', '.contenders'],
  ['the plan', '#/plan', '.diff'],
  ['runs, when there is none', '#/runs', '.empty'],
  ['the policy', '#/policy?line=21', '.policy-text'],
];

inBrowser('accessibility', (open) => {
  let dashboard: Dashboard;
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    dashboard = await openDashboard({ emulator: ['--accounts', '12', '--seed', '1'], policy });
    for (const theme of ['light', 'dark'] as const) {
      const page = await open.page({ theme });
      await page.goto(dashboard.url);
      await page.locator('.cards').waitFor();
      pages.set(theme, page);
    }
  });
  afterAll(() => dashboard?.close());

  it.each(['light', 'dark'])('axe finds nothing wrong with any view in the %s theme', async (theme) => {
    const page = pages.get(theme);
    if (!page) throw new Error('The page was not opened.');
    const found: string[] = [];
    for (const [name, hash, sign] of views) {
      await page.goto(dashboard.url + hash);
      await page.locator(sign).first().waitFor();
      found.push(...(await violations(page)).map((each) => `${name}: ${each}`));
    }
    await page.getByRole('button', { name: 'Try a change' }).click();
    await page.getByRole('region', { name: 'What would change' }).locator('.empty').waitFor();
    found.push(...(await violations(page)).map((each) => `what-if: ${each}`));
    await page.keyboard.press('Escape');
    await page.locator('h1').first().click();
    await page.keyboard.press('?');
    await page.locator('#keys').waitFor();
    found.push(...(await violations(page)).map((each) => `keys: ${each}`));
    expect(found).toEqual([]);
  });

  it.each(['light', 'dark'])('nothing reaches beyond a phone in the %s theme', async (theme) => {
    const page = await open.page({ theme: theme === 'dark' ? 'dark' : 'light', width: 390, height: 844 });
    const wide: string[] = [];
    for (const [name, hash, sign] of views) {
      await page.goto(dashboard.url + hash);
      await page.locator(sign).first().waitFor();
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(name);
    }
    expect(wide).toEqual([]);
  });

  it('the theme can be switched, and stays switched', async () => {
    const page = await open.page({ theme: 'light' });
    await page.goto(dashboard.url);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await ground();
    await page.getByRole('button', { name: /^Theme: as the system/ }).click();
    await page.getByRole('button', { name: /^Theme: light/ }).click();
    await page.getByRole('button', { name: /^Theme: dark/ }).waitFor();
    expect(await ground()).not.toBe(before);
    await page.reload();
    await page.getByRole('button', { name: /^Theme: dark/ }).waitFor();
  });
});
