import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorkplace, type Workplace } from '../../orgcontacts/e2e/run-command.ts';
import { type RunningEmulator, startEmulator } from '../../orgcontacts/e2e/start-emulator.ts';
import { inBrowser } from './browser-tests.ts';
import { policy } from './policy.ts';

const fast = ['--quota-times', '100000'] as const;

inBrowser('the HTML report', (open) => {
  let emulator: RunningEmulator;
  let workplace: Workplace;
  const address = () => pathToFileURL(join(workplace.folder, 'report.html')).href;
  beforeAll(async () => {
    emulator = await startEmulator(['--quotas', 'off', '--accounts', '60', '--seed', '1']);
    workplace = await makeWorkplace(emulator.url, '111122223333');
    await workplace.write('contacts.yaml', policy);
    const { stdout } = await workplace.run('plan', '--json', '--account', '111122223333', ...fast);
    const { fingerprint } = JSON.parse(stdout).plan;
    await workplace.run('apply', '--account', '111122223333', '--approve', fingerprint, '--yes', ...fast);
    const { status, stderr } = await workplace.run('report', '--out', 'report.html', '--tags', ...fast);
    if (status !== 0) throw new Error(stderr);
  });
  afterAll(() => emulator?.stop());

  it('is for its owner only', async () => {
    expect((await stat(join(workplace.folder, 'report.html'))).mode & 0o777).toBe(0o600);
  });

  it('opens from disk, asks the network for nothing, and shows the same', async () => {
    const page = await open.page();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address());
    await page.locator('.cards').waitFor();
    expect(await page.locator('.list-head').innerText()).toContain('60 accounts');
    await page.goto(`${address()}#/account/111122223333`);
    await page.locator('.contenders').first().waitFor();
    expect(await page.locator('.history').innerText()).toContain('done');
    await page.goto(`${address()}#/runs`);
    await page.locator('.runs .run').waitFor();
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(open.troubles).toEqual([]);
  });

  it('has no what-if and nothing to read again', async () => {
    const page = await open.page();
    await page.goto(`${address()}#/policy`);
    await page.locator('.policy-text').waitFor();
    expect(await page.getByRole('button', { name: 'Try a change' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Read again' }).count()).toBe(0);
  });

  it('masks contacts, unless somebody asked for them', async () => {
    const html = await readFile(join(workplace.folder, 'report.html'), 'utf8');
    expect(html).not.toMatch(/security-contact@|Mary Major|555-5501|soc@example/);
    expect(html).toContain('security-desk');
    await workplace.run('report', '--account', '111122223333', '--show-values', '--out', 'whole.html', ...fast);
    expect(await readFile(join(workplace.folder, 'whole.html'), 'utf8')).toContain('security-contact@example.com');
  });

  it('prints every account, without what can only be pressed', async () => {
    const page = await open.page();
    await page.goto(`${address()}#/?state=wrong-value`);
    await page.locator('.tile').first().waitFor();
    const [shown = '0'] = /^\d+/.exec(await page.locator('.list-head').innerText()) ?? [];
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.tile').count()).toBe(Number(shown));
    expect(await page.locator('.filters').first().isVisible()).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  it('is made by a script of less than 60 kB, packed', async () => {
    const script = await readFile(new URL('../../orgcontacts/page-files/page.js', import.meta.url));
    const packed = gzipSync(script).length;
    console.log(`The page's script has ${(packed / 1000).toFixed(1)} kB, packed.`);
    expect(packed).toBeLessThan(60_000);
  });
});
