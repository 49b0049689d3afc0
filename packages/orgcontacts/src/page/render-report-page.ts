import { createHash } from 'node:crypto';
import type { PageFiles } from './page-files.ts';
import type { ReportDocument } from './report-document.ts';

/**
 * Puts the page, its script, its style and its data into one HTML file that opens from disk. Its own Content-Security-Policy names the
 * script and the style by their hashes and lets nothing else run, load or be sent. Pure. Throws where the built page is not as expected.
 */
export const renderReportPage = ({ html, script, style }: PageFiles, report: ReportDocument): string => {
  if (/<\/script/i.test(script) || /<\/style/i.test(style))
    throw new Error('The built page would end its own element; build it again.');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = `<script type="application/json" id="orgcontacts-report">${jsonText(report)}</script>`;
  const steps: readonly ((text: string) => string)[] = [
    (text) => replaceOnce(text, /<script[^>]*page\.js[^>]*><\/script>/, () => ''),
    (text) => replaceOnce(text, /<link[^>]*page\.css[^>]*>/, () => `<style>${style}</style>`),
    (text) =>
      replaceOnce(
        text,
        /<meta charset="utf-8"[^>]*>/i,
        (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      ),
    (text) => replaceOnce(text, /<\/body>/, (found) => `${data}<script type="module">${script}</script>${found}`),
  ];
  return steps.reduce((text, step) => step(text), html);
};

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** JSON that cannot end the element it stands in, whatever names it holds. */
const jsonText = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Replaces what has to be there. */
const replaceOnce = (text: string, what: RegExp, by: (found: string) => string): string => {
  if (!what.test(text)) throw new Error(`The built page has no ${what.source}; build it again.`);
  return text.replace(what, by);
};
