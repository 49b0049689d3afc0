import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimFolder } from './claim-folder.ts';
import { type ProcessMark, thisProcess } from './this-process.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgcontacts-claims-'));
});
afterEach(() => rm(folder, { recursive: true }));

const self = thisProcess();

/** The mark of a process that lived, and lives no more. */
const aDeadProcess = async (): Promise<ProcessMark> => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return { ...self, pid: child.pid ?? 0 };
};

it('is held by the living, whoever asks', async () => {
  await claimFolder(folder, self);
  expect(await claimFolder(folder, self)).toEqual({
    kind: 'taken',
    by: `process ${self.pid} on ${self.host}, since ${self.since}`,
  });
});

it('ends with the process that made it', async () => {
  await claimFolder(folder, await aDeadProcess());
  expect(await claimFolder(folder, self)).toMatchObject({ kind: 'held' });
});

it('ends with its process also when a later one has its number', async () => {
  await claimFolder(folder, { ...self, began: 'long ago' });
  expect(await claimFolder(folder, self)).toMatchObject({ kind: 'held' });
});

it('does not end when its process is on another host, where nobody can see it from here', async () => {
  await claimFolder(folder, { ...(await aDeadProcess()), host: 'another-host' });
  expect(await claimFolder(folder, self)).toMatchObject({ kind: 'taken', by: expect.stringContaining('another-host') });
});

it('is given to one of many who find a dead one at the same time', async () => {
  await claimFolder(folder, await aDeadProcess());
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimFolder(folder, self)));
  expect(claims.filter(({ kind }) => kind === 'held')).toHaveLength(1);
});

it('leaves one file behind, however often it is made and released', async () => {
  for (let round = 0; round < 5; round++) {
    const claim = await claimFolder(folder, self);
    if (claim.kind === 'held') await claim.release();
  }
  expect(await readdir(folder)).toEqual(['00000005']);
});

it.each([
  ['empty', ''],
  ['torn', '{"pid":'],
  ['of another kind', '{"pid":"12"}'],
  ['no object', 'null'],
])('is not taken over from a claim that is %s: somebody has to look first', async (_, text) => {
  await writeFile(join(folder, '00000001'), text);
  expect(await claimFolder(folder, self)).toEqual({
    kind: 'taken',
    by: `its claim ${join(folder, '00000001')} is damaged (remove that file if there is no such run)`,
  });
});

it('is not taken over from a claim that cannot be read: that is no sign of its release', async () => {
  await mkdir(join(folder, '00000001'));
  await expect(claimFolder(folder, self)).rejects.toMatchObject({ code: 'EISDIR' });
});

it('is not given to one who was held up while others came and went: a number may be free because it is past', async () => {
  await claimFolder(folder, await aDeadProcess());
  const holder = JSON.stringify(self);
  const heldUp = {
    ...self,
    // The mark is written between the look at what is there and the claim: just then it happens.
    toJSON: () => {
      writeFileSync(join(folder, '00000003'), holder);
      rmSync(join(folder, '00000001'));
      return self;
    },
  };
  expect(await claimFolder(folder, heldUp)).toMatchObject({ kind: 'taken' });
  expect(await readdir(folder)).toEqual(['00000003']);
});
