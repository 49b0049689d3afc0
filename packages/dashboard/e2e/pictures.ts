import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser, type Look } from './browser-tests.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';
import { policy } from './policy.ts';

const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

/** What is pictured: its name, how it is looked at, and what somebody does to get there. */
type Picture = readonly [name: string, look: Look, act: (page: Page, url: string) => Promise<void>];

const wide = { width: 1440, height: 900 } as const;

const pictures: readonly Picture[] = [
  ['map-light', { ...wide, theme: 'light' }, (page, url) => show(page, url, '#/', '.tile')],
  ['tree-dark', { ...wide, theme: 'dark' }, (page, url) => show(page, url, '#/?view=tree', '.tree-row')],
  [
    'account-dark',
    { ...wide, height: 760, theme: 'dark' },
    async (page, url) => {
      await show(page, url, '#/?q=payments-prod&view=tree', 'a.tree-row');
      await page.locator('a.tree-row').first().click();
      await page.locator('.contenders').nth(2).waitFor();
    },
  ],
  ['plan-light', { ...wide, theme: 'light' }, (page, url) => show(page, url, '#/plan', '.diff')],
  [
    'what-if-light',
    { ...wide, theme: 'light' },
    async (page, url) => {
      await show(page, url, '#/policy', '.policy-text');
      await page.getByRole('button', { name: 'Try a change' }).click();
      const edited = policy.replace('operations: prod-oncall', 'operations: security-desk');
      await page.getByRole('textbox', { name: 'Policy, to try a change' }).fill(edited);
      await page.locator('.effects article').first().waitFor();
    },
  ],
  ['map-phone-dark', { width: 390, height: 844, theme: 'dark' }, (page, url) => show(page, url, '#/', '.tile')],
];

inBrowser('pictures', (open) => {
  let dashboard: Dashboard;
  const take = async (name: string, page: Page): Promise<void> => {
    await writeFile(`${folder}${name}.webp`, await packed(await open.page(), await page.screenshot()));
  };
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    dashboard = await openDashboard({ emulator: ['--accounts', '120', '--seed', '1'], policy });
  });
  afterAll(() => dashboard?.close());

  it.each(pictures)('%s', async (name, look, act) => {
    const page = await open.page(look);
    await act(page, dashboard.url);
    await take(name, page);
  });

  it('run-light, while it goes on', async () => {
    const page = await open.page({ ...wide, height: 760 });
    await show(page, dashboard.url, '#/plan', '#command');
    const command = (await page.locator('#command').innerText()).replace('100000', '5').split(' ').slice(1);
    const ended = dashboard.workplace.run(...command, '--yes', '--reason', 'new security desk');
    await page.getByRole('link', { name: 'Follow it' }).click();
    await page.locator('.item', { hasText: 'written' }).nth(4).waitFor();
    await take('run-light', page);
    expect((await ended).status).toBe(0);
  });
});

const show = async (page: Page, url: string, hash: string, sign: string): Promise<void> => {
  await page.goto(url + hash);
  await page.locator(sign).first().waitFor();
};

/** A picture as WebP, a third as large as PNG; the browser that took it can also pack it. */
const packed = async (page: Page, png: Buffer): Promise<Buffer> => {
  const data = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/png;base64,${text}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.92).split(',')[1] ?? '';
  }, png.toString('base64'));
  await page.close();
  return Buffer.from(data, 'base64');
};
