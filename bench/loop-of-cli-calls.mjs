import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmulator } from './emulator-process.mjs';

const bin = fileURLToPath(new URL('../packages/orgcontacts/bin/orgcontacts.js', import.meta.url));
const accounts = 30;

const policy = `version: 1
contacts:
  desk: { name: Mary Major, title: Security Contact, email: security-contact@example.com, phone: "+1(555)555-5555" }
assignments:
  - { match: all, security: desk }
  - { match: { account: "111122223333" }, security: unmanaged }
`;

/** The loop that AWS's post of 2021-09-30 describes: every account but the management account, one call each, 0.2 s between them. */
const loop = `for account in $(aws organizations list-accounts --query 'Accounts[].Id' --output text); do
  [ "$account" = 111122223333 ] && continue
  aws account put-alternate-contact --account-id "$account" --alternate-contact-type=SECURITY \\
    --email-address=security-contact@example.com --phone-number="+1(555)555-5555" --title="Security Contact" --name="Mary Major"
  sleep 0.2
done`;

const timed = (command, args, options) =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let told = '';
    child.stderr.on('data', (text) => {
      told += text;
    });
    child.once('exit', (code) => {
      if (code === 0) resolve((performance.now() - startedAt) / 1000);
      else reject(new Error(`${command} ended with ${code}: ${told}`));
    });
  });

/** A world of so many ACTIVE members without contacts, at AWS's quotas. */
const inFreshWorld = async (work) => {
  const emulator = await startEmulator('--accounts', String(accounts + 1), '--quotas', 'aws');
  try {
    const world = await (await fetch(`${emulator.url}/_emulator/world`)).json();
    const bare = world.accounts.map((account) => ({ ...account, state: 'ACTIVE', contacts: {} }));
    await fetch(`${emulator.url}/_emulator/world`, {
      method: 'PUT',
      body: JSON.stringify({ ...world, accounts: bare }),
    });
    const took = await work(emulator.url);
    const { accounts: after } = await (await fetch(`${emulator.url}/_emulator/world`)).json();
    const written = after.filter(({ contacts }) => contacts.SECURITY).length;
    if (written !== accounts) throw new Error(`${written} contacts were written, expected ${accounts}`);
    return took;
  } finally {
    await emulator.stop();
  }
};

/** Plan and apply of one contact type over the loop that AWS's own post offers, both at the same quotas. */
export const loopOfCliCalls = async () => {
  if (spawnSync('aws', ['--version']).status !== 0) {
    console.log('skip the loop of AWS CLI calls: there is no aws on the PATH');
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-bench-'));
  const envOf = (url) => ({
    ...process.env,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
  });
  try {
    await writeFile(join(folder, 'contacts.yaml'), policy);
    const args = [bin, 'apply', '--yes', '--quota-share', '1'];
    const ours = await inFreshWorld((url) => timed(process.execPath, args, { cwd: folder, env: envOf(url) }));
    const theirs = await inFreshWorld((url) => timed('bash', ['-c', loop], { cwd: folder, env: envOf(url) }));
    return [
      {
        name: `${accounts} accounts, one contact type: orgcontacts apply over the same loop of AWS CLI calls`,
        figure: ours / theirs,
        bound: 1,
        detail: `${ours.toFixed(1)} s with listing, planning, journal and confirmation; ${theirs.toFixed(1)} s without`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
};
