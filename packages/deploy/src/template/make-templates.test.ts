import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeTemplates, renderTemplate } from './make-templates.ts';

const templates = makeTemplates();
const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../templates/orgcontacts-${name}.template.json`, import.meta.url));

describe('the committed templates', () => {
  it.each(Object.entries(templates))('are current: %s', (name, template) => {
    if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(fileOf(name), renderTemplate(template));
    expect(readFileSync(fileOf(name), 'utf8')).toBe(renderTemplate(template));
  });
});
