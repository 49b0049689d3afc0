import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fast, management, securityForAll } from './policies.ts';
import { makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator, type WorldContacts } from './start-emulator.ts';

/** How many moments are tried; npm run test:crash tries 200. CRASH_SEED makes them others. */
const count = Number(process.env['CRASH_MOMENTS'] ?? 3);
const seed = Number(process.env['CRASH_SEED'] ?? 1);

/** A whole apply makes about so many calls here; a later moment lets it end by itself. */
const callsOfRun = 165;

/** When the process is killed: after so many calls of any kind, and so many milliseconds more. */
interface Moment {
  readonly calls: number;
  readonly more: number;
}

const anyMoment: fc.Arbitrary<Moment> = fc.record({
  calls: fc.integer({ min: 1, max: callsOfRun }),
  more: fc.nat({ max: 11 }),
});

/** The same for the same seed, and as likely late as early. */
const moments = fc.sample(fc.noBias(anyMoment), { numRuns: count, seed });

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const callsOf = async (emulator: RunningEmulator): Promise<number> => {
  // The control address's documented answer.
  const { calls } = (await emulator.get('/_emulator/calls?limit=1')) as { calls: readonly { seq: number }[] };
  return (calls[0]?.seq ?? -1) + 1;
};

/** Starts apply against an emulator of its own, kills it at a moment, and hands over what is there then. */
const killedAt = async (
  { calls, more }: Moment,
  then: (killed: { emulator: RunningEmulator; work: Workplace; before: WorldContacts }) => Promise<void>,
): Promise<void> => {
  const emulator = await startEmulator(['--accounts', '50', '--seed', '3', '--quotas', 'off', '--latency', '8']);
  try {
    const work = await makeWorkplace(emulator.url, management);
    await work.write('contacts.yaml', securityForAll);
    const before = await emulator.contacts();
    const { child, ended } = work.start('apply', '--yes', '--quota-times', '30');
    while (child.exitCode === null && (await callsOf(emulator)) < calls) await sleep(2);
    await sleep(more);
    child.kill('SIGKILL');
    await ended;
    await then({ emulator, work, before });
  } finally {
    await emulator.stop();
  }
};

const wanted = {
  Name: 'Mary Major',
  Title: 'Security Contact',
  EmailAddress: 'security-contact@example.com',
  PhoneNumber: '+1(555)555-5555',
};

/** The states of accounts that a run leaves alone are not ACTIVE; everybody else without a contact gets one. */
const planned = async (emulator: RunningEmulator, before: WorldContacts): Promise<WorldContacts> => {
  // The control address's documented answer.
  const { accounts } = (await emulator.get('/_emulator/world')) as {
    accounts: readonly { id: string; state: string }[];
  };
  return Object.fromEntries(
    accounts.map(({ id, state }) => [
      id,
      state === 'ACTIVE' ? { SECURITY: wanted, ...before[id] } : (before[id] ?? {}),
    ]),
  );
};

const journalsOf = async ({ folder }: Workplace) => {
  const runs = join(folder, '.orgcontacts', 'runs');
  const names = await readdir(runs).catch(() => []);
  const texts = await Promise.all(
    names.map((run) => readFile(join(runs, run, 'journal.jsonl'), 'utf8').catch(() => '')),
  );
  return texts.flatMap((text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line): { kind: string; accountId?: string } => JSON.parse(line)),
  );
};

/** Whether a run had begun: before its header nothing was written. */
const hasBegun = async (work: Workplace): Promise<boolean> =>
  (await journalsOf(work)).some(({ kind }) => kind === 'header');

const name = 'killed after %o';

it.concurrent.each(moments)(
  `${name}, each contact is as before or as planned, the journal accounts for every write, and resume ends in exactly the planned state`,
  async (moment) => {
    await killedAt(moment, async ({ emulator, work, before }) => {
      const after = await emulator.contacts();
      const goal = await planned(emulator, before);
      for (const [id, contacts] of Object.entries(after)) expect([before[id], goal[id]]).toContainEqual(contacts);
      const intended = new Set(
        (await journalsOf(work)).flatMap(({ kind, accountId }) => (kind === 'intent' ? [accountId] : [])),
      );
      const writes = (await emulator.calls()).filter(({ operation }) => /^(Put|Delete)/.test(operation));
      expect(writes.map(({ account }) => account ?? management).filter((id) => !intended.has(id))).toEqual([]);
      if (!(await hasBegun(work))) return expect(after).toEqual(before);
      expect(await work.run('resume', 'last', ...fast)).toMatchObject({ status: 0 });
      expect(await emulator.contacts()).toEqual(goal);
      expect(await work.run('history', 'verify')).toMatchObject({ status: 0 });
    });
  },
);

it.concurrent.each(moments)(`${name}, undo ends in exactly the state before`, async (moment) => {
  await killedAt(moment, async ({ emulator, work, before }) => {
    if (await hasBegun(work)) expect(await work.run('undo', 'last', '--yes', ...fast)).toMatchObject({ status: 0 });
    expect(await emulator.contacts()).toEqual(before);
  });
});
