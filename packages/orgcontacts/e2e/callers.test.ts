import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delegated, fast, management, securityForAll } from './policies.ts';
import { type Ended, makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator(['--accounts', '12', '--seed', '1', '--quotas', 'off']);
  // A role that the delegated administrator may assume in the management account.
  const world = (await emulator.get('/_emulator/world')) as { accounts: readonly { id: string }[] };
  const allow = { Version: '2012-10-17', Statement: { Effect: 'Allow' } };
  const role = {
    name: 'ContactsInManagement',
    trust: { ...allow, Statement: { ...allow.Statement, Principal: { AWS: delegated }, Action: 'sts:AssumeRole' } },
    policies: [{ ...allow, Statement: { ...allow.Statement, Action: 'account:*AlternateContact', Resource: '*' } }],
  };
  const accounts = world.accounts.map((account) =>
    account.id === management ? { ...account, roles: [role] } : account,
  );
  await emulator.send('PUT', '/_emulator/world', { ...world, accounts });
});
afterAll(() => emulator.stop());
beforeEach(async () => {
  await emulator.send('DELETE', '/_emulator/calls');
});

const documentOf = ({ stdout }: Ended) => JSON.parse(stdout);

/** A folder with the policy, in which the command is called from an account. */
const workplaceOf = async (accountId: string): Promise<Workplace> => {
  const work = await makeWorkplace(emulator.url, accountId);
  await work.write('contacts.yaml', `${securityForAll}lint: { allowedEmailDomains: [example.com] }\n`);
  await mkdir(join(work.folder, '.aws'));
  const profile = (name: string, key: string) =>
    `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = test\n`;
  await writeFile(
    join(work.folder, '.aws', 'credentials'),
    profile('management', management) + profile('other', delegated),
  );
  return work;
};

describe('the delegated administrator', () => {
  it('lists the management account as out of reach, with what to do about it, and ends with 6', async () => {
    const work = await workplaceOf(delegated);
    const plan = await work.run('plan', ...fast);
    expect(plan.status).toBe(6);
    expect(plan.stdout).toContain(`cannot be reached from here: ${management}`);
    expect(plan.stdout).toContain('add --management-profile NAME');
    expect(plan.stdout).toContain(`run the same command there with --account ${management}`);
  });

  it.each([
    ['a profile', ['--management-profile', 'management']],
    ['a role', ['--management-role-arn', `arn:aws:iam::${management}:role/ContactsInManagement`]],
  ])('covers it in one run through %s of its own', async (_, through) => {
    const work = await workplaceOf(delegated);
    const plan = await work.run('plan', ...fast, ...through, '--json');
    expect(plan.status).toBe(0);
    expect(plan.stderr).toContain(`contacts of the management account ${management} through its own credentials`);
    expect(documentOf(plan).plan.leftAlone).not.toContainEqual(expect.objectContaining({ kind: 'unreachable' }));
    expect((await work.run('apply', ...fast, ...through, '--yes')).status).toBe(0);
    expect((await work.run('check', ...fast, ...through, '--account', management)).status).toBe(0);
    expect((await emulator.contacts())[management]?.['SECURITY']).toMatchObject({ Name: 'Mary Major' });
    expect((await work.run('undo', 'last', '--yes', ...fast, ...through)).status).toBe(0);
    expect((await emulator.contacts())[management]?.['SECURITY']).toBeUndefined();
  });

  it('stops at credentials that are of another account, before anything is read', async () => {
    const work = await workplaceOf(delegated);
    const plan = await work.run('plan', ...fast, '--management-profile', 'other');
    expect(plan.status).toBe(1);
    expect(plan.stderr).toContain(`is ${management}, and other leads to ${delegated}`);
    const both = await work.run('plan', '--management-profile', 'a', '--management-role-arn', 'b');
    expect(both.stderr).toContain('cannot be used with');
  });
});

describe('an ordinary member', () => {
  const memberOf = async (): Promise<string> => {
    const ids = Object.keys(await emulator.contacts()).filter((id) => id !== management && id !== delegated);
    const world = (await emulator.get('/_emulator/world')) as {
      accounts: { id: string; state: string; contacts?: Record<string, unknown> }[];
    };
    const member = world.accounts.find(
      ({ id, state, contacts }) => ids.includes(id) && state === 'ACTIVE' && !contacts?.['SECURITY'],
    );
    if (!member) throw new Error('there is no such member');
    return member.id;
  };

  it('sees itself, says that it sees no other, and ends with 6', async () => {
    const work = await workplaceOf(await memberOf());
    const plan = await work.run('plan', ...fast);
    expect(plan.status).toBe(6);
    expect(plan.stdout).toContain('a member that is not the delegated administrator');
    expect(plan.stdout).toContain('1 to create');
  });

  it('can be planned, written and checked by itself', async () => {
    const member = await memberOf();
    const work = await workplaceOf(member);
    expect((await work.run('apply', ...fast, '--account', member, '--yes')).status).toBe(0);
    expect((await work.run('check', ...fast, '--account', member)).status).toBe(0);
    expect((await emulator.contacts())[member]?.['SECURITY']).toMatchObject({ Name: 'Mary Major' });
    expect((await work.run('undo', 'last', '--yes', ...fast)).status).toBe(0);
  });

  it('leaves undecided what looks at units, and stops at names, which it cannot know', async () => {
    const member = await memberOf();
    const work = await workplaceOf(member);
    await work.write('contacts.yaml', `${securityForAll}  - { match: { ou: Sandbox }, security: unmanaged }\n`);
    const undecided = await work.run('plan', ...fast, '--account', member);
    expect(undecided).toMatchObject({ status: 6 });
    expect(undecided.stdout).toContain('cannot be decided');
    await work.write('contacts.yaml', `${securityForAll}  - { match: { name: x }, security: unmanaged }\n`);
    const named = await work.run('plan', ...fast, '--account', member);
    expect(named).toMatchObject({ status: 1 });
    expect(named.stderr).toContain('From an ordinary member account the names');
  });

  it('is told nothing of an organization that it cannot see: a first policy has made-up examples', async () => {
    const work = await workplaceOf(await memberOf());
    const made = await work.run('init', '--policy', 'first.yaml');
    expect(made).toMatchObject({ status: 0 });
    expect(made.stdout).toContain('its examples are made up');
    expect(await readFile(join(work.folder, 'first.yaml'), 'utf8')).not.toContain('2 accounts');
  });

  it('is explained by nothing that it cannot know: neither its name in the policy, nor the name of an account', async () => {
    const member = await memberOf();
    const work = await workplaceOf(member);
    const byName = await work.run('explain', 'this account', ...fast);
    await work.write('contacts.yaml', `${securityForAll}  - { match: { name: this* }, security: unmanaged }\n`);
    for (const ended of [byName, await work.run('explain', member, ...fast), await work.run('explain', ...fast)]) {
      expect(ended).toMatchObject({ status: 1, stdout: '' });
      expect(ended.stderr).toContain('From an ordinary member account the names');
    }
  });
});

describe('set and unset', () => {
  const mary = [
    '--name',
    'Mary Major',
    '--title',
    'Security Contact',
    '--email',
    'security-contact@example.com',
    '--phone',
    '+1(555)555-5555',
  ];

  /** What AWS's own scripts do: one call for each member, whatever is there. */
  const loopOverMembers = async (): Promise<void> => {
    const { accounts } = (await emulator.get('/_emulator/world')) as { accounts: { id: string; state: string }[] };
    for (const { id } of accounts.filter(({ id, state }) => id !== management && state === 'ACTIVE')) {
      await emulator.putAlternateContact(management, {
        AccountId: id,
        AlternateContactType: 'SECURITY',
        Name: 'Mary Major',
        Title: 'Security Contact',
        EmailAddress: 'security-contact@example.com',
        PhoneNumber: '+1(555)555-5555',
      });
    }
  };

  const reset = () => emulator.send('POST', '/_emulator/reset');

  it('leave every ACTIVE member as the scripts of AWS do, and cover the management account too', async () => {
    await reset();
    await loopOverMembers();
    const looped = await emulator.contacts();
    await reset();
    const work = await makeWorkplace(emulator.url, management);
    const refused = await work.run('set', 'SECURITY', ...mary, '--all', ...fast, '--dry-run', '--json');
    const { fingerprint } = documentOf(refused).plan;
    const done = await work.run(
      'set',
      'SECURITY',
      ...mary,
      '--all',
      ...fast,
      '--yes',
      '--approve',
      fingerprint,
      '--reason',
      'new desk',
    );
    expect(done.status).toBe(0);
    const after = await emulator.contacts();
    expect(after[management]?.['SECURITY']).toMatchObject({ Name: 'Mary Major' });
    const members = (contacts: typeof after) => Object.entries(contacts).filter(([id]) => id !== management);
    expect(members(after)).toEqual(members(looped));
    expect((await work.run('undo', 'last', '--yes', ...fast)).status).toBe(0);
  });

  it('refuse what a policy file in the folder manages, naming its line, unless told otherwise', async () => {
    await reset();
    const work = await workplaceOf(management);
    const refused = await work.run('unset', 'SECURITY', '--account', management, '--yes', ...fast);
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('contacts.yaml:10');
    const other = await work.run('set', 'BILLING', ...mary, '--account', management, '--yes', ...fast);
    expect(other.status).toBe(0);
    const against = await work.run(
      'set',
      'SECURITY',
      ...mary,
      '--account',
      management,
      '--yes',
      '--against-policy',
      ...fast,
    );
    expect(against.status).toBe(0);
  });

  it('want approval for every delete of a security contact', async () => {
    await reset();
    const work = await makeWorkplace(emulator.url, management);
    await work.run('set', 'SECURITY', ...mary, '--account', management, '--yes', ...fast);
    const refused = await work.run('unset', 'SECURITY', '--account', management, '--yes', ...fast);
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('1 delete of SECURITY contacts; without approval at most 0');
  });

  it.each([
    [['set', 'SECURITY', ...mary], 'Nothing says which accounts are meant.'],
    [['set', 'SECURITY', ...mary, '--all', '--ou', 'Workloads'], 'contradict each other'],
    [['set', 'SECRETARY', ...mary, '--all'], 'SECRETARY is no contact type'],
    [['set', 'SECURITY', ...mary, '--phone', 'five', '--all'], 'AWS would refuse this phone'],
    [['set', 'SECURITY', '--name', 'Mary', '--all'], "required option '--title <title>' not specified"],
    [['unset', 'BILLING', '--ou', 'Nowhere'], 'The organization has no unit Nowhere.'],
  ])('tell the slip in %j', async (line, text) => {
    const work = await makeWorkplace(emulator.url, management);
    const ended = await work.run(...line, ...fast);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(text);
  });
});
