import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimFolder } from './claim-folder.ts';
import { type ProcessMark, thisProcess } from './this-process.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orgcontacts-claims-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const self = thisProcess();

/** The mark of a process that lived, and lives no more. */
const aDeadProcess = async (): Promise<ProcessMark> => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return { ...self, pid: child.pid ?? 0 };
};

it('is held by the living, whoever asks, and says what to do about it', () => {
  claimFolder(folder, self);
  expect(() => claimFolder(folder, self)).toThrow(
    `${folder} is in use by process ${self.pid} on ${self.host}. Remove ${join(folder, 'claim-00000001')} if there is no such process.`,
  );
});

it('ends with the process that made it, also when a later one has its number', async () => {
  claimFolder(folder, await aDeadProcess());
  claimFolder(folder, { ...self, began: 'long ago' });
  claimFolder(folder, self);
  expect(readdirSync(folder)).toEqual(['claim-00000003']);
});

it('does not end when its process is on another host, where nobody can see it from here', async () => {
  claimFolder(folder, { ...(await aDeadProcess()), host: 'another-host' });
  expect(() => claimFolder(folder, self)).toThrow('on another-host');
});

it('leaves one file behind, however often it is made and released', () => {
  for (let round = 0; round < 5; round++) claimFolder(folder, self)();
  expect(readdirSync(folder)).toEqual(['claim-00000005']);
});

it.each([
  ['empty', ''],
  ['torn', '{"pid":'],
  ['of another kind', '{"pid":"12"}'],
])('is not taken over from a claim that is %s: somebody has to look first', (_, text) => {
  const path = join(folder, 'claim-00000001');
  writeFileSync(path, text);
  expect(() => claimFolder(folder, self)).toThrow(`${path} is damaged. Remove it if no emulator uses ${folder}.`);
});

it('is not taken over from a claim that cannot be read: that is no sign of its release', () => {
  mkdirSync(join(folder, 'claim-00000001'));
  expect(() => claimFolder(folder, self)).toThrow('EISDIR');
});

it('is not given to one who was held up while others came and went: a number may be free because it is past', async () => {
  claimFolder(folder, await aDeadProcess());
  const heldUp = {
    ...self,
    // The mark is written between the look at what is there and the claim: just then it happens.
    toJSON: () => {
      writeFileSync(join(folder, 'claim-00000003'), JSON.stringify(self));
      rmSync(join(folder, 'claim-00000001'));
      return self;
    },
  };
  expect(() => claimFolder(folder, heldUp)).toThrow('in use');
  expect(readdirSync(folder)).toEqual(['claim-00000003']);
});
