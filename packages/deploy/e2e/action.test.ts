import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createEmulator, type Emulator } from 'orgcontacts-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bin = join(root, 'packages/orgcontacts/bin/orgcontacts.js');
const policyFor = (account: string) => `version: 1
contacts:
  desk: { name: Mary Major, title: Security, email: security@example.com, phone: "+1(555)555-5555" }
assignments:
  - match: { account: "${account}" }
    security: desk
`;

/** An action with its inputs and steps, as GitHub reads it. */
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly { readonly env?: Readonly<Record<string, string>> }[] };
}
const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

let emulator: Emulator;
let endpoint = '';
/** An ordinary member without a security contact. */
let member = '';
beforeAll(async () => {
  const { accounts, organization, ...rest } = createEmulator({ accounts: 4, quotas: 'off' }).snapshot();
  const special = [
    organization?.managementAccountId,
    ...(organization?.delegatedAdministrators ?? []).map(({ accountId }) => accountId),
  ];
  member = accounts.find(({ id }) => !special.includes(id))?.id ?? '';
  const cleared = accounts.map((each) => (each.id === member ? { ...each, contacts: {} } : each));
  emulator = createEmulator({ quotas: 'off', world: { ...rest, organization, accounts: cleared } });
  endpoint = (await emulator.listen()).url;
});
afterAll(() => emulator.close());

/** Runs the action's script as a runner does, with a program in place of npx and gh. */
const runAction = async (inputs: Readonly<Record<string, string>>, gh = 'exit 1') => {
  const folder = mkdtempSync(join(tmpdir(), 'orgcontacts-action-'));
  const program = (name: string, text: string) => {
    writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  program('npx', `echo "$2" >"${folder}/package"; shift 2; exec "${process.execPath}" "${bin}" "$@"`);
  program('gh', `printf '%s\\n' "$*" >>"${folder}/gh-calls"; ${gh}`);
  writeFileSync(join(folder, 'contacts.yaml'), policyFor(member));
  const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? '';
  const child = spawn(join(root, 'action/run.sh'), {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${folder}:${process.env['PATH']}`,
      HOME: folder,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      GITHUB_REPOSITORY: 'example/contacts',
      GITHUB_SHA: '0123456789abcdef',
      ORGCONTACTS_COMMAND: given('command'),
      ORGCONTACTS_POLICY: given('policy'),
      ORGCONTACTS_APPROVE: given('approve'),
      ORGCONTACTS_ARGUMENTS: given('arguments'),
      ORGCONTACTS_VERSION: given('version'),
      ORGCONTACTS_JOURNAL: join(folder, 'orgcontacts'),
      ORGCONTACTS_PULL_REQUEST: inputs['pull-request'] ?? '',
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: emulator.snapshot().organization?.managementAccountId ?? '',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'us-east-1',
    },
  });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  const outputs = Object.fromEntries(
    read('output')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('=')),
  );
  return { status, stdout, stderr, folder, read, outputs };
};

describe('the GitHub Action', () => {
  it('hands every input on, and nothing of them into a line of shell', () => {
    const whole = readFileSync(join(root, 'action.yml'), 'utf8');
    expect([...whole.matchAll(/run: .*\$\{\{/g)]).toEqual([]);
    const [run] = action.runs.steps;
    expect(Object.values(run?.env ?? {}).join(' ')).toContain('inputs.arguments');
    expect(action.inputs['version']?.default).toBe(
      JSON.parse(readFileSync(join(root, 'packages/orgcontacts/package.json'), 'utf8')).version,
    );
  });

  it('comments the plan with its fingerprint and masked values, and takes the plan file away', async () => {
    const { status, outputs, read, folder } = await runAction({ command: 'plan', 'pull-request': '7' }, 'exit 0');
    expect(status).toBe(0);
    expect(outputs['fingerprint']).toMatch(/^[0-9a-z-]+$/);
    expect(read('comment.md')).toContain(`<!-- orgcontacts plan: ${outputs['fingerprint']} -->`);
    expect(read('comment.md')).not.toContain('security@example.com');
    expect(read('gh-calls')).toContain('pr comment 7');
    expect(readdirSync(folder)).not.toContain('next.plan.json');
    expect(read('package')).toBe('orgcontacts@0.1.0\n');
  });

  it('fails a check while anything differs', async () => {
    const { status, outputs, read } = await runAction({ command: 'check' });
    expect(status).toBe(2);
    expect(outputs['status']).toBe('2');
    expect(read('summary')).toContain(member);
  });

  it('applies nothing without a plan on the merged pull request', async () => {
    const { status, stdout } = await runAction({ command: 'apply' });
    expect(status).toBe(1);
    expect(stdout).toContain('nothing was changed');
  });

  it('applies nothing when the plan is another one by now', async () => {
    const { status, stderr } = await runAction({ command: 'apply', approve: 'another-plan' });
    expect(status).toBe(5);
    expect(stderr).toContain('another-plan');
  });

  it('applies exactly the plan that was commented, and keeps the journal', async () => {
    const planned = await runAction({ command: 'plan' });
    const gh = `case "$*" in *commits*) echo 7 ;; *) printf 'somebody wrote this\\n<!-- orgcontacts plan: ${planned.outputs['fingerprint']} -->\\n' ;; esac`;
    const { status, outputs, folder } = await runAction({ command: 'apply' }, gh);
    expect(status).toBe(0);
    expect(outputs).toMatchObject({ status: '0', journal: 'yes', fingerprint: planned.outputs['fingerprint'] });
    expect(readdirSync(join(folder, 'orgcontacts/runs'))).toHaveLength(1);
    expect(emulator.snapshot().accounts.find(({ id }) => id === member)?.contacts.SECURITY?.Name).toBe('Mary Major');
  });

  it('refuses any other command', async () => {
    expect((await runAction({ command: 'undo; rm -rf /' })).status).toBe(1);
  });
});
