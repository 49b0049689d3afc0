import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { publicNames } from '../../../tests/public-names.ts';

const packages = fileURLToPath(new URL('../../', import.meta.url));

it.each(['orgcontacts', 'emulator'])('%s has nothing that publint would complain about', async (name) => {
  const { messages, pkg } = await publint({ pkgDir: `${packages}${name}`, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

describe('what is built', () => {
  it.each(Object.entries(publicNames))('exports from %s what its sources do', async (entry, { values }) => {
    expect(Object.keys(await import(entry)).toSorted()).toEqual(values);
  });
});
