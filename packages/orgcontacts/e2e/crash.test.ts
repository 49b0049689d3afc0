import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { fast, management, securityForAll } from './policies.ts';
import { makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator, type WorldContacts } from './start-emulator.ts';

/** How many writes have gone out when the process is killed; CRASH_MOMENTS widens it. */
const moments = (process.env['CRASH_MOMENTS'] ?? '1,7,23').split(',').map(Number);

let emulator: RunningEmulator | undefined;
afterEach(() => emulator?.stop());

const killedAfter = async (writes: number) => {
  emulator = await startEmulator(['--accounts', '50', '--seed', '3', '--quotas', 'off', '--latency', '8']);
  const work = await makeWorkplace(emulator.url, management);
  await work.write('contacts.yaml', securityForAll);
  const before = await emulator.contacts();
  const { child, ended } = work.start('apply', '--yes', '--quota-times', '30');
  while ((await putsIn(emulator)).length < writes) {
    if (child.exitCode !== null) throw new Error(`The run had no ${writes} writes: ${(await ended).stdout}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  child.kill('SIGKILL');
  await ended;
  return { emulator, work, before };
};

const putsIn = async (running: RunningEmulator) =>
  (await running.calls()).filter(({ operation }) => operation === 'PutAlternateContact');

const wanted = {
  Name: 'Mary Major',
  Title: 'Security Contact',
  EmailAddress: 'security-contact@example.com',
  PhoneNumber: '+1(555)555-5555',
};

const journalOf = async ({ folder }: Workplace) => {
  const runs = join(folder, '.orgcontacts', 'runs');
  const [run = ''] = await readdir(runs);
  const lines = (await readFile(join(runs, run, 'journal.jsonl'), 'utf8')).split('\n').slice(0, -1);
  return lines.map((line): { kind: string; accountId?: string } => JSON.parse(line));
};

it.each(moments)(
  'killed after %i writes, each contact is as before or as planned, and the journal accounts for every write',
  async (writes) => {
    const { emulator: running, work, before } = await killedAfter(writes);
    const after = await running.contacts();
    for (const [id, contacts] of Object.entries(after))
      expect([before[id], { ...before[id], SECURITY: security(after, id) }]).toContainEqual(contacts);
    for (const [id] of Object.entries(after))
      expect([security(before, id), expect.objectContaining(wanted)]).toContainEqual(security(after, id));
    const intended = new Set(
      (await journalOf(work)).filter(({ kind }) => kind === 'intent').map(({ accountId }) => accountId),
    );
    const written = (await putsIn(running)).map(({ account }) => account ?? management);
    expect(written.filter((account) => !intended.has(account))).toEqual([]);
  },
);

it.each(moments)('killed after %i writes, resume ends in the planned state', async (writes) => {
  const { work } = await killedAfter(writes);
  expect(await work.run('resume', 'last', ...fast)).toMatchObject({ status: 0 });
  const planned = await work.run('plan', '--json', '--exit-code', ...fast);
  expect(JSON.parse(planned.stdout).plan.changes).toEqual([]);
});

it.each(moments)('killed after %i writes, undo ends in the state before', async (writes) => {
  const { emulator: running, work, before } = await killedAfter(writes);
  expect(await work.run('undo', 'last', '--yes', ...fast)).toMatchObject({ status: 0 });
  expect(await running.contacts()).toEqual(before);
});

const security = (world: WorldContacts, id: string): unknown => world[id]?.['SECURITY'];
