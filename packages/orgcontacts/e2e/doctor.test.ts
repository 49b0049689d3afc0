import { afterAll, beforeAll, expect, it } from 'vitest';
import { delegated, management, securityForAll } from './policies.ts';
import { type Ended, makeWorkplace } from './run-command.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

/** What the emulator's world says of its organization; its documented answer. */
interface World {
  readonly organization: Readonly<Record<string, unknown>>;
  readonly accounts: readonly { readonly id: string }[];
}

const allow = (statement: object) => ({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...statement } });

/** A role that anybody may assume. */
const assumable = {
  name: 'Contacts',
  trust: allow({ Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
  policies: [allow({ Action: '*', Resource: '*' })],
};
const roleIn = (accountId: string) => `arn:aws:iam::${accountId}:role/${assumable.name}`;

/** A user that may read contacts, and nothing of the organization but that it is in it. */
const blind = {
  name: 'blind',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  policies: [allow({ Action: ['account:*', 'organizations:DescribeOrganization'], Resource: '*' })],
};

let emulator: RunningEmulator;
let start: World;

beforeAll(async () => {
  emulator = await startEmulator(['--accounts', '8', '--seed', '1', '--quotas', 'off', '--instant']);
  const world = (await emulator.get('/_emulator/world')) as World;
  const accounts = world.accounts.map((account) => ({
    ...account,
    roles: [assumable],
    ...(account.id === delegated && { users: [blind] }),
  }));
  start = { ...world, accounts };
});
afterAll(() => emulator.stop());

const doctorAs = async (accountId: string, organization: World['organization'], ...options: readonly string[]) => {
  await emulator.send('PUT', '/_emulator/world', { ...start, organization });
  const work = await makeWorkplace(emulator.url, accountId);
  await work.write('contacts.yaml', securityForAll);
  return work.run('doctor', '--json', ...options);
};

const findingsOf = ({ stdout }: Ended): readonly Readonly<Record<'code' | 'level' | 'fact' | 'fix', string>>[] =>
  JSON.parse(stdout).findings;

const found = (ended: Ended, code: string) => findingsOf(ended).find((each) => each.code === code);

it('finds nothing in the way of the management account', async () => {
  const ended = await doctorAs(management, start.organization);
  expect(findingsOf(ended).filter(({ level }) => level !== 'ok')).toEqual([]);
  expect(ended.status).toBe(0);
});

it('tells the delegated administrator of the one account that it cannot reach, and what reaches it', async () => {
  const ended = await doctorAs(delegated, start.organization);
  const others = findingsOf(ended).filter(({ level }) => level !== 'ok');
  expect(others).toMatchObject([{ code: 'role', level: 'warning' }]);
  expect(others[0]?.fix).toContain(`--management-profile for ${management}`);
  expect(ended.status).toBe(0);
});

it.each([
  ['leads there', management, 'ok', 0],
  ['leads elsewhere', delegated, 'problem', 1],
])('says whether the role for the management account %s', async (_, where, level, status) => {
  const ended = await doctorAs(delegated, start.organization, '--management-role-arn', roleIn(where));
  expect(found(ended, 'management-credentials')).toMatchObject({ level });
  expect(found(ended, 'role')?.level).toBe(level === 'ok' ? 'ok' : 'warning');
  expect(ended.status).toBe(status);
});

it('cannot tell what it may not ask, and says so of the role too', async () => {
  const work = await makeWorkplace(emulator.url, 'AKIAIOSFODNN7EXAMPLE');
  const ended = await work.run('doctor', '--json');
  expect(found(ended, 'role')).toMatchObject({ level: 'cannot-tell' });
  expect(found(ended, 'list-accounts')).toMatchObject({ level: 'problem' });
  expect(found(ended, 'list-accounts')?.fix).toContain('AWSAccountManagementFullAccess');
  expect(ended.status).toBe(1);
});

it('says that trusted access is missing, and the command that gives it', async () => {
  const ended = await doctorAs(management, { ...start.organization, trustedServices: [] });
  expect(ended.status).toBe(1);
  expect(found(ended, 'trusted-access')).toMatchObject({ level: 'problem' });
  expect(found(ended, 'trusted-access')?.fix).toContain('setup');
});

it('tells an ordinary member that it reaches itself only', async () => {
  const member = start.accounts.find(({ id }) => id !== management && id !== delegated)?.id ?? '';
  const ended = await doctorAs(member, start.organization);
  expect(found(ended, 'own-contact')).toMatchObject({ level: 'ok' });
  expect(found(ended, 'role')?.fact).toContain('itself');
});

it('refuses what is no account id', async () => {
  const ended = await doctorAs(management, start.organization, '--account', '12');
  expect(ended.status).toBe(1);
  expect(ended.stderr).toContain('An account id has twelve digits.');
});
