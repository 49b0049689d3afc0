import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { anIo } from './io.builder.ts';
import { readSetting } from './read-setting.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-setting-'));
});

const settingWith = async (text?: string, journal = join(folder, 'journal')) => {
  const policy = join(folder, 'contacts.yaml');
  if (text !== undefined) await writeFile(policy, text);
  return readSetting(anIo(), { policy, journal, isPolicyNamed: true });
};

it('knows what runs here, the SDK that is there and the one that was tested', async () => {
  const { versions } = await settingWith();
  expect(versions).toMatchObject({ node: process.versions.node, sdkTested: '~3.1169.0' });
  expect(versions.tool).toMatch(/^\d+\.\d+\.\d+/);
  expect(versions.sdk).toMatch(/^3\.1169\.\d+$/);
});

it('says whether there is a policy file, and whether it is valid', async () => {
  const file = join(folder, 'contacts.yaml');
  expect((await settingWith()).policy).toEqual({ kind: 'missing', file, isNamed: true });
  expect((await settingWith('version: 1\ncontacts: {}\nassignments: []\n')).policy).toMatchObject({
    kind: 'valid',
    file,
  });
  expect((await settingWith('version: 1\n')).policy).toEqual({ kind: 'invalid', file, errors: expect.any(Number) });
});

it('says whether journals can be kept', async () => {
  expect((await settingWith()).journal).toEqual({ kind: 'usable', place: join(folder, 'journal') });
  await writeFile(join(folder, 'file'), '');
  expect((await settingWith(undefined, join(folder, 'file'))).journal).toEqual({
    kind: 'unusable',
    place: join(folder, 'file'),
    because: expect.stringContaining('ENOTDIR'),
  });
});
