import { expect, it } from 'vitest';
import { makeWorkplace } from '../../orgcontacts/e2e/run-command.ts';
import { startEmulator } from '../../orgcontacts/e2e/start-emulator.ts';
import { policy } from './policy.ts';

it('ends at once and without a word when it is stopped in the middle of reading', async () => {
  // At AWS's pace this organization takes minutes.
  const emulator = await startEmulator(['--accounts', '300', '--seed', '1']);
  const workplace = await makeWorkplace(emulator.url, '111122223333');
  await workplace.write('contacts.yaml', policy);
  const { child, ended } = workplace.start('ui');
  const listens = new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
  await listens;
  const calls = async () => (await emulator.calls()).filter(({ operation }) => operation === 'ListTagsForResource');
  while ((await calls()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  const { status, stderr } = await ended;
  await emulator.stop();
  expect(status).toBe(0);
  expect(stderr).not.toMatch(/Error|at .*\.js/);
});
