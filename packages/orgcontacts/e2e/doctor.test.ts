import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delegated, fast, management, securityForAll } from './policies.ts';
import { type Ended, makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

/** What the emulator's world says; its documented answer. */
interface World {
  readonly organization: Readonly<Record<string, unknown>>;
  readonly units: readonly { readonly id: string; readonly parent?: string }[];
  readonly accounts: readonly { readonly id: string; readonly parent?: string }[];
}

const outsider = '999900001111';
const key = 'AKIAIOSFODNN7EXAMPLE';

let emulator: RunningEmulator;
let start: World;
let member: string;

beforeAll(async () => {
  emulator = await startEmulator(['--accounts', '8', '--seed', '1', '--quotas', 'off', '--instant']);
  start = (await emulator.get('/_emulator/world')) as World;
  member = start.accounts.find(({ id }) => id !== management && id !== delegated)?.id ?? '';
});
afterAll(() => emulator.stop());
beforeEach(() => emulator.send('POST', '/_emulator/reset'));
afterEach(() => emulator.send('DELETE', '/_emulator/faults'));

const load = (world: Partial<World>) => emulator.send('PUT', '/_emulator/world', { ...start, ...world });

const placeOf = async (accessKeyId: string): Promise<Workplace> => {
  const work = await makeWorkplace(emulator.url, accessKeyId);
  await work.write('contacts.yaml', securityForAll);
  return work;
};

const doctorAs = async (accessKeyId: string, ...options: readonly string[]): Promise<Ended> =>
  (await placeOf(accessKeyId)).run('doctor', '--json', ...options);

type Found = Readonly<Record<'code' | 'level' | 'fact' | 'message' | 'fix' | 'would', string>>;
const findingsOf = ({ stdout }: Ended): readonly Found[] => JSON.parse(stdout).findings;
const codesOf = (ended: Ended) =>
  findingsOf(ended).flatMap(({ code, level }) => (level === 'ok' ? [] : [`${level} ${code}`]));

describe('ends with 0', () => {
  it('where nothing is in the way, from the management account and the delegated administrator, and writes nothing', async () => {
    for (const account of [management, delegated]) {
      const ended = await doctorAs(account);
      expect([codesOf(ended), ended.status]).toEqual([[], 0]);
    }
    expect((await emulator.calls()).filter(({ operation }) => /Put|Delete|Enable|Register/.test(operation))).toEqual(
      [],
    );
  });

  it('in an ordinary member, that reaches itself only', async () => {
    const ended = await doctorAs(member);
    expect([codesOf(ended), ended.status]).toEqual([['warning member-only'], 0]);
  });

  it('for people as one line a finding', async () => {
    const ended = await (await placeOf(management)).run('doctor', ...fast);
    expect(ended.stdout).toMatch(/^ {2}ok {11}Called from the account 111122223333, at http:/);
    expect(ended.stdout).toMatch(/No problem was found\.\n$/);
    expect(ended.stderr).toBe('');
  });
});

describe('ends with 1', () => {
  it.each<[string, () => Partial<World>, string[]]>([
    [
      'trusted access is off',
      () => ({ organization: { ...start.organization, trustedServices: [] } }),
      ['problem trusted-access-off'],
    ],
    [
      'there is no more than consolidated billing',
      () => ({
        organization: {
          ...start.organization,
          featureSet: 'CONSOLIDATED_BILLING',
          trustedServices: [],
          delegatedAdministrators: [],
          policyTypes: [],
          policies: [],
        },
      }),
      ['problem all-features-off', 'problem trusted-access-off'],
    ],
  ])('where %s, and says the fix', async (_, world, codes) => {
    await load(world());
    const ended = await doctorAs(management);
    expect([codesOf(ended), ended.status]).toEqual([codes, 1]);
    for (const { level, fix } of findingsOf(ended)) if (level === 'problem') expect(fix).toMatch(/^(aws|orgcontacts) /);
  });

  it('where a service control policy denies writes to the delegated administrator', async () => {
    const content = {
      Version: '2012-10-17',
      Statement: { Effect: 'Deny', Action: 'account:PutAlternateContact', Resource: '*' },
    };
    const policy = { id: 'p-examplepolicyid', name: 'NoWrites', content: JSON.stringify(content) };
    const guarded = ['p-FullAWSAccess', policy.id];
    await load({
      organization: { ...start.organization, policyTypes: ['SERVICE_CONTROL_POLICY'], policies: [policy] },
      units: start.units.map((unit) =>
        unit.parent === undefined ? { ...unit, serviceControlPolicies: guarded } : unit,
      ),
    });
    const ended = await doctorAs(delegated);
    expect([codesOf(ended), ended.status]).toEqual([['problem control-policy-denies'], 1]);
    const applied = await (await placeOf(delegated)).run('apply', '--yes', ...fast);
    expect(applied.stderr).toContain('NoWrites (p-examplepolicyid)');
    const free = await doctorAs(management);
    expect(findingsOf(free).map(({ code }) => code)).toContain('members-locked');
    expect(free.status).toBe(0);
  });

  it('where the managed policy for accounts has none of the reads of Organizations', async () => {
    const users = [{ name: 'mary', accessKeyId: key, policies: ['AWSAccountManagementFullAccess'] }];
    await load({ accounts: start.accounts.map((each) => (each.id === management ? { ...each, users } : each)) });
    const ended = await doctorAs(key);
    expect([codesOf(ended), ended.status]).toEqual([['problem organization-unreadable'], 1]);
    expect(findingsOf(ended).find(({ code }) => code === 'own-contact')?.level).toBe('ok');
  });

  it('where the account belongs to no organization', async () => {
    const account = { id: outsider, name: 'outsider', email: 'outsider@example.com', joinedMethod: 'INVITED' };
    await load({ accounts: [...start.accounts, account] });
    const ended = await doctorAs(outsider);
    expect([codesOf(ended), ended.status]).toEqual([['problem no-organization'], 1]);
  });

  it('where AWS does not know the credentials, or there are none, or nothing answers', async () => {
    expect(codesOf(await doctorAs('000000000000'))).toEqual(['problem credentials-refused']);
    expect(codesOf(await doctorAs(''))).toEqual(['problem no-credentials']);
    const nowhere = await makeWorkplace('http://127.0.0.1:9', management);
    await nowhere.write('contacts.yaml', securityForAll);
    const ended = await nowhere.run('doctor', '--json');
    expect([codesOf(ended), ended.status]).toEqual([['problem caller-unknown'], 1]);
  });

  it('where the account that somebody named is in no organization, or out of reach', async () => {
    expect(codesOf(await doctorAs(management, '--account', outsider))).toEqual(['problem target-not-in-organization']);
    expect(codesOf(await doctorAs(delegated, '--account', management))).toEqual(['problem management-out-of-reach']);
    expect(codesOf(await doctorAs(member, '--account', delegated))).toEqual([
      'warning member-only',
      'problem not-delegated',
    ]);
    expect((await doctorAs(management, '--account', '12')).stderr).toContain('An account id has twelve digits.');
  });

  it('where the clock is off, the policy is not valid, or journals cannot be kept', async () => {
    await emulator.send('POST', '/_emulator/clock', { advance: 400_000 });
    const work = await placeOf(management);
    await work.write('wrong.yaml', 'version: 1\n');
    await writeFile(join(work.folder, 'file'), '');
    const ended = await work.run('doctor', '--json', '--policy', 'wrong.yaml', '--journal', 'file');
    expect([codesOf(ended), ended.status]).toEqual([
      ['problem clock-skew', 'problem policy-file-invalid', 'problem journal-unusable'],
      1,
    ]);
    expect(codesOf(await work.run('doctor', '--json', '--policy', 'none.yaml'))).toContain(
      'problem policy-file-missing',
    );
  });
});

describe('with credentials for the management account', () => {
  const allow = (statement: object) => ({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...statement } });
  const role = {
    name: 'Contacts',
    trust: allow({ Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
    policies: [allow({ Action: '*', Resource: '*' })],
  };

  it.each([
    ['that lead there', management, ['ok management-credentials'], 0],
    ['that lead elsewhere', delegated, ['problem management-credentials-other'], 1],
  ])('looks at those %s', async (_, where, codes, status) => {
    await load({ accounts: start.accounts.map((account) => ({ ...account, roles: [role] })) });
    const ended = await doctorAs(delegated, '--management-role-arn', `arn:aws:iam::${where}:role/Contacts`);
    const told = findingsOf(ended).filter(({ code }) => code.startsWith('management-credentials'));
    expect([told.map(({ code, level }) => `${level} ${code}`), ended.status]).toEqual([codes, status]);
  });
});

describe('ends with 6', () => {
  it('where the caller may read contacts, and nothing of the organization but that it is in it', async () => {
    const content = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: ['account:*', 'organizations:DescribeOrganization'], Resource: '*' },
    };
    const users = [{ name: 'blind', accessKeyId: key, policies: [content] }];
    await load({
      accounts: start.accounts.map((each) => (each.id === member ? { ...each, users } : each)),
    });
    const ended = await doctorAs(key);
    expect(codesOf(ended)).toContain('cannot-tell role-unknown');
    expect(ended.status).toBe(6);
  });

  it('where something cannot be told', async () => {
    await emulator.send('PUT', '/_emulator/faults', [{ operation: 'GetAlternateContact', error: 'Untyped400' }]);
    const ended = await doctorAs(management);
    expect(new Set(codesOf(ended))).toEqual(new Set(['cannot-tell contact-read-failed']));
    expect(ended.status).toBe(6);
    for (const { level, would } of findingsOf(ended)) if (level === 'cannot-tell') expect(would).not.toBeNull();
  });
});

describe('every denial that plan and apply meet has its cause', () => {
  const denyOnce = (operation: string) =>
    emulator.send('PUT', '/_emulator/faults', [{ operation, error: 'AccessDenied', times: 1 }]);

  it('in a plan', async () => {
    await denyOnce('GetAlternateContact');
    const planned = await (await placeOf(management)).run('plan', ...fast);
    // One of eight accounts is more than may be unreadable.
    expect(planned.status).toBe(3);
    expect(planned.stderr).toMatch(
      /1 read denied \(identity-policy\): The policies of the calling identity .*\n {2}found: .*\n {2}do: orgcontacts iam/,
    );
  });

  it('in a run, at its end', async () => {
    await denyOnce('PutAlternateContact');
    const applied = await (await placeOf(management)).run('apply', '--yes', ...fast);
    expect(applied.status).toBe(4);
    expect(applied.stderr).toContain('1 change denied (identity-policy)');
  });

  it('and so has a caller that nobody knows', async () => {
    const planned = await (await placeOf('000000000000')).run('plan', ...fast);
    expect(planned.status).toBe(1);
    expect(planned.stderr).toMatch(
      /AWS does not accept these credentials.*\n.*\nDo: aws sso login\nMore: orgcontacts doctor/,
    );
  });
});
