import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import type { Emulator } from '../../create-emulator.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { accessRoleOf, assume, policyOf, worldWith } from '../sts/assume-role.builder.ts';
import {
  callAs,
  deniedTo,
  type Guard,
  type Home,
  type Kind,
  kinds,
  type Scene,
  type Speaker,
  sceneOf,
  speakerOf,
  standaloneArn,
} from './callers.builder.ts';
import { mary } from './contacts.builder.ts';

const security = { AlternateContactType: 'SECURITY' };
const standaloneHint =
  ' (The management account can only be managed using the standalone context from the management account.)';

/** Writes a contact, reads it back and deletes it. */
const manage = async (emulator: Emulator, speaker: Speaker, target: object): Promise<readonly number[]> => {
  const statuses: number[] = [];
  for (const operation of ['PutAlternateContact', 'GetAlternateContact', 'DeleteAlternateContact']) {
    const contact = operation === 'PutAlternateContact' ? mary : {};
    statuses.push((await callAs(emulator, speaker, operation, { ...security, ...contact, ...target })).status);
  }
  return statuses;
};

const done = [200, 200, 200];
const forbidden = [403, 403, 403];

/** The accounts that have a contact after somebody wrote one. */
const written = (emulator: Emulator): readonly string[] =>
  emulator
    .snapshot()
    .accounts.filter(({ contacts }) => contacts.SECURITY !== undefined)
    .map(({ id }) => id);

const put = (emulator: Emulator, speaker: Speaker, target: object = {}) =>
  callAs(emulator, speaker, 'PutAlternateContact', { ...security, ...mary, ...target });

/** One field of the table: who calls, on what, and what comes of it. */
type Row = readonly [home: Home, what: string, target: object, answers: readonly number[], about: string];

const byName = (id: string): object => ({ AccountId: id });

const table: readonly Row[] = [
  ['management', 'its own account, without naming it', {}, done, ids.management],
  ['management', 'its own account by name', byName(ids.management), forbidden, ''],
  ['management', 'a member', byName(ids.member), done, ids.member],
  ['management', 'the delegated administrator', byName(ids.delegated), done, ids.delegated],
  ['delegated', 'its own account, without naming it', {}, done, ids.delegated],
  ['delegated', 'its own account by name', byName(ids.delegated), done, ids.delegated],
  ['delegated', 'another member', byName(ids.member), done, ids.member],
  ['delegated', 'the management account', byName(ids.management), forbidden, ''],
  ['member', 'its own account, without naming it', {}, done, ids.member],
  ['member', 'its own account by name', byName(ids.member), forbidden, ''],
  ['member', 'another member', byName(ids.suspended), forbidden, ''],
  ['member', 'the delegated administrator', byName(ids.delegated), forbidden, ''],
  ['member', 'the management account', byName(ids.management), forbidden, ''],
];

describe.each<[Kind, Guard]>(
  kinds.flatMap((kind) => [
    [kind, 'none'],
    [kind, 'elsewhere'],
  ]),
)('a caller that is an %s, under a policy at the root: %s', (kind, guard) => {
  it.each(table)('of %s manages %s', async (home, _, target, answers, about) => {
    const emulator = sceneOf({ guard });
    const speaker = await speakerOf(emulator, kind, home);
    expect(await manage(emulator, speaker, target)).toEqual(answers);
    await put(emulator, speaker, target);
    expect(written(emulator)).toEqual(about === '' ? [] : [about]);
  });
});

describe('a service control policy that denies', () => {
  const denying: Scene = { guard: 'denying' };

  it.each(kinds)('does not stop the management account: %s', async (kind) => {
    const emulator = sceneOf(denying);
    const speaker = await speakerOf(emulator, kind, 'management');
    expect(await manage(emulator, speaker, {})).toEqual(done);
    expect(await manage(emulator, speaker, byName(ids.member))).toEqual(done);
  });

  it.each(kinds)('stops the delegated administrator in both contexts: %s', async (kind) => {
    const emulator = sceneOf(denying);
    const speaker = await speakerOf(emulator, kind, 'delegated');
    for (const target of [{}, byName(ids.delegated), byName(ids.member)])
      expect(await manage(emulator, speaker, target)).toEqual(forbidden);
  });

  it.each(kinds)('stops a member: %s', async (kind) => {
    const emulator = sceneOf(denying);
    expect(await manage(emulator, await speakerOf(emulator, kind, 'member'), {})).toEqual(forbidden);
  });

  it.each(kinds)('over the target is not asked: it is the one over the caller that counts: %s', async (kind) => {
    const policy = { id: 'p-noputs000', name: 'NoPuts', description: '', tags: {} };
    const content = JSON.stringify(policyOf({ Effect: 'Deny', Action: 'account:*' }));
    const world = worldWith(
      { member: { serviceControlPolicies: ['p-FullAWSAccess', policy.id] } },
      { policyTypes: ['SERVICE_CONTROL_POLICY'], policies: [{ ...policy, content }] },
    );
    const emulator = emulatorOf({ world });
    const signer =
      kind === 'administrator' ? ids.management : await assume(emulator, ids.management, accessRoleOf(ids.delegated));
    expect(
      await account(emulator, signer).call('PutAlternateContact', { ...security, ...mary, ...byName(ids.member) }),
    ).toMatchObject({ status: 200 });
    expect(await account(emulator, ids.member).call('GetAlternateContact', security)).toMatchObject({ status: 403 });
  });
});

describe('the management account with the role of a member', () => {
  const role = 'OrganizationAccountAccessRole';
  const asMember = async (emulator: Emulator): Promise<Speaker> => ({
    signer: await assume(emulator, ids.management, accessRoleOf(ids.member)),
    arn: `arn:aws:sts::${ids.member}:assumed-role/${role}/mary`,
  });

  it('acts as the member in the standalone context', async () => {
    const emulator = emulatorOf();
    const speaker = await asMember(emulator);
    expect(await manage(emulator, speaker, {})).toEqual(done);
    await put(emulator, speaker);
    expect(written(emulator)).toEqual([ids.member]);
  });

  it.each([ids.member, ids.suspended, ids.management])('cannot name %s any more', async (id) => {
    const emulator = emulatorOf();
    const speaker = await asMember(emulator);
    expect(await put(emulator, speaker, byName(id))).toMatchObject(deniedTo(speaker, 'PutAlternateContact'));
  });

  it('is under the policies of the member, and not above them', async () => {
    const policy = { id: 'p-noputs000', name: 'NoPuts', description: '', tags: {} };
    const own = policyOf({
      Effect: 'Deny',
      Action: ['account:PutAlternateContact', 'account:DeleteAlternateContact'],
      Resource: 'arn:aws:account::*:account',
    });
    const world = worldWith(
      { member: { serviceControlPolicies: ['p-FullAWSAccess', policy.id] } },
      { policyTypes: ['SERVICE_CONTROL_POLICY'], policies: [{ ...policy, content: JSON.stringify(own) }] },
    );
    const emulator = emulatorOf({ world });
    const speaker = await asMember(emulator);
    expect(await put(emulator, speaker)).toMatchObject(
      deniedTo(
        speaker,
        'PutAlternateContact',
        ` on resource: ${standaloneArn('member')} with an explicit deny in a service control policy`,
      ),
    );
    const management = await speakerOf(emulator, 'administrator', 'management');
    expect(await put(emulator, management, byName(ids.member))).toMatchObject({ status: 200 });
  });

  it('is let through by a policy that exempts the role by its ARN', async () => {
    const policy = { id: 'p-central00', name: 'Central', description: '', tags: {} };
    const central = policyOf({
      Effect: 'Deny',
      Action: 'account:Put*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${role}` } },
    });
    const world = worldWith(
      { member: { serviceControlPolicies: ['p-FullAWSAccess', policy.id] } },
      { policyTypes: ['SERVICE_CONTROL_POLICY'], policies: [{ ...policy, content: JSON.stringify(central) }] },
    );
    const emulator = emulatorOf({ world });
    expect(await put(emulator, await asMember(emulator))).toMatchObject({ status: 200 });
    expect(await put(emulator, await speakerOf(emulator, 'administrator', 'member'))).toMatchObject({ status: 403 });
  });

  it('finds no role in an account that was invited', async () => {
    const emulator = emulatorOf({ world: worldWith({ member: { joinedMethod: 'INVITED' } }) });
    expect((await assume(emulator, ids.management, accessRoleOf(ids.member))).status).toBe(403);
  });
});

it('the delegated administrator is told where the management account is managed', async () => {
  for (const kind of kinds) {
    const emulator = sceneOf();
    const speaker = await speakerOf(emulator, kind, 'delegated');
    expect(await put(emulator, speaker, byName(ids.management))).toMatchObject(
      deniedTo(speaker, 'PutAlternateContact', standaloneHint),
    );
  }
});
