import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startEmulator } from './emulator-process.mjs';

const bin = fileURLToPath(new URL('../packages/orgcontacts/bin/orgcontacts.js', import.meta.url));
const management = '111122223333';

const policy = `version: 1
contacts:
  security-desk: { name: Mary Major, title: Security, email: security@example.com, phone: "+1 555 0100" }
assignments:
  - { match: all, security: security-desk }
`;

/** From the moment at which AWS would accept the call for a new account to the moment at which its contact is there, at AWS's real quotas. */
export const timeFromEvent = async () => {
  const atOnce = await measure([], 0);
  const afterAWhile = await measure(['--behaviour', 'newAccountReady=after-7-minutes'], 420_000);
  return [
    {
      name: 'seconds from a new account to its contact',
      figure: atOnce / 1000,
      bound: 5,
      detail: 'watch on the event stream of an emulator at the real quotas; AWS accepts the call at once',
    },
    {
      name: 'seconds from the moment AWS accepts the call to the contact',
      figure: afterAWhile / 1000,
      bound: 5,
      detail: 'the same; AWS denies all calls about the account for seven minutes, which are skipped on its clock',
    },
  ];
};

const measure = async (args, wait) => {
  const emulator = await startEmulator('--accounts', '8', '--instant', ...args);
  const folder = await mkdtemp(join(tmpdir(), 'orgcontacts-bench-'));
  await writeFile(join(folder, 'contacts.yaml'), policy);
  const watch = startWatch(emulator.url, folder);
  try {
    await watch.until(({ kind }) => kind === 'wrote');
    const later = wait > 0 ? watch.until(({ kind }) => kind === 'later') : undefined;
    let from = performance.now();
    const created = watch.until(({ kind, counts }) => kind === 'wrote' && counts.written === 1);
    await organizations(emulator.url, 'CreateAccount', { AccountName: 'new', Email: 'aws+new@example.com' });
    if (later) {
      await later;
      from = performance.now();
      await fetch(`${emulator.url}/_emulator/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advance: wait }),
      });
    }
    await created;
    return performance.now() - from;
  } finally {
    await watch.stop();
    await emulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const startWatch = (url, folder) => {
  const args = ['watch', '--yes', '--json', '--mode', 'restore', '--events', `${url}/_emulator/events`];
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: management,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
  };
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const waiting = new Set();
  createInterface({ input: child.stdout }).on('line', (line) => {
    for (const take of waiting) take(JSON.parse(line));
  });
  const until = (isSuch) =>
    new Promise((resolve, reject) => {
      const take = (line) => {
        if (!isSuch(line)) return;
        waiting.delete(take);
        resolve(line);
      };
      waiting.add(take);
      child.once('exit', (code) => reject(new Error(`watch ended with ${code}`)));
    });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { until, stop };
};

const organizations = async (url, operation, parameters) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSOrganizationsV20161128.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${management}/20261124/us-east-1/organizations/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: JSON.stringify(parameters),
  });
  if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`);
};
