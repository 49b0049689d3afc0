import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from './browser-tests.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';
import { policy } from './policy.ts';

/** The organization in the form of a world file, as far as it is changed here. */
interface World {
  readonly accounts: { id: string; name: string; tags?: Record<string, string> }[];
}

const evil = '<img src=x onerror=document.title=1>';
const formula = "=HYPERLINK('http://example.com')";
const turned = 'gnp.exe\u202E';

inBrowser('safety', (open) => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await openDashboard({
      emulator: ['--accounts', '8', '--seed', '1'],
      policy,
      prepare: async ({ get, send }) => {
        // The form of a world file.
        const world = (await get('/_emulator/world')) as World;
        const [, one, other] = world.accounts;
        if (!one || !other) throw new Error('The world is too small.');
        Object.assign(one, { name: evil, tags: { [evil]: evil, team: turned } });
        Object.assign(other, { name: formula });
        await send('PUT', '/_emulator/world', world);
      },
    });
  });
  afterAll(() => dashboard?.close());

  it('answers its own page', async () => {
    const page = await open.page();
    await page.goto(dashboard.url);
    await page.locator('.cards').waitFor();
  });

  /** Asks past the browser, which would not let some headers be chosen. */
  const ask = (path: string, headers: Readonly<Record<string, string>>) =>
    new Promise<{ readonly status: number | undefined; readonly body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(dashboard.url);
      const asked = request({ hostname, port, path, headers }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, body }));
      });
      asked.once('error', reject).end();
    });

  it('refuses another Host, another Origin and a missing secret', async () => {
    const { host, pathname } = new URL(dashboard.url);
    const snapshot = `${pathname}api/snapshot`;
    expect((await ask(snapshot, { host })).status).toBe(200);
    for (const [path, headers] of [
      [snapshot, { host: 'rebound.example.com' }],
      [snapshot, { host, origin: 'http://example.com' }],
      [snapshot, { host, 'sec-fetch-site': 'cross-site' }],
      ['/api/snapshot', { host }],
      ['/', { host }],
    ] as const)
      expect(await ask(path, headers)).toEqual({ status: 403, body: expect.stringMatching(/^Refused/) });
  });

  it('tells a page of another origin nothing', async () => {
    const page = await open.page();
    await page.route('http://example.com/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>other</p>' }),
    );
    await page.goto('http://example.com/');
    const told = await page.evaluate(
      (url) =>
        fetch(`${url}api/snapshot`).then(
          (answer) => answer.status,
          () => 'refused',
        ),
      dashboard.url,
    );
    expect(told).toBe('refused');
    const framed = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.onload = () => resolve(frame.contentDocument?.body.innerText ?? 'closed');
          frame.src = url;
          document.body.append(frame);
        }),
      dashboard.url,
    );
    expect(framed).toBe('closed');
    open.troubles.length = 0;
  });

  it('shows names and tags as text, whatever they try', async () => {
    const page = await open.page();
    await page.goto(`${dashboard.url}#/?view=tree`);
    await page.locator('a.tree-row', { hasText: evil }).first().click();
    await page.getByRole('heading', { name: evil }).waitFor();
    expect(await page.locator('.account-head').innerText()).toContain('\u2039U+202E\u203a');
    expect(await page.locator('.account-head').innerText()).not.toContain('\u202e');
    for (const hash of ['#/', '#/coverage?by=tag:team', '#/plan']) {
      await page.goto(dashboard.url + hash);
      await page.locator('.card, .groups').first().waitFor();
      expect(await page.locator('img').count()).toBe(0);
    }
    expect(await page.title()).toBe('Plan · orgcontacts');
    expect(open.troubles).toEqual([]);
  });

  it('runs no script that stands in the page', async () => {
    const page = await open.page();
    await page.goto(dashboard.url);
    await page.locator('.cards').waitFor();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
    });
    expect(await page.title()).toBe('Organization · orgcontacts');
    expect(open.troubles.splice(0)).toEqual([expect.stringContaining('Content Security Policy')]);
  });

  it('says nothing of accounts or contacts on the terminal', async () => {
    const { stdout, stderr } = await dashboard.close();
    expect(stdout).toBe(`${dashboard.url}\n`);
    expect(stderr).not.toMatch(/example\.com|@|<img|payments/);
    expect(stderr).not.toContain(new URL(dashboard.url).pathname.slice(1, -1));
  });
});
