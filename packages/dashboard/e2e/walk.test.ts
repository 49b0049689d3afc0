import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from './browser-tests.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';
import { policy } from './policy.ts';

inBrowser('the dashboard', (open) => {
  let dashboard: Dashboard;
  let page: Page;
  beforeAll(async () => {
    dashboard = await openDashboard({ emulator: ['--accounts', '40', '--seed', '1'], policy });
    page = await open.page();
    await page.goto(dashboard.url);
    await page.getByRole('heading', { name: 'SECURITY', exact: true }).waitFor();
  });
  afterAll(() => dashboard?.close());

  /** The text of the first element that a selector finds. */
  const text = (selector: string) => page.locator(selector).first().innerText();

  it('opens on the whole organization: a cell for each contact type of each account', async () => {
    expect(await text('.list-head')).toContain('40 accounts');
    const tiles = page.locator('.tile');
    expect(await tiles.count()).toBeGreaterThan(20);
    expect(await tiles.first().getAttribute('aria-label')).toMatch(/: BILLING .+, OPERATIONS .+, SECURITY .+/);
    expect(await tiles.first().locator('i').count()).toBe(3);
    expect(await page.getByRole('region', { name: 'Legend' }).innerText()).toContain('wanted, and none is set');
  });

  it('finds an account by keyboard, and keeps the search in the address', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('payments-prod');
    await page.waitForFunction(() => location.hash.includes('q=payments-prod'));
    expect(await text('.list-head')).toMatch(/\d+ of 40 accounts/);
    const names = await page.locator('.tile-name').allInnerTexts();
    expect(names.every((name) => name.startsWith('payments-prod'))).toBe(true);
    await page.reload();
    await page.getByRole('searchbox').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('payments-prod');
  });

  it('moves by arrows, and opens with Enter', async () => {
    await page.locator('.tile').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.startsWith('#/account/'));
  });

  it('says why: the winner, the losers, each with its line', async () => {
    const billing = page.getByRole('region', { name: 'BILLING' });
    await billing.getByText('contacts.yaml:27').waitFor();
    expect(await billing.innerText()).toContain('unmanaged');
    expect(await billing.locator('.contenders li').allInnerTexts()).toEqual([
      expect.stringMatching(/^unmanaged for tag team = payments\s+contacts.yaml:27 won$/),
      expect.stringMatching(/^finance for all\s+contacts.yaml:21 lost: less specific/),
    ]);
    await billing.getByText('contacts.yaml:27').click();
    await page.locator('.policy-text li.wanted').waitFor();
    expect(await text('.policy-text li.wanted')).toContain('team: payments');
  });

  it('shows the plan as a diff, with the command that applies exactly it', async () => {
    await page.keyboard.press('3');
    await page.getByRole('heading', { name: 'Plan', exact: true }).waitFor();
    const printed = await dashboard.workplace.run('plan', '--json', '--quota-times', '100000');
    const { plan } = JSON.parse(printed.stdout);
    expect(await text('#command')).toBe(`orgcontacts apply --quota-times 100000 --approve ${plan.fingerprint}`);
    expect(await page.locator('.nav .count').innerText()).toBe(String(plan.changes.length));
    expect(await page.locator('.change.update').first().locator('del').count()).toBeGreaterThan(0);
  });

  it('says what an edited policy would do, and leaves the file as it is', async () => {
    await page.keyboard.press('5');
    await page.getByRole('button', { name: 'Try a change' }).click();
    const editor = page.getByRole('textbox', { name: 'Policy, to try a change' });
    await editor.fill(policy.replace('operations: prod-oncall', 'operations: security-desk'));
    const effects = page.getByRole('region', { name: 'What would change' });
    await effects.getByText('would stand differently').waitFor();
    expect(await effects.innerText()).toMatch(/OPERATIONS of \d+ accounts/);
    expect(await effects.innerText()).toContain('Mary Major');
    await editor.fill(policy.replace('security: security-desk', 'security: nobody'));
    await effects.getByText('There is no contact nobody.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('contacts.yaml');
    expect(await readFile(join(dashboard.workplace.folder, 'contacts.yaml'), 'utf8')).toBe(policy);
  });

  it('follows a run of the command, and sees the organization in sync', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByRole('link', { name: 'Plan' }).click();
    // Slower than the emulator would let it go, so that there is something to follow.
    const command = (await text('#command')).replace('100000', '10').split(' ').slice(1);
    const ended = dashboard.workplace.run(...command, '--yes', '--reason', 'walk');
    await page.getByRole('link', { name: 'Follow it' }).click();
    await page.locator('.how.running').waitFor();
    await page.locator('.how.finished').waitFor({ timeout: 20_000 });
    expect((await ended).status).toBe(0);
    await page.getByRole('navigation').getByRole('link', { name: 'Plan' }).click();
    await page.getByText('Nothing to change').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Runs' }).click();
    await page.locator('.runs .run a').first().click();
    await page.locator('.item').first().waitFor();
    expect(await text('.facts')).toContain('finished');
    expect(await page.locator('.item .badge').first().innerText()).toContain('written');
    await page.locator('.item').first().click();
    await page.getByRole('heading', { name: 'History' }).waitFor();
    expect(await text('.history')).toContain('done');
  });

  it('has had nothing to complain about, refused resources included', () => {
    expect(open.troubles).toEqual([]);
  });
});
