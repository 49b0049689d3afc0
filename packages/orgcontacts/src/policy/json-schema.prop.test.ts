import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderJsonSchema } from './json-schema.ts';
import { anyFile } from './policy-data.builder.ts';
import { policySchema } from './schema.ts';

// Formats are notes for editors; the pattern beside each says the same.
const accepts = new Ajv({ validateFormats: false }).compile(JSON.parse(renderJsonSchema()));

const expectAgreement = (data: unknown): void => {
  expect(accepts(data), JSON.stringify(data)).toBe(policySchema.safeParse(data).success);
};

const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, 0, 1, true, false, '', ' ', '😀'.repeat(40), 'all', 'absent', '180d', '0d', '2026-02-29', '2024-02-29'],
    ...['123456789012', '12345678901', '１２３４５６７８９０１２', 'placeholder', 'wrong-type', 'enforce'],
    ...[[], {}, [[]], ['all'], { present: true }, { present: false }, { not: {} }, { not: { not: {} } }, { ou: [] }],
  ),
  fc.json().map((text): unknown => JSON.parse(text)),
);

const keys = fc.constantFrom(
  'match',
  'not',
  'tag',
  'name',
  'reviewed',
  'lint',
  'security',
  'mode',
  'ou',
  'x',
  'ignore',
);

/** Puts something else at one node of a file, or one more key into one of its mappings. */
const mutated = fc
  .tuple(anyFile, fc.nat(), wrong, fc.option(keys, { nil: undefined }))
  .map(([file, at, value, key]): unknown => {
    const text = JSON.stringify(file);
    let count = 0;
    JSON.parse(text, (_, each: unknown) => {
      count++;
      return each;
    });
    const target = at % count;
    let index = 0;
    return JSON.parse(text, (_, each: unknown) => {
      if (index++ !== target) return each;
      const isMapping = typeof each === 'object' && each !== null && !Array.isArray(each);
      return isMapping && key !== undefined ? { ...each, [key]: value } : value;
    });
  });

it('lets editors accept what the parser accepts, and nothing else', () => {
  fc.assert(fc.property(anyFile, expectAgreement), { numRuns: 200 });
  fc.assert(fc.property(mutated, expectAgreement), { numRuns: 1_500 });
});

it('accepts every generated file, and refuses many of the changed ones', () => {
  const files = fc.sample(anyFile, { numRuns: 50, seed: 1 });
  expect(files.every((file) => accepts(file))).toBe(true);
  const refused = fc.sample(mutated, { numRuns: 200, seed: 1 }).filter((data) => !accepts(data));
  expect(refused.length).toBeGreaterThan(100);
});
