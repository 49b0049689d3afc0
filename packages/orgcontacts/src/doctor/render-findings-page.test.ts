import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingCodes } from './finding-codes.ts';
import { renderFindingsPage } from './render-findings-page.ts';

const page = new URL('../../../../docs/doctor.md', import.meta.url);

it('keeps docs/doctor.md as the table of codes says', () => {
  if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(page, renderFindingsPage());
  expect(readFileSync(page, 'utf8')).toBe(renderFindingsPage());
});

it('gives every code a heading, so that links to it hold', () => {
  for (const code of Object.keys(findingCodes)) expect(renderFindingsPage()).toContain(`\n## ${code}\n`);
});

it('ends every title without a full stop and every explanation with one', () => {
  for (const [code, { title, explanation }] of Object.entries(findingCodes)) {
    expect(title, code).not.toMatch(/\.$/);
    expect(explanation, code).toMatch(/\.$/);
  }
});
