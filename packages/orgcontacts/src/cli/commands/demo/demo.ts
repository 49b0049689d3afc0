import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator } from 'orgcontacts-emulator';
import { makeFileJournalStore } from '../../../journal/file/file-journal-store.ts';
import { readPlan } from '../../../plan/read-plan.ts';
import type { CommandModule, Invocation } from '../../command.ts';
import type { ExitReason } from '../../exit-code.ts';
import { exitCodes } from '../../exit-code.ts';
import { createAccount } from './aws/create-account.ts';
import { contactsOf, differencesBetween } from './compare-contacts.ts';
import { demoPolicy } from './demo-policy.ts';
import { makeNarrator } from './narrator.ts';

/** AWS's quotas are the pace of every real run; nobody wants to wait for them in a demonstration. */
const speedUp = 25;
/** The commands follow each other within a second, too fast for the buckets to fill again; so each takes a little less. */
const pace = 18;
const accounts = 120;

interface DemoOptions {
  readonly keep?: boolean;
}

/** Tells the whole story on an emulated organization: real commands, real HTTP calls by the AWS SDK, a real journal on disk. */
export const demo: CommandModule = {
  describe: (command) =>
    command.option('--keep', 'keep the folder with the policy and the journals').addHelpText(
      'after',
      `
Examples:
  orgcontacts demo
  orgcontacts demo --keep

It needs no AWS account, ignores your AWS profile, and talks to 127.0.0.1 only.`,
    ),
  run: async (invocation) => {
    const { keep } = invocation.command.opts<DemoOptions>();
    const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-demo-'));
    const home = process.cwd();
    const emulator = createEmulator({ accounts, seed: 1, quotas: `x${speedUp}` });
    const { url } = await emulator.listen({ port: 0 });
    try {
      useEmulator(url, folder);
      process.chdir(folder);
      return await tell(invocation, emulator);
    } finally {
      process.chdir(home);
      await emulator.close();
      if (keep) invocation.io.out(`Kept: ${folder}\n`);
      else await rm(folder, { recursive: true });
    }
  },
};

/** From here on the SDK sees the emulator and nothing of the user's own configuration. */
const useEmulator = (url: string, folder: string): void => {
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_') && !name.startsWith('AWS_SDK_JS')) delete process.env[name];
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'demo',
    AWS_REGION: 'us-east-1',
    AWS_CONFIG_FILE: join(folder, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
  });
};

type Emulator = ReturnType<typeof createEmulator>;

const tell = async ({ io, call }: Invocation, emulator: Emulator): Promise<ExitReason> => {
  const before = contactsOf(emulator.snapshot());
  const { say, step, show, run } = makeNarrator(io, call, ['--quota-times', String(pace)]);
  say(`An organization of ${accounts} accounts, emulated on this machine. Its API quotas are AWS's own,`);
  say(
    `speeded up ${speedUp} times for this demonstration. Everything else is real: the commands, the HTTP calls, the journal.`,
  );

  step('One small file says whom AWS calls');
  await writeFile('contacts.yaml', demoPolicy);
  show(demoPolicy);

  step('What would change? Reading is the default');
  await run(['plan', '--out', 'first.plan.json'], [exitCodes.done, exitCodes.refused]);
  const fingerprint = await fingerprintOf('first.plan.json');
  say(
    'Some contacts were set by hand, and changing many of them at once passes a limit: it needs the approval of exactly this plan.',
  );

  step('Apply exactly that plan, with a journal, at the pace of the quotas');
  await run(['apply', 'first.plan.json', '--approve', fingerprint, '--yes', '--reason', 'demonstration']);

  step('Is everything in sync?');
  await run(['check']);

  step('A new account appears, and AWS gives it no contacts');
  const unit = unitCalled('Prod', emulator);
  const created = await createAccount(
    { name: 'payments-prod-new', email: 'payments-prod-new@example.com', unit },
    io.clock,
  );
  say(`Created account ${created} in Workloads/Prod.`);
  await run(['check', '--account', created], [exitCodes.differences]);
  await run(['apply', '--yes', '--reason', 'new account']);
  await run(['explain', created, 'OPERATIONS']);

  step('Take it all back, the last run first');
  await run(['history']);
  await run(['undo', 'last', '--yes']);
  await run(['undo', await firstRun(), '--yes']);

  step('Proof: every contact of every account, before and now');
  const differences = differencesBetween(before, contactsOf(emulator.snapshot()));
  for (const difference of differences) say(`  differs: ${difference}`);
  if (differences.length > 0) return 'error';
  say(io.paint('good', `All ${before.size} contacts are as they were before, and none was added.`));
  return 'done';
};

const fingerprintOf = async (file: string): Promise<string> => {
  const read = readPlan(await readFile(file, 'utf8'));
  if (read.kind !== 'plan') throw new Error(`The plan just saved cannot be read: ${read.because}`);
  return read.plan.fingerprint;
};

const firstRun = async (): Promise<string> => {
  const [first] = await makeFileJournalStore('.orgcontacts').list();
  if (first === undefined) throw new Error('The demonstration left no run.');
  return first;
};

const unitCalled = (name: string, emulator: Emulator): string => {
  const unit = emulator.snapshot().units.find((each) => each.name === name);
  if (!unit) throw new Error(`The emulated organization has no unit ${name}.`);
  return unit.id;
};
