import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delegated, fast, management, securityForAll } from './policies.ts';
import { type Ended, makeWorkplace, type Workplace } from './run-command.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

/** What the emulator's world says of its organization; its documented answer. */
interface World {
  readonly organization: Readonly<Record<string, unknown>>;
}

let emulator: RunningEmulator;
let work: Workplace;
let start: World;

beforeAll(async () => {
  emulator = await startEmulator(['--accounts', '8', '--seed', '1', '--quotas', 'off', '--instant']);
  start = (await emulator.get('/_emulator/world')) as World;
});
afterAll(() => emulator.stop());
beforeEach(async () => {
  work = await makeWorkplace(emulator.url, management);
});

const documentOf = ({ stdout }: Ended) => JSON.parse(stdout);

/** Sets the world so that these services have trusted access, and nobody is delegated administrator. */
const begin = (services: readonly string[]) => {
  const trustedServices = services.map((each) => ({ service: each, since: '2025-01-15T09:00:00.000Z' }));
  const organization = { ...start.organization, trustedServices, delegatedAdministrators: [] };
  return emulator.send('PUT', '/_emulator/world', { ...start, organization });
};

const service = 'account.amazonaws.com';
const setup = (...more: readonly string[]) => work.run('setup', '--administrator', delegated, ...fast, ...more);
const kinds = (ended: Ended) => documentOf(ended).steps.map(({ kind }: { kind: string }) => kind);

describe('setup', () => {
  it.each([
    ['nothing enabled', [], ['enable-trusted-access', 'register-administrator']],
    ['trusted access enabled', [service], ['register-administrator']],
  ] as const)(
    'of an organization with %s ends with everything set up, and changes nothing the second time',
    async (_, trusted, steps) => {
      await begin([...trusted]);
      const done = await setup('--yes', '--json');
      expect(done.status).toBe(0);
      expect(kinds(done)).toEqual(steps);
      const again = await setup('--json');
      expect(again.status).toBe(0);
      expect(kinds(again)).toEqual([]);
      const asDelegated = await makeWorkplace(emulator.url, delegated);
      expect((await asDelegated.run('show', '--type', 'SECURITY', ...fast)).stderr).toContain(
        'delegated administrator',
      );
    },
  );

  it('shows the steps and how to take them back, and does nothing without somebody who agrees', async () => {
    await begin([]);
    const shown = await setup('--dry-run');
    expect(shown.status).toBe(0);
    expect(shown.stdout).toContain('2 steps missing:');
    expect(shown.stdout).toMatch(/take it back.*deregister-delegated-administrator.*disable-aws-service-access/s);
    const refused = await setup();
    expect(refused.status).toBe(3);
    expect(kinds(await setup('--dry-run', '--json'))).toHaveLength(2);
  });

  it('refuses where another account holds the place, and says which', async () => {
    await begin([service]);
    await setup('--yes');
    const others = Object.keys(await emulator.contacts()).filter((id) => id !== management && id !== delegated);
    const taken = await work.run('setup', '--administrator', others[0] ?? '', '--yes', ...fast);
    expect(taken.status).toBe(1);
    expect(taken.stderr).toContain(`${delegated} is the delegated administrator`);
    expect(taken.stderr).toContain(`deregister-delegated-administrator --account-id ${delegated}`);
  });

  it('refuses a member, an account of somebody else, and a slip in an id', async () => {
    await begin([service]);
    const member = await makeWorkplace(emulator.url, delegated);
    const asMember = await member.run('setup', '--administrator', delegated, '--yes', ...fast);
    expect(asMember).toMatchObject({ status: 1 });
    expect(asMember.stderr).toContain('Only the management account may set this up');
    const stranger = await work.run('setup', '--administrator', '999988887777', '--yes', ...fast);
    expect(stranger.stderr).toContain('The organization has no account 999988887777.');
    expect((await work.run('setup', '--administrator', '12')).stderr).toContain('An account id has twelve digits.');
  });
});

describe('iam', () => {
  it('prints the policy for this file and this caller, ready for a file, and the widest one without a file', async () => {
    const widest = await work.run('iam', ...fast);
    expect(widest.status).toBe(0);
    expect(widest.stderr).toContain('There is no contacts.yaml: the widest policy is printed.');
    expect(widest.stdout).toContain('organizations:ListTagsForResource');
    await work.write('contacts.yaml', securityForAll);
    const narrow = await work.run('iam', '--for', 'plan', ...fast);
    expect(JSON.parse(narrow.stdout)).toMatchObject({
      Version: '2012-10-17',
      Statement: [{ Sid: 'ListTheOrganization' }, { Sid: 'ReadContacts', Action: ['account:GetAlternateContact'] }],
    });
  });
});
