import { readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fast, management, securityEnforced, securityForAll } from './policies.ts';
import { makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator(['--accounts', '20', '--seed', '5', '--quotas', 'off', '--latency', '3-25']);
});
afterAll(() => emulator.stop());

/** One line of a journal, as far as it is looked at here. */
interface Line {
  readonly kind: string;
  readonly item?: number;
  readonly accountId?: string;
  readonly after?: { readonly name: string } | null;
  readonly how?: string;
}

const journalOf = async ({ folder }: Workplace): Promise<readonly Line[]> => {
  const runs = join(folder, '.orgcontacts', 'runs');
  const [run = ''] = await readdir(runs);
  const text = await readFile(join(runs, run, 'journal.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

/** A workplace with a saved plan that gives everybody this name, and how it is applied. */
const aParty = async (name: string) => {
  const work = await makeWorkplace(emulator.url, management);
  await work.write('contacts.yaml', securityEnforced.replace('Mary Major', name));
  const { plan } = JSON.parse((await work.run('plan', '--json', '--out', 'its.plan.json', ...fast)).stdout);
  const apply = () => work.run('apply', 'its.plan.json', '--yes', '--approve', plan.fingerprint, '--quota-times', '4');
  return { name, work, apply };
};

const securityNames = async (): Promise<Readonly<Record<string, string | undefined>>> => {
  const contacts = await emulator.contacts();
  return Object.fromEntries(
    Object.entries(contacts).map(([id, { SECURITY: contact }]) => [
      id,
      // A contact of a world has a name.
      (contact as { Name: string } | undefined)?.Name,
    ]),
  );
};

it('two applies that want different things at once: one of the two values everywhere, true journals, and no undo of what was not written', async () => {
  const before = await securityNames();
  const parties = [await aParty('Paulo Santos'), await aParty('Nikki Wolf')];
  const ended = await Promise.all(parties.map(({ apply }) => apply()));
  for (const { status } of ended) expect([0, 4]).toContain(status);
  const after = await securityNames();
  const changed = Object.keys(after).filter((id) => after[id] !== before[id]);
  expect(changed.length).toBeGreaterThan(15);
  // Who comes second skips what the first one wrote; which of them that is, and where they meet, is another thing each time.
  const names = parties.map(({ name }) => name);
  expect(changed.filter((id) => !names.includes(after[id] ?? ''))).toEqual([]);

  const calls = await emulator.calls();
  for (const { name, work } of parties) {
    const lines = await journalOf(work);
    const intents = lines.filter(({ kind }) => kind === 'intent');
    const sent = calls.filter(
      ({ operation, parameters }) => operation === 'PutAlternateContact' && parameters?.['Name'] === name,
    );
    expect(intents.map(({ accountId }) => accountId).sort()).toEqual(
      sent.map(({ account }) => account ?? management).sort(),
    );
    expect(intents.filter((line) => line.after?.name !== name)).toEqual([]);
  }

  for (const [mine, yours] of [parties, parties.toReversed()]) {
    const theirs = Object.entries(await securityNames()).filter(([, name]) => name === yours?.name);
    expect([0, 4]).toContain((await mine?.work.run('undo', 'last', '--yes', ...fast))?.status);
    const undone = await securityNames();
    expect(theirs.filter(([id, name]) => undone[id] !== name)).toEqual([]);
    expect(Object.values(undone)).not.toContain(mine?.name);
  }
  expect(await securityNames()).toEqual(before);
});

it('a second apply from the same folder is refused while the first one goes on, and says who is at it', async () => {
  await emulator.send('POST', '/_emulator/reset');
  const work = await makeWorkplace(emulator.url, management);
  await work.write('contacts.yaml', securityForAll);
  const running = work.start('apply', '--yes', '--quota-times', '1');
  while (!(await emulator.calls()).some(({ operation }) => operation === 'PutAlternateContact')) {
    expect(running.child.exitCode).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const refused = await work.run('apply', '--yes', ...fast);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(
    `Another run is under way in .orgcontacts: process ${running.child.pid} on ${hostname()}, since `,
  );
  running.child.kill('SIGINT');
  expect((await running.ended).status).toBe(130);
  expect(await work.run('resume', 'last', ...fast)).toMatchObject({ status: 0 });
});
