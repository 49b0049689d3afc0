import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delegated, fast, management, securityEnforced, securityForAll } from './policies.ts';
import { type Ended, makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator, type WorldContacts } from './start-emulator.ts';

let emulator: RunningEmulator;
let work: Workplace;

beforeAll(async () => {
  emulator = await startEmulator(['--accounts', '40', '--seed', '1', '--quotas', 'off']);
});
afterAll(() => emulator.stop());
beforeEach(async () => {
  await emulator.send('POST', '/_emulator/reset');
  await emulator.send('DELETE', '/_emulator/calls');
  work = await makeWorkplace(emulator.url, management);
});

const documentOf = ({ stdout }: Ended) => JSON.parse(stdout);
const fileOf = (name: string) => readFile(join(work.folder, name), 'utf8');
const writes = async () =>
  (await emulator.calls()).filter(({ operation }) => /^(Put|Delete)AlternateContact$/.test(operation));

/** The world's contacts, sorted: to compare what was with what is. */
const gist = (world: WorldContacts) =>
  JSON.stringify(Object.entries(world).sort(([one], [other]) => (one < other ? -1 : 1)));

describe('import', () => {
  it('makes a policy that plans no change, only reports, and never writes to AWS', async () => {
    const before = gist(await emulator.contacts());
    const imported = await work.run('import', ...fast, '--json');
    expect(imported).toMatchObject({ status: 0 });
    expect(documentOf(imported)).toMatchObject({ kind: 'imported', file: 'contacts.yaml', kept: null });
    expect(await fileOf('contacts.yaml')).toMatch(/^mode: report-only$/m);
    expect(await work.run('plan', ...fast, '--exit-code')).toMatchObject({ status: 0 });
    await work.write('contacts.yaml', (await fileOf('contacts.yaml')).replace('mode: report-only', 'mode: enforce'));
    const plan = documentOf(await work.run('plan', ...fast, '--exit-code', '--json'));
    expect(plan.plan).toMatchObject({ changes: [], findings: [] });
    expect(plan.plan.keeps).toBe(documentOf(imported).keeps);
    expect(gist(await emulator.contacts())).toBe(before);
    expect(await writes()).toEqual([]);
  });

  it('keeps the file that was there, and prints instead of writing when told to', async () => {
    await work.write('contacts.yaml', securityForAll);
    const printed = await work.run('import', ...fast, '--print');
    expect(printed.stdout).toContain('mode: report-only');
    expect(await readdir(work.folder)).toEqual(['contacts.yaml']);
    expect((await work.run('import', ...fast)).stdout).toContain('kept as contacts.yaml.bak');
    expect(await fileOf('contacts.yaml.bak')).toBe(securityForAll);
    expect(await fileOf('contacts.yaml')).toContain(printed.stdout.slice(printed.stdout.indexOf('contacts:')));
  });

  it('factors what most accounts share, and what a unit shares, once they do', async () => {
    await work.write('contacts.yaml', securityEnforced.replace('billing', 'billing'));
    const inUnit = '  - { match: { ou: Workloads/Prod }, operations: security-desk }\n';
    await work.write('contacts.yaml', `${securityEnforced}${inUnit}`);
    const plan = documentOf(await work.run('plan', ...fast, '--json', '--out', 'first.plan.json'));
    const applied = await work.run('apply', 'first.plan.json', '--yes', '--approve', plan.plan.fingerprint, ...fast);
    expect(applied.stderr + applied.stdout).toContain('finished');
    await work.run('import', ...fast);
    const text = await fileOf('contacts.yaml');
    expect(text).toMatch(/ {2}- match: all\n {4}security: mary-major\n/);
    expect(text).toMatch(/match: \{ ou: Workloads\/Prod \}\n(?: {4}.*\n)*? {4}operations: mary-major/);
    expect(text).not.toContain('absent');
  });

  it('uses the values of a tag only when told to', async () => {
    const { stdout } = await work.run('import', ...fast, '--print');
    expect(stdout).not.toContain('tag:');
    expect((await work.run('import', ...fast, '--print', '--by-tag', 'team')).status).toBe(0);
  });

  it('leaves out what it cannot reach, says so, and ends with 6', async () => {
    const asDelegated = await makeWorkplace(emulator.url, delegated);
    const imported = await asDelegated.run('import', ...fast);
    expect(imported.status).toBe(6);
    expect(imported.stdout).toMatch(/Left unmanaged: .*3 that could not be read or reached/);
  });
});

describe('a spreadsheet', () => {
  it('comes back as a policy that changes nothing', async () => {
    expect(await work.run('export', ...fast, '--out', 'contacts.csv')).toMatchObject({ status: 0 });
    expect((await stat(join(work.folder, 'contacts.csv'))).mode & 0o777).toBe(0o600);
    const imported = await work.run('import', '--csv', 'contacts.csv');
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    await work.write('contacts.yaml', (await fileOf('contacts.yaml')).replace('mode: report-only', 'mode: enforce'));
    const plan = documentOf(await work.run('plan', ...fast, '--json'));
    expect(plan.plan.changes).toEqual([]);
    expect(plan.plan.keeps).toBeGreaterThan(0);
  });

  it('changes what was changed in it: another value, absent, and a filled-in blank', async () => {
    await work.write(
      'edited.csv',
      [
        'Account;Type;Name;Title;Email;Phone',
        "111122223333;security;Mary Major;Security;mary@example.com;'+1 555 0100",
        '222233334444;SECURITY;absent;;;',
        '333344445555;SECURITY;;;;',
      ].join('\r\n'),
    );
    expect(await work.run('import', '--csv', 'edited.csv')).toMatchObject({ status: 0 });
    const text = await fileOf('contacts.yaml');
    expect(text).toMatch(/account: "111122223333" \}\n {4}security: mary-major\n/);
    expect(text).toMatch(/account: "222233334444" \}\n {4}security: absent\n/);
    expect(text).not.toContain('333344445555');
    expect(text).toContain('phone: "+1 555 0100"');
  });

  it('with mistakes is told with places, without its contacts, and makes nothing', async () => {
    await work.write('bad.csv', 'account,type,name,title,email,phone\n1.11122E+11,SECURITY,Mary,,,\n');
    const ended = await work.run('import', '--csv', 'bad.csv');
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('bad.csv:2:1');
    expect(ended.stderr).toContain('error[sheet-half-filled]');
    expect(ended.stderr).not.toContain('Mary');
    expect(await readdir(work.folder)).toEqual(['bad.csv']);
  });

  it('of more contacts than a policy can hold makes nothing, and says so', async () => {
    const rows = Array.from({ length: 8_000 }, (_, index) => {
      const id = String(100_000_000_000 + index);
      return `${id},SECURITY,${'N'.repeat(64)},${'T'.repeat(50)},${'m'.repeat(64)}+${id}@${'d'.repeat(160)}.example.com,+1 555`;
    });
    await work.write('large.csv', ['account,type,name,title,email,phone', ...rows, ''].join('\n'));
    const ended = await work.run('import', '--csv', 'large.csv');
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toMatch(/The policy would have \d+ characters, and at most 4194304 are read/);
    expect(await readdir(work.folder)).toEqual(['large.csv']);
  });

  it('goes to standard output when no file is named', async () => {
    const { stdout } = await work.run('export', ...fast, '--plain', '--type', 'SECURITY', '--account', management);
    expect(stdout.split('\n')[0]).toBe('account,account_name,unit,state,type,status,name,title,email,phone');
    expect(stdout.split('\n')[1]).toMatch(/^111122223333,management,\/,ACTIVE,SECURITY,/);
  });
});

describe('an address', () => {
  const withFinance = securityEnforced.replace('security-contact@example.com', 'old@example.com   # the desk');

  it('is found in the policy and in live contacts', async () => {
    await work.write('contacts.yaml', withFinance);
    const plan = documentOf(await work.run('plan', ...fast, '--json', '--out', 'p.json'));
    await work.run('apply', 'p.json', '--yes', '--approve', plan.plan.fingerprint, ...fast);
    const found = documentOf(await work.run('where', 'OLD@example.com', ...fast, '--json'));
    expect(found.inPolicy).toMatchObject([{ contactName: 'security-desk', where: 'contacts.yaml:6' }]);
    expect(found.rows.length).toBeGreaterThan(30);
    expect((await work.run('where', 'nobody@example.com', ...fast)).stdout).toContain(
      'No live contact has nobody@example.com.',
    );
  });

  it('is replaced in the policy only after somebody agreed, keeping comments, and then planned', async () => {
    await work.write('contacts.yaml', withFinance);
    const refused = await work.run('replace', 'old@example.com', 'new@example.com', ...fast);
    expect(refused.status).toBe(3);
    expect(refused.stderr).not.toContain('Mary Major');
    expect(await fileOf('contacts.yaml')).toBe(withFinance);
    const done = await work.run('replace', 'old@example.com', 'new@example.com', '--yes', ...fast, '--json');
    expect(await fileOf('contacts.yaml')).toBe(withFinance.replace('old@', 'new@'));
    expect(documentOf(done)).toMatchObject({ kind: 'replaced', edits: [{ where: 'contacts.yaml:6' }] });
    expect(documentOf(done).plan.changes.length).toBeGreaterThan(0);
    expect(await writes()).toEqual([]);
  });

  it('that AWS would refuse, or that does not stand in the file, changes nothing', async () => {
    await work.write('contacts.yaml', withFinance);
    expect(await work.run('replace', 'old@example.com', 'nobody', '--yes')).toMatchObject({ status: 1 });
    const none = await work.run('replace', 'other@example.com', 'new@example.com', '--yes');
    expect(none).toMatchObject({
      status: 0,
      stdout: 'The address does not stand in contacts.yaml; nothing was changed.\n',
    });
    expect(await fileOf('contacts.yaml')).toBe(withFinance);
  });
});

describe('init', () => {
  it('writes a file that speaks of the organization, and that nothing can be planned with until it is filled in', async () => {
    const done = await work.run('init', ...fast);
    expect(done).toMatchObject({ status: 0 });
    const text = await fileOf('contacts.yaml');
    expect(text).toContain('mode: fill-missing');
    expect(text).toContain('ou: Workloads/Prod');
    const plan = await work.run('plan', ...fast);
    expect(plan.status).toBe(1);
    expect(plan.stderr).toContain('error[placeholder]');
    const filled = text
      .replaceAll('TODO@example.com', 'desk@corp.example.org')
      .replaceAll('name: TODO', 'name: Desk')
      .replaceAll('+00000000000', '+1 555 0100')
      .concat('  allowedEmailDomains: [corp.example.org]\n');
    await work.write('contacts.yaml', filled);
    expect((await work.run('validate')).stdout).toContain('contacts.yaml is valid');
    expect([0, 3]).toContain((await work.run('plan', ...fast)).status);
  });

  it('leaves a file alone that is there, unless forced, and then keeps it', async () => {
    await work.write('contacts.yaml', securityForAll);
    expect(await work.run('init', ...fast)).toMatchObject({ status: 1 });
    expect(await fileOf('contacts.yaml')).toBe(securityForAll);
    expect(await work.run('init', '--force', ...fast)).toMatchObject({ status: 0 });
    expect(await fileOf('contacts.yaml.bak')).toBe(securityForAll);
  });

  it('writes made-up examples where no organization can be reached', async () => {
    const nowhere = await makeWorkplace('http://127.0.0.1:9', management);
    const done = await nowhere.run('init');
    expect(done).toMatchObject({ status: 0 });
    expect(done.stdout).toContain('No organization could be reached');
    expect(await readFile(join(nowhere.folder, 'contacts.yaml'), 'utf8')).toContain('these are made up');
  });
});

describe('explain without an account', () => {
  it('says which assignments are in force, in how many accounts and where', async () => {
    await work.write('contacts.yaml', `${securityForAll}  - { match: { ou: Sandbox }, security: unmanaged }\n`);
    const { status, stdout } = await work.run('explain', ...fast, '--type', 'SECURITY');
    expect(status).toBe(0);
    expect(stdout).toMatch(/contacts\.yaml:10 {2}all +security-desk +fill-missing {2}\d+ accounts in /);
    expect(stdout).toMatch(/contacts\.yaml:12 {2}unit Sandbox +unmanaged +fill-missing {2}\d+ accounts? in Sandbox/);
    const below = documentOf(await work.run('explain', ...fast, '--ou', 'Sandbox', '--json'));
    expect(below.types.find(({ type }: { type: string }) => type === 'SECURITY').assignments).toMatchObject([
      { accounts: 0 },
      { units: ['Sandbox'] },
    ]);
  });
});

describe('warnings', () => {
  it('are counted by plan, shown by validate, and errors under --strict', async () => {
    await work.write('contacts.yaml', securityForAll);
    const planned = await work.run('plan', ...fast);
    expect(planned.stderr).toContain('contacts.yaml has 1 warning (1 placeholder); see with: orgcontacts validate');
    expect((await work.run('validate')).stderr).toContain('warning[placeholder]');
    const strict = await work.run('plan', ...fast, '--strict');
    expect(strict).toMatchObject({ status: 1 });
    expect(strict.stderr).toContain('error[placeholder]');
  });

  it('about the organization are told by plan, and contacts that cannot be decided are errors under --strict', async () => {
    const lint = 'lint: { allowedEmailDomains: [example.com] }\n';
    const policy = `${securityForAll}  - { match: { tag: { Team: nobody } }, security: unmanaged }\n${lint}`;
    await work.write('contacts.yaml', policy);
    const planned = await work.run('plan', ...fast);
    expect(planned.stderr).toContain('warning[matches-nothing]');
    expect(planned.stderr).toContain('did you mean team?');
    const templated = securityForAll.replace('Mary Major', '"Owner ${tag.owner}"');
    await work.write('contacts.yaml', `${templated}${lint}`);
    expect((await work.run('plan', ...fast)).status).toBe(6);
    const strict = await work.run('plan', ...fast, '--strict');
    expect(strict).toMatchObject({ status: 1 });
    expect(strict.stderr).toContain('which the account does not have');
  });
});

describe('values from outside the policy', () => {
  it('are read from files below it, and are masked on the screen even when values are shown', async () => {
    const phone = securityEnforced
      .replace('"+1(555)555-5555"', '${file:phone.txt}')
      .replace('security-contact@example.com', 'desk@example.com');
    await work.write('contacts.yaml', phone);
    expect((await work.run('validate')).stderr).toContain('error[reference-missing]');
    await work.write('phone.txt', '+1 555 0142\n');
    const { stdout } = await work.run('plan', ...fast, '--show-values', '--account', management);
    expect(stdout).toContain('desk@example.com');
    expect(stdout).not.toContain('0142');
    expect(stdout).toContain('+***·');
  });
});
