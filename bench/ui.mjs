// How long the page's script keeps the browser busy with each thing somebody does, in an organization of 10,000 accounts.
// `npm run bench:ui`; the aim is less than 100 ms each (a common bound of what is felt as at once). Layout and style are told beside it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, openBrowser } from './browser.mjs';
import { reportOf } from './report-of.mjs';

const accounts = Number(process.env.ACCOUNTS ?? 10_000);
const aim = 100;

const found = await findBrowser();
if (found.kind === 'none') {
  console.log(`Not measured: ${found.because}.`);
  process.exit(0);
}

const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-bench-ui-'));
const file = join(folder, 'report.html');
// The report is the same page with the same data; only where they come from is another place.
await writeFile(file, await reportOf(accounts));
const url = pathToFileURL(file).href;
const browser = await openBrowser(found.path);
let failed = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.locator('.cards').waitFor({ timeout: 60_000 });
  const client = await page.context().newCDPSession(page);
  // The time of the thread itself: what else the machine does is not counted.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const look = async () =>
    Object.fromEntries(
      (await client.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1000]),
    );
  /** Two frames on, everything that an action set going has been drawn. */
  const drawn = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  const measure = async (name, act, times = 1) => {
    await drawn();
    const before = await look();
    await act();
    await drawn();
    const after = await look();
    const took = (metric) => (after[metric] - before[metric]) / times;
    const script = took('ScriptDuration');
    if (script > aim) failed++;
    const rest = took('LayoutDuration') + took('RecalcStyleDuration');
    console.log(
      `${script > aim ? 'FAIL' : 'ok  '} ${name}: ${script.toFixed(1)} ms of script, ${rest.toFixed(1)} ms of layout`,
    );
  };
  const scroll = (times) => () =>
    page.evaluate(
      (count) =>
        new Promise((done) => {
          const step = (left) => {
            scrollBy(0, 300);
            if (left > 0) requestAnimationFrame(() => step(left - 1));
            else done();
          };
          step(count - 1);
        }),
      times,
    );

  console.log(`${accounts} accounts, ${await page.locator('.tile').count()} of them drawn`);
  await measure('map: a step of scrolling', scroll(30), 30);
  await page.evaluate(() => scrollTo(0, 0));
  for (const letter of ['p', 'a', 'y'])
    await measure(`map: search, typing ${letter}`, () => page.locator('#search').press(letter));
  await measure('map: search, cleared', () => page.locator('#search').fill(''));
  await measure('map: only what is missing', () => page.locator('.chip', { hasText: 'missing' }).click());
  await measure('map: everything again', () => page.locator('.chip', { hasText: 'missing' }).click());
  await measure('map: one unit', () => page.getByLabel('Unit', { exact: true }).selectOption({ index: 3 }));
  await measure('map: all units', () => page.getByLabel('Unit', { exact: true }).selectOption({ index: 0 }));
  await measure('tree: shown', () => page.getByRole('button', { name: 'Tree' }).click());
  await measure('tree: a step of scrolling', scroll(30), 30);
  await page.evaluate(() => scrollTo(0, 0));
  await measure('tree: a unit closed', () => page.locator('.tree-row.unit').nth(1).click());
  await measure('tree: search, typing p', () => page.locator('#search').press('p'));
  await measure('an account opened', () => page.locator('a.tree-row').first().click());
  await measure('coverage by unit', () =>
    page.evaluate(() => {
      location.hash = '#/coverage';
    }),
  );
  await measure('coverage by tag', () =>
    page.evaluate(() => {
      location.hash = '#/coverage?by=tag:team';
    }),
  );
  await measure('the plan', () =>
    page.evaluate(() => {
      location.hash = '#/plan';
    }),
  );
  await measure('back to the map', () =>
    page.evaluate(() => {
      location.hash = '#/';
    }),
  );
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
process.exitCode = failed > 0 ? 1 : 0;
