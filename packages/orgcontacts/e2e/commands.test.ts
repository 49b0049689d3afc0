import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delegated, fast, management, securityEnforced, securityForAll } from './policies.ts';
import { type Ended, makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator, type WorldContacts } from './start-emulator.ts';

let emulator: RunningEmulator;
let work: Workplace;

/** The demo has an emulator of its own and takes its time, so it runs beside the other tests. */
let demo: ReturnType<typeof runDemo>;

beforeAll(async () => {
  demo = runDemo();
  emulator = await startEmulator(['--accounts', '12', '--seed', '1', '--quotas', 'off']);
});
afterAll(() => emulator.stop());
beforeEach(async () => {
  await emulator.send('POST', '/_emulator/reset');
  await emulator.send('DELETE', '/_emulator/calls');
  work = await makeWorkplace(emulator.url, management);
  await work.write('contacts.yaml', securityForAll);
});

/** Runs the demo in an empty home, with a profile that does not exist. */
const runDemo = async () => {
  const home = await mkdtemp(join(tmpdir(), 'orgcontacts-home-'));
  const bin = fileURLToPath(new URL('../bin/orgcontacts.js', import.meta.url));
  const env = { PATH: process.env['PATH'], HOME: home, AWS_PROFILE: 'nonexistent', TMPDIR: home };
  const child = spawn(process.execPath, [bin, 'demo'], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  child.stderr.resume();
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, text, home };
};

/** What the emulator's world says of units and tags; its documented answer. */
interface World {
  readonly units: readonly { id: string; name: string; parent?: string }[];
  readonly accounts: readonly { id: string; name: string; unit?: string; tags?: Readonly<Record<string, string>> }[];
}

const missing = (world: WorldContacts): readonly string[] =>
  Object.keys(world).filter((id) => !world[id]?.['SECURITY']);

const puts = async () => (await emulator.calls()).filter(({ operation }) => operation === 'PutAlternateContact');

/** The one document that a command printed. */
const documentOf = ({ stdout }: Ended) => JSON.parse(stdout);

const runNames = async () => (await readdir(join(work.folder, '.orgcontacts', 'runs'))).sort();

/** Somebody else sets a contact, past this program. */
const setByHand = (accountId: string, name: string): Promise<void> =>
  emulator.putAlternateContact(management, {
    ...(accountId !== management && { AccountId: accountId }),
    AlternateContactType: 'SECURITY',
    Name: name,
    Title: 'By hand',
    EmailAddress: 'hand@example.com',
    PhoneNumber: '5',
  });

describe('a policy with ten mistakes', () => {
  const mistaken = `version: 1
mode: dry-run
contacts:
  desk:
    titel: Security
    name: Mary Major
    email: mary@localhost
    phone: +15550100
  absent: { name: A, title: B, email: a@b.co, phone: "5" }
assignments:
  - { match: all, security: nobody }
  - { match: { ou: Prod/ }, billing: desk }
  - { match: {}, operations: desk }
  - { match: { account: "12" }, security: desk }
`;

  it('is told whole, each with line and column, and nothing is asked of AWS', async () => {
    await work.write('contacts.yaml', mistaken);
    const planned = await work.run('plan', ...fast);
    expect(planned).toMatchObject({ status: 1, stdout: '' });
    const places = [...planned.stderr.matchAll(/^error.*\n +--> contacts\.yaml:(\d+:\d+)$/gm)].map(
      ([, place]) => place,
    );
    expect(places).toEqual(['2:7', '5:5', '5:5', '7:12', '8:12', '9:3', '11:29', '12:20', '13:14', '14:25']);
    expect(planned.stderr).not.toMatch(/Mary|mary@/);
    expect(await emulator.calls()).toEqual([]);
  });
});

describe('a saved plan', () => {
  it('is carried out exactly, whatever the policy says meanwhile', async () => {
    const before = await emulator.contacts();
    expect(await work.run('plan', '--out', 'next.plan.json', ...fast)).toMatchObject({ status: 0 });
    await work.write('contacts.yaml', securityForAll.replaceAll('Mary Major', 'Nikki Wolf'));
    expect(await work.run('apply', 'next.plan.json', '--yes', ...fast)).toMatchObject({ status: 0 });
    const after = await emulator.contacts();
    const changed = Object.keys(after).filter((id) => JSON.stringify(after[id]) !== JSON.stringify(before[id]));
    expect(changed.sort()).toEqual([...missing(before)].sort());
    for (const id of changed) expect(after[id]?.['SECURITY']).toMatchObject({ Name: 'Mary Major' });
    expect((await stat(join(work.folder, 'next.plan.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('contacts', () => {
  it('are masked in a pipe, and whole when somebody asks for them', async () => {
    const address = 'security-contact@example.com';
    const masked = await work.run('plan', ...fast);
    expect(masked.stdout).toContain('@example.com');
    expect(masked.stdout + masked.stderr).not.toMatch(/Mary Major|security-contact@|555-5555/);
    expect((await work.run('plan', '--show-values', ...fast)).stdout).toContain(address);
    const { plan } = documentOf(await work.run('plan', '--json', ...fast));
    expect(plan.changes[0].after.email).toBe(address);
  });

  it('stand in files that only their owner reads, in a folder that git ignores', async () => {
    await work.run('apply', '--yes', ...fast);
    const journal = join(work.folder, '.orgcontacts');
    const mode = async (...path: readonly string[]) => (await stat(join(journal, ...path))).mode & 0o777;
    const [run = ''] = await runNames();
    expect([await mode(), await mode('runs'), await mode('runs', run)]).toEqual([0o700, 0o700, 0o700]);
    const files = await readdir(join(journal, 'runs', run));
    expect(files.sort()).toEqual(['journal.jsonl', 'plan.json', 'summary.json']);
    for (const file of files) expect(await mode('runs', run, file)).toBe(0o600);
    expect(await readFile(join(journal, '.gitignore'), 'utf8')).toBe('*\n');
  });
});

describe('filters', () => {
  /** The accounts and types that show lists under these filters. */
  const shownBy = async (...filters: readonly string[]): Promise<readonly { accountId: string; type: string }[]> =>
    documentOf(await work.run('show', '--json', ...filters, ...fast)).rows;

  it('narrow a plan to an account', async () => {
    const [id = ''] = missing(await emulator.contacts());
    const { plan } = documentOf(await work.run('plan', '--json', '--account', id, ...fast));
    expect(plan.changes.map(({ account }: { account: { id: string } }) => account.id)).toEqual([id]);
  });

  it('narrow to a unit and what is below, a tag and a type', async () => {
    // The control address's documented answer.
    const world = (await emulator.get('/_emulator/world')) as World;
    const tagged = world.accounts.find(({ tags }) => Object.keys(tags ?? {}).length > 0);
    const [[key, value] = ['', '']] = Object.entries(tagged?.tags ?? {});
    const alike = world.accounts.filter(({ tags }) => tags?.[key] === value).map(({ id }) => id);
    const byTag = await shownBy('--tag', `${key}=${value}`, '--type', 'SECURITY');
    expect(byTag.map(({ accountId }) => accountId).sort()).toEqual(alike.sort());
    expect(new Set(byTag.map(({ type }) => type))).toEqual(new Set(['SECURITY']));
    const all = await shownBy('--type', 'BILLING');
    const unit = world.units.find(({ name }) => name === 'Workloads')?.name ?? '';
    const byUnit = await shownBy('--ou', unit, '--type', 'BILLING');
    expect(all).toHaveLength(world.accounts.length);
    expect(byUnit.length).toBeGreaterThan(0);
    expect(byUnit.length).toBeLessThan(all.length);
  });

  it('that could not be answered for an account list it as unknown', async () => {
    const rule = { operation: 'ListTagsForResource', account: delegated, error: 'AccessDenied' };
    await emulator.send('PUT', '/_emulator/faults', [rule]);
    const shown = await work.run('show', '--json', '--tag', 'no=such', ...fast);
    expect(shown).toMatchObject({ status: 6 });
    const { rows } = documentOf(shown);
    expect(new Set(rows.map(({ accountId }: { accountId: string }) => accountId))).toEqual(new Set([delegated]));
    expect(rows[0].observed).toMatchObject({ kind: 'unreadable', failure: { kind: 'denied' } });
  });

  it.each(['plan', 'show'])('that name no unit of the organization stop %s', async (command) => {
    const ended = await work.run(command, '--ou', 'Nowhere', ...fast);
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toContain('The organization has no unit Nowhere.');
  });
});

it('explain says who won and what is live', async () => {
  const [id = ''] = missing(await emulator.contacts());
  await setByHand(id, 'Paulo Santos');
  const explained = await work.run('explain', id, 'SECURITY', '--show-values', ...fast);
  expect(explained).toMatchObject({ status: 0 });
  expect(explained.stdout).toMatch(/✓ {2}contacts\.yaml:10 {2}all {2}security-desk {2}fill-missing {2}won/);
  expect(explained.stdout).toContain('live    Paulo Santos · By hand · hand@example.com · 5');
  expect(explained.stdout).toContain('plan    reports it as differs and changes nothing: mode fill-missing');
});

describe('runs', () => {
  const applied = (...args: readonly string[]) => work.run('apply', '--yes', ...args, ...fast);

  it('stand in the history with their reason, and an undo of an undo brings them back', async () => {
    const before = await emulator.contacts();
    expect(await applied('--reason', 'new security desk')).toMatchObject({ status: 0 });
    const after = await emulator.contacts();
    expect((await work.run('history')).stdout).toContain('; new security desk');
    expect(await work.run('undo', 'last', '--yes', ...fast)).toMatchObject({ status: 0 });
    expect(await emulator.contacts()).toEqual(before);
    expect(await work.run('undo', 'last', '--yes', '--reason', 'it was right', ...fast)).toMatchObject({ status: 0 });
    expect(await emulator.contacts()).toEqual(after);
    const { runs } = documentOf(await work.run('history', '--json'));
    const [first, second, third] = await runNames();
    expect(runs.map(({ run, undoOf }: Record<string, unknown>) => [run, undoOf])).toEqual([
      [third, second],
      [second, first],
      [first, null],
    ]);
    expect(runs[0].reason).toBe('it was right');
  });

  it('are undone but for what somebody edited since, and that ends with 4', async () => {
    const before = await emulator.contacts();
    const [edited = '', ...others] = missing(before);
    await applied();
    await setByHand(edited, 'Paulo Santos');
    const undone = await work.run('undo', 'last', '--yes', ...fast);
    expect(undone).toMatchObject({ status: 4 });
    expect(undone.stdout).toContain(`${edited} SECURITY left alone, edited-since-run: somebody changed it afterwards`);
    const after = await emulator.contacts();
    expect(after[edited]?.['SECURITY']).toMatchObject({ Name: 'Paulo Santos' });
    for (const id of others) expect(after[id]).toEqual(before[id]);
  });

  it('are undone but for what a later run of ours wrote, and it is named', async () => {
    const [id = ''] = missing(await emulator.contacts());
    await applied();
    await work.write('contacts.yaml', securityEnforced.replace('Mary Major', 'Nikki Wolf'));
    expect(await applied('--account', id)).toMatchObject({ status: 0 });
    const [first = '', second = ''] = await runNames();
    const undone = await work.run('undo', first, '--yes', ...fast);
    expect(undone).toMatchObject({ status: 4 });
    expect(undone.stdout).toContain(`${id} SECURITY left alone, edited-since-run: run ${second} changed it afterwards`);
  });

  it('are not resumed from another account', async () => {
    const rule = { operation: 'PutAlternateContact', error: 'AccessDenied', times: 1 };
    await emulator.send('PUT', '/_emulator/faults', [rule]);
    expect(await work.run('apply', '--yes', ...fast)).toMatchObject({ status: 4 });
    const written = (await puts()).length;
    const other = await makeWorkplace(emulator.url, delegated);
    const journal = join(work.folder, '.orgcontacts');
    const resumed = await other.run('resume', 'last', '--journal', journal, ...fast);
    expect(resumed).toMatchObject({ status: 5, stdout: '' });
    expect(resumed.stderr).toContain('cannot be resumed');
    expect(await puts()).toHaveLength(written);
  });
});

it('apply from the delegated administrator reaches members and itself, and not the management account', async () => {
  const before = await emulator.contacts();
  const there = await makeWorkplace(emulator.url, delegated);
  await there.write('contacts.yaml', securityForAll);
  expect(await there.run('apply', '--yes', ...fast)).toMatchObject({ status: 6 });
  const after = await emulator.contacts();
  expect(missing(after)).toEqual(missing(before).filter((id) => id === management));
  expect(after[management]).toEqual(before[management]);
  expect(after[delegated]).toHaveProperty('SECURITY');
});

it('every --json is one document on standard output, whatever the command comes to', async () => {
  const [id = ''] = missing(await emulator.contacts());
  const documents = async (...lines: readonly (readonly string[])[]) =>
    Promise.all(lines.map(async (line) => documentOf(await work.run(...line, '--json'))));
  const kinds = async (...lines: readonly (readonly string[])[]) => {
    const printed = await documents(...lines);
    for (const document of printed) expect(document).toMatchObject({ format: 'orgcontacts/report', version: 1 });
    return printed.map(({ kind }) => kind).join(' ');
  };
  const reads = [['validate'], ['plan', ...fast], ['check', ...fast], ['show', ...fast], ['explain', id, ...fast]];
  expect(await kinds(...reads)).toBe('validate plan check show explain');
  expect(await kinds(['explain', 'nobody', ...fast], ['apply', ...fast], ['history', 'none'])).toBe(
    'error error error',
  );
  expect(await kinds(['apply', '--yes', ...fast])).toBe('run');
  const after = [['apply', '--yes', ...fast], ['history'], ['history', 'last'], ['resume', 'last', ...fast]];
  expect(await kinds(...after, ['undo', 'last', ...fast])).toBe('plan history run run error');
  expect(await kinds(['undo', 'last', '--yes', ...fast])).toBe('run');
});

it('the demo tells its story without the AWS configuration of its user, and puts everything back', async () => {
  const { status, text, home } = await demo;
  expect(text).toMatch(/All \d+ contacts are as they were before, and none was added\.\n$/);
  expect(status).toBe(0);
  expect(await readdir(home)).toEqual([]);
});
