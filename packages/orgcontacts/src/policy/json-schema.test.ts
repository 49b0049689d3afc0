import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderJsonSchema } from './json-schema.ts';

const file = new URL('../../policy.schema.json', import.meta.url);

it('keeps policy.schema.json as the schema of the parser says', () => {
  if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(file, renderJsonSchema());
  expect(readFileSync(file, 'utf8')).toBe(renderJsonSchema());
});

it('tells editors what belongs at the top and refuses anything else there', () => {
  const schema: unknown = JSON.parse(renderJsonSchema());
  expect(schema).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['version', 'contacts', 'assignments'],
    additionalProperties: false,
    properties: { version: { const: 1 }, mode: { enum: ['enforce', 'fill-missing', 'report-only'] } },
  });
});
