import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnosticCodes } from './diagnostic-codes.ts';
import { renderCodesPage } from './render-codes-page.ts';

const page = new URL('../../../../docs/diagnostics.md', import.meta.url);

it('keeps docs/diagnostics.md as the registry says', () => {
  if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(page, renderCodesPage());
  expect(readFileSync(page, 'utf8')).toBe(renderCodesPage());
});

it('gives every code a heading, so that links to it hold', () => {
  for (const code of Object.keys(diagnosticCodes)) expect(renderCodesPage()).toContain(`\n## ${code}\n`);
});

it('ends every title without a full stop and every explanation with one', () => {
  for (const [code, { title, explanation }] of Object.entries(diagnosticCodes)) {
    expect(title, code).not.toMatch(/\.$/);
    expect(explanation, code).toMatch(/\.$/);
  }
});
