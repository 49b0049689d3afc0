import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contactConstraints } from '../contact/contact-constraints.ts';
import { parsePolicy } from './parse-policy.ts';
import { modes } from './policy.ts';
import { policySchema } from './schema.ts';
import { reservedNames } from './wants.ts';

const page = readFileSync(new URL('../../../../docs/policy-file.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text);

it('shows one example, which parses without a word', () => {
  expect(examples).toHaveLength(1);
  expect(parsePolicy(examples[0] ?? '', 'contacts.yaml')).toMatchObject({ kind: 'valid', warnings: [] });
});

it('uses every key of the file in its example', () => {
  for (const key of Object.keys(policySchema.shape)) expect(examples[0]).toMatch(new RegExp(`^${key}:`, 'm'));
});

it('names every key, mode and word, and the lengths that AWS accepts', () => {
  for (const word of [...Object.keys(policySchema.shape), ...modes, ...reservedNames])
    expect(page).toContain(`\`${word}\``);
  for (const { maxLength } of Object.values(contactConstraints))
    expect(page).toMatch(new RegExp(`1 to ${maxLength}\\b`));
});
