import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePolicy } from './parse-policy.ts';

const folder = new URL('../../../../examples/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

it('has examples to check', () => {
  expect(files.length).toBeGreaterThan(2);
});

it.each(files)('finds nothing wrong with examples/%s', (file) => {
  const parsed = parsePolicy(readFileSync(new URL(file, folder), 'utf8'), file, {
    readReference: () => ({ kind: 'value', text: '+1 555 0100' }),
    now: Date.UTC(2026, 10, 25),
  });
  expect(parsed).toMatchObject({ kind: 'valid', warnings: [] });
});
