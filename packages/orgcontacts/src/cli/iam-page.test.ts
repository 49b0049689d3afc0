import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reasons } from '../iam/reasons.ts';
import { runLine } from './io.builder.ts';

let page: string;
let folder: string;
beforeAll(async () => {
  page = await readFile(new URL('../../../../docs/iam.md', import.meta.url), 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-iam-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The one block of the page in this language. */
const blockOf = (language: string): string => {
  const blocks = [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, text = '']) => text);
  expect(blocks).toHaveLength(1);
  return blocks[0] ?? '';
};

it('shows what the command prints for its example', async () => {
  const policy = join(folder, 'contacts.yaml');
  await writeFile(policy, blockOf('yaml'));
  const asked = ['--account', '111122223333', '--organization', 'o-exampleorgid', '--caller', '222233334444'];
  expect(await runLine(['iam', '--policy', policy, ...asked])).toMatchObject({ status: 0, out: blockOf('json') });
});

it('says of every action what it is for, in the words of the command', () => {
  for (const [action, because] of Object.entries(reasons)) expect(page).toContain(`| \`${action}\` | ${because} |`);
});
