import { describe, expect, it } from 'vitest';
import { organizations, sts } from '../client.builder.ts';
import { createEmulator } from '../create-emulator.ts';
import { accessRoleOf, assume } from '../services/sts/assume-role.builder.ts';
import { parseWorld } from './parse-world.ts';
import { emulatorOf, ids, makeClock, smallWorld } from './worlds.builder.ts';

const fresh = { Email: 'aws+new@example.com', AccountName: 'new' };

/** The world of one emulator, written as text and loaded by another one at the same time. */
const loadedAgain = (world: unknown, clock = makeClock()) => {
  const parsed = parseWorld(JSON.stringify(world));
  if (parsed.kind !== 'world') throw new Error(parsed.problems.join('; '));
  return createEmulator({ world: parsed.world, quotas: 'off', clock });
};

describe('a world that was written and loaded again', () => {
  it('goes on with a creation that was under way, and knows those that ended', async () => {
    const clock = makeClock();
    const emulator = createEmulator({ world: smallWorld(), quotas: 'off', clock });
    const client = organizations(emulator, ids.management);
    await client.call('CreateAccount', fresh);
    clock.advance(2000);
    await client.call('CreateAccount', { ...fresh, Email: 'aws+payments@example.com' });
    clock.advance(2000);
    await client.call('CreateAccount', { ...fresh, Email: 'aws+newer@example.com' });
    const again = loadedAgain(emulator.snapshot(), clock);
    for (const each of [emulator, again]) {
      const { body } = await organizations(each, ids.management).call('ListCreateAccountStatus');
      expect(body).toMatchObject({
        CreateAccountStatuses: [
          { State: 'SUCCEEDED' },
          { State: 'FAILED', FailureReason: 'EMAIL_ALREADY_EXISTS' },
          { State: 'IN_PROGRESS' },
        ],
      });
    }
    clock.advance(2000);
    expect(again.snapshot()).toEqual(emulator.snapshot());
    expect(again.snapshot().accounts).toHaveLength(7);
  });

  it('lets a role session that was open go on until its end', async () => {
    const clock = makeClock();
    const emulator = createEmulator({ world: smallWorld(), quotas: 'off', clock });
    const session = await assume(emulator, ids.management, accessRoleOf(ids.member), {
      Policy: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Deny', Action: '*', Resource: '*' } }),
    });
    const again = loadedAgain(emulator.snapshot(), clock);
    expect((await sts(again, session)).xml).toContain(':assumed-role/OrganizationAccountAccessRole/mary<');
    for (const each of [emulator, again])
      expect((await organizations(each, session).call('DescribeOrganization')).body['Message']).toContain(
        'with an explicit deny in a session policy',
      );
    clock.advance(3_600_000);
    expect(await sts(again, session)).toMatchObject({ status: 403 });
  });

  it('has both organizations, each with its own units and accounts', async () => {
    const emulator = emulatorOf();
    await organizations(emulator, ids.outsider).call('CreateOrganization');
    const again = loadedAgain(emulator.snapshot());
    expect(again.snapshot()).toEqual(emulator.snapshot());
    for (const caller of [ids.management, ids.outsider])
      for (const operation of ['DescribeOrganization', 'ListAccounts', 'ListRoots'])
        expect((await organizations(again, caller).call(operation)).body).toEqual(
          (await organizations(emulator, caller).call(operation)).body,
        );
  });
});

describe('what is under way in a world', () => {
  const having = (more: object) => parseWorld(JSON.stringify({ ...smallWorld(), ...more }));

  const session = {
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'secret',
    sessionToken: 'token',
    accountId: ids.outsider,
    roleName: 'Desk',
    name: 'mary',
    startedAt: '2026-11-24T00:00:00.000Z',
    expiresAt: '2026-11-24T01:00:00.000Z',
  };

  const creation = {
    id: 'car-12345678',
    name: 'new',
    email: 'aws+new@example.com',
    state: 'IN_PROGRESS',
    requestedAt: '2026-11-24T00:00:00.000Z',
    endsAt: '2026-11-24T01:00:00.000Z',
  };

  const handshake = {
    id: 'h-12345678',
    action: 'INVITE',
    state: 'DECLINED',
    from: {
      organizationId: 'o-exampleorgid',
      managementAccountId: ids.management,
      email: 'aws+management@example.com',
      name: 'management',
      featureSet: 'ALL',
    },
    requestedAt: '2026-11-24T00:00:00.000Z',
    expiresAt: '2026-12-09T00:00:00.000Z',
  };

  it.each<[string, object, string]>([
    [
      'a session of a role that is not there',
      { sessions: [session] },
      'sessions.0: there is no role Desk in an account',
    ],
    [
      'a session policy that is none',
      { sessions: [{ ...session, policies: ['{}'] }] },
      'sessions.0.policies.0: no policy: Statement',
    ],
    [
      'a creation with neither an account nor a failure',
      { organization: { ...smallWorld().organization, creations: [creation] } },
      'creations: car-12345678 has either an account or a failure',
    ],
    [
      'a handshake that ended at no time',
      { handshakes: [handshake] },
      'handshakes.0.endedAt: it is there when the handshake has ended, and only then',
    ],
    [
      'an account that is closed and ACTIVE',
      {
        accounts: smallWorld().accounts.map((each) => ({
          ...each,
          closure: { requestedAt: creation.requestedAt, endsAt: creation.endsAt },
        })),
      },
      'accounts.0.closure: it is there when the state is PENDING_CLOSURE or CLOSED, and only then',
    ],
    [
      'an organization twice',
      { otherOrganizations: [{ ...smallWorld().organization, units: [{ id: 'r-ex02', name: 'Root' }] }] },
      'otherOrganizations: o-exampleorgid stands there twice',
    ],
    [
      'an organization with a management account that is in another one',
      {
        otherOrganizations: [
          { id: 'o-otherorgid00', managementAccountId: ids.member, units: [{ id: 'r-ex02', name: 'Root' }] },
        ],
      },
      `otherOrganizations.0: the account ${ids.member} is not in any unit`,
    ],
  ])('cannot be %s', (_, more, problem) => {
    const parsed = having(more);
    expect(parsed.kind === 'invalid' ? parsed.problems : []).toEqual(
      expect.arrayContaining([expect.stringContaining(problem)]),
    );
  });
});
