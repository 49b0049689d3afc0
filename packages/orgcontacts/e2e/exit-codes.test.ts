import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { delegated, fast, management, securityEnforced, securityForAll } from './policies.ts';
import { makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

let emulator: RunningEmulator;
let work: Workplace;

beforeAll(async () => {
  emulator = await startEmulator(['--accounts', '60', '--seed', '1', '--quotas', 'off']);
});
afterAll(() => emulator.stop());
beforeEach(async () => {
  await emulator.send('POST', '/_emulator/reset');
  await emulator.send('DELETE', '/_emulator/calls');
  work = await makeWorkplace(emulator.url, management);
  await work.write('contacts.yaml', securityForAll);
});

it('ends with 0 when a plan was applied whole, and when everything is in sync', async () => {
  const applied = await work.run('apply', '--yes', ...fast);
  expect(applied.stderr).toContain(`called from management account ${management}`);
  expect(applied).toMatchObject({ status: 0 });
  const again = await work.run('plan', '--exit-code', ...fast);
  expect(again.stdout).toContain('No change');
});

it('ends with 1 for a policy with mistakes, and asks AWS nothing', async () => {
  await work.write('contacts.yaml', 'version: 1\ncontacts: {}\nassignments:\n  - match: all\n    security: nobody\n');
  const planned = await work.run('plan', ...fast);
  expect(planned.status).toBe(1);
  expect(planned.stderr).toContain('contacts.yaml:5:15');
  expect(await emulator.calls()).toEqual([]);
});

it('ends with 2 when check finds a difference, and when plan is asked to tell', async () => {
  expect(await work.run('check', ...fast)).toMatchObject({ status: 2 });
  expect(await work.run('plan', '--exit-code', ...fast)).toMatchObject({ status: 2 });
  expect(await work.run('plan', ...fast)).toMatchObject({ status: 0 });
});

it('ends with 3 without a terminal and without --yes, and when a limit is passed', async () => {
  const unasked = await work.run('apply', ...fast);
  expect(unasked).toMatchObject({ status: 3 });
  expect(unasked.stderr).toContain('--yes');
  await work.run('apply', '--yes', ...fast);
  await work.write('contacts.yaml', securityEnforced.replace('Mary Major', 'Mary Minor'));
  const refused = await work.run('apply', '--yes', ...fast);
  expect(refused).toMatchObject({ status: 3 });
  const [, fingerprint = ''] = /--approve ([0-9a-f]{16})/.exec(refused.stderr) ?? [];
  expect(await work.run('apply', '--yes', '--approve', fingerprint, ...fast)).toMatchObject({ status: 0 });
});

it('ends with 4 when an item could not be written', async () => {
  const rule = { operation: 'PutAlternateContact', error: 'AccessDenied', times: 1 };
  await emulator.send('PUT', '/_emulator/faults', [rule]);
  const applied = await work.run('apply', '--yes', ...fast);
  expect(applied).toMatchObject({ status: 4 });
  expect(applied.stdout).toContain('1 failed');
  expect(await work.run('resume', 'last', ...fast)).toMatchObject({ status: 0 });
});

it('ends with 5 for a plan that was made from another account, and for an approval of another plan', async () => {
  expect(await work.run('plan', '--out', 'old.plan.json', ...fast)).toMatchObject({ status: 0 });
  const other = await makeWorkplace(emulator.url, delegated);
  await other.write('old.plan.json', await readFile(join(work.folder, 'old.plan.json'), 'utf8'));
  expect(await other.run('apply', 'old.plan.json', '--yes', ...fast)).toMatchObject({ status: 5 });
  expect(await work.run('apply', '--yes', '--approve', '0123456789abcdef', ...fast)).toMatchObject({ status: 5 });
});

it('ends with 6 when a managed account cannot be reached: the management account, from the delegated administrator', async () => {
  const other = await makeWorkplace(emulator.url, delegated);
  await other.write('contacts.yaml', securityForAll);
  const applied = await other.run('apply', '--yes', ...fast);
  expect(applied).toMatchObject({ status: 6 });
  expect(applied.stdout).toContain(`cannot be reached from here: ${management}`);
});

it('ends with 130 when it is interrupted, with a complete journal that resume goes on from', async () => {
  const slow = await startEmulator(['--accounts', '40', '--seed', '1', '--quotas', 'off', '--latency', '50']);
  try {
    const there = await makeWorkplace(slow.url, management);
    await there.write('contacts.yaml', securityForAll);
    const { child, ended } = there.start('apply', '--yes', '--quota-share', '0.5', '--quota-times', '20');
    await untilFirstWrite(slow);
    child.kill('SIGINT');
    const interrupted = await ended;
    expect(interrupted).toMatchObject({ status: 130 });
    expect(interrupted.stdout).toContain('orgcontacts resume');
    expect(await there.run('resume', 'last', ...fast)).toMatchObject({ status: 0 });
    expect((await there.run('plan', ...fast)).stdout).toContain('No change');
  } finally {
    await slow.stop();
  }
});

it('leaves an account whose tags could not be read unresolved and unwritten, and check ends with 6', async () => {
  const world = await emulator.contacts();
  const [untagged = ''] = Object.keys(world).filter(
    (id) => id !== management && id !== delegated && !world[id]?.['SECURITY'],
  );
  const byTag = `${securityForAll}  - match: { tag: { team: payments } }\n    security: unmanaged\n`;
  await work.write('contacts.yaml', byTag);
  const rule = { operation: 'ListTagsForResource', account: untagged, error: 'AccessDenied' };
  await emulator.send('PUT', '/_emulator/faults', [rule]);
  expect(await work.run('apply', '--yes', ...fast)).toMatchObject({ status: 6 });
  const checked = await work.run('check', '--json', ...fast);
  expect(checked.status).toBe(6);
  expect(JSON.parse(checked.stdout).plan.leftAlone).toContainEqual(
    expect.objectContaining({ kind: 'unresolved', accountId: untagged, type: 'SECURITY' }),
  );
  expect((await emulator.contacts())[untagged]).not.toHaveProperty('SECURITY');
  const writes = (await emulator.calls()).filter(({ operation }) => operation.startsWith('Put'));
  expect(writes.filter(({ account }) => account === untagged)).toEqual([]);
});

const untilFirstWrite = async (slow: RunningEmulator): Promise<void> => {
  while (!(await slow.calls()).some(({ operation }) => operation === 'PutAlternateContact')) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
