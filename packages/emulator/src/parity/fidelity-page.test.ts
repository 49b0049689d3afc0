import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderFidelityPage } from './fidelity-page.builder.ts';
import { readScripts } from './scripts.builder.ts';

const page = new URL('../../../../docs/fidelity.md', import.meta.url);

it('docs/fidelity.md says what the tests hold: every option, every case of every operation, and what each rests on', async () => {
  const rendered = renderFidelityPage(await readScripts());
  if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(page, rendered);
  expect(readFileSync(page, 'utf8')).toBe(rendered);
});
