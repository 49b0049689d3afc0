import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { PageFiles } from './page-files.ts';
import { renderReportPage } from './render-report-page.ts';
import type { ReportDocument } from './report-document.ts';

const files: PageFiles = {
  html: '<head><meta charset="utf-8" /><script type="module" crossorigin src="./page.js"></script><link rel="stylesheet" crossorigin href="./page.css"></head><body></body>',
  script: 'const price = "$&";',
  style: 'a{color:red}',
};

/** Only what names could do matters here. */
const reportOf = (name: string) => ({ snapshot: { accounts: [{ name }] } }) as unknown as ReportDocument;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('is one file that names its script and style by their hashes, and loads nothing', () => {
  const html = renderReportPage(files, reportOf('a'));
  expect(html).toContain(`script-src ${hash(files.script)}`);
  expect(html).toContain(`style-src ${hash(files.style)}`);
  expect(html).toContain(`<script type="module">${files.script}</script>`);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/src="|href="/);
});

it.each(['</script><script>alert(1)</script>', '<!--<script>', '<img src=x onerror=alert(1)>'])(
  'lets no name leave its place: %s',
  (name) => {
    const html = renderReportPage(files, reportOf(name));
    expect(html.match(/<script/g)).toHaveLength(2);
    const [, json = ''] = /id="orgcontacts-report">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(reportOf(name));
  },
);

it('refuses a built page that it does not know', () => {
  expect(() => renderReportPage({ ...files, html: '<body></body>' }, reportOf('a'))).toThrow('build it again');
  expect(() => renderReportPage({ ...files, script: 'x="</script>"' }, reportOf('a'))).toThrow('build it again');
});
