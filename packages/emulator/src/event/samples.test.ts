import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { account, organizations, type Signature } from '../client.builder.ts';
import { createEmulator } from '../create-emulator.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { assume, trusting } from '../services/sts/assume-role.builder.ts';
import type { World } from '../world/world-file.ts';
import { ids, makeClock, smallWorld } from '../world/worlds.builder.ts';
import type { Envelope } from './envelope.ts';
import { eventsOf } from './events.builder.ts';

/** The samples beside this file: those of AWS documentation, and, where it has none, made from the shapes of the interface. */
const names = [
  'CreateAccount',
  'CreateAccountResult',
  'InviteAccountToOrganization',
  'AcceptHandshake',
  'AccountJoinedOrganization',
  'MoveAccount',
  'TagResource',
  'RemoveAccountFromOrganization',
  'LeaveOrganization',
  'AccountDepartedOrganization',
  'CloseAccount',
  'CloseAccountResult',
  'PutAlternateContact',
  'DeleteAlternateContact',
  'RegionOptInStatusChange',
] as const;

type Name = (typeof names)[number];

const sampleOf = (name: Name): Envelope =>
  JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), 'utf8')) as Envelope;

/** What a text looks like: moments, ids and masks have a form of their own. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a moment in ISO 8601'],
  [/^[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d:\d\d [AP]M$/, 'a moment in US words'],
  [/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'an id of an event'],
  [/^\d{12}$/, 'an account'],
  [/^(r|ou)-ex01/, 'a unit'],
  [/^car-[a-z0-9]{8,32}$/, 'a creation'],
  [/^h-[a-z0-9]{8,32}$/, 'a handshake'],
  [/^arn:aws:organizations::\d{12}:handshake\/o-\w+\/invite\/h-\w+$/, 'the ARN of a handshake'],
  [/^arn:aws:sts::\d{12}:assumed-role\/[\w/-]+$/, 'a session'],
  [/^arn:aws:iam::\d{12}:role\/\w+$/, 'a role'],
  [/^A(ROA|SIA)\w+(:[\w-]+)?$/, 'an id of IAM'],
];

/** Kept as they are, since rules and handlers look at them. */
const exact = new Set(
  'version detail-type source region eventVersion type eventSource eventName awsRegion invokedBy state joinedMethod departedMethod action status tlsVersion cipherSuite clientProvidedHostHeader eventType eventCategory mfaAuthenticated regionName'.split(
    ' ',
  ),
);

const free = new Set([
  'userName',
  'sourceIPAddress',
  'alternateContactType',
  'userAgent',
  'name',
  'title',
  'emailAddress',
  'key',
  'value',
  'notes',
]);

/** The shape of a value: its names, and of each text what it looks like. */
const shapeOf = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => shapeOf(item, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, shapeOf(inside, name)]));
  if (typeof value !== 'string' || exact.has(key) || value === '****') return value;
  return forms.find(([form]) => form.test(value))?.[1] ?? (free.has(key) ? 'a text' : value);
};

/** Everybody acts in a role, as in the samples. */
const worldWithRoles = (): World => {
  const world = smallWorld();
  return {
    ...world,
    accounts: world.accounts.map((each) => ({
      ...each,
      roles: [
        {
          name: 'Admin',
          trust: trusting(each.id),
          policies: ['AdministratorAccess'],
          maxSessionDuration: 3600,
          tags: {},
        },
      ],
    })),
  };
};

/** Lives through everything that the samples tell of, and gives the events. */
const live = async (): Promise<readonly Envelope[]> => {
  const clock = makeClock();
  const emulator = createEmulator({ world: worldWithRoles(), quotas: 'off', clock });
  const roles = new Map<string, Signature>();
  for (const id of [ids.management, ids.delegated, ids.member, ids.outsider])
    roles.set(id, await assume(emulator, id, `arn:aws:iam::${id}:role/Admin`));
  const as = (id: string) => organizations(emulator, roles.get(id) ?? '');
  const contacts = (id: string) => account(emulator, roles.get(id) ?? '');
  const member = { AccountId: ids.member };
  await as(ids.management).call('CreateAccount', { Email: 'aws+new@example.com', AccountName: 'new' });
  clock.advance(2000);
  const target = { Target: { Id: ids.outsider, Type: 'ACCOUNT' }, Notes: 'joining' };
  const { body } = await as(ids.management).call('InviteAccountToOrganization', target);
  // The shape of the operation's answer.
  const { Id } = body['Handshake'] as { readonly Id: string };
  await as(ids.outsider).call('AcceptHandshake', { HandshakeId: Id });
  const move = { SourceParentId: ids.workloads, DestinationParentId: ids.sandbox };
  await as(ids.management).call('MoveAccount', { ...member, ...move });
  await as(ids.management).call('TagResource', { ResourceId: ids.member, Tags: [{ Key: 'team', Value: 'payments' }] });
  const security = { ...member, AlternateContactType: 'SECURITY' };
  await contacts(ids.delegated).call('PutAlternateContact', { ...security, ...mary });
  await contacts(ids.delegated).call('DeleteAlternateContact', security);
  await contacts(ids.management).call('EnableRegion', { ...member, RegionName: 'af-south-1' });
  await as(ids.outsider).call('LeaveOrganization');
  await as(ids.management).call('CloseAccount', member);
  clock.advance(180_000);
  await as(ids.management).call('RemoveAccountFromOrganization', member);
  return eventsOf(emulator);
};

/** The account was invited in the sample, and so after the one that was created; it left before the one that was removed. */
const eventCalled = (events: readonly Envelope[], name: Name): Envelope | undefined => {
  const found = events.filter((each) => nameOf(each) === name);
  return name === 'AccountJoinedOrganization' ? found.at(-1) : found[0];
};

const nameOf = (event: Envelope): string => String(event.detail['eventName'] ?? 'RegionOptInStatusChange');

describe('the events of an organization', () => {
  let events: readonly Envelope[] = [];
  beforeAll(async () => {
    events = await live();
  });

  it.each(names)('%s has the shape of its sample', (name) => {
    const [sample, event] = [shapeOf(sampleOf(name)), shapeOf(eventCalled(events, name))];
    expect(withoutResources(event, name)).toEqual(withoutResources(sample, name));
  });

  it('are in the order of the changes, each with a time that is not before the one before it', () => {
    expect(events.map(nameOf)).toEqual([
      'CreateAccount',
      'AccountJoinedOrganization',
      'CreateAccountResult',
      'InviteAccountToOrganization',
      'AcceptHandshake',
      'AccountJoinedOrganization',
      'MoveAccount',
      'TagResource',
      'PutAlternateContact',
      'DeleteAlternateContact',
      'EnableRegion',
      'LeaveOrganization',
      'AccountDepartedOrganization',
      'CloseAccount',
      'RegionOptInStatusChange',
      'CloseAccountResult',
      'RemoveAccountFromOrganization',
      'AccountDepartedOrganization',
    ]);
    expect(events.map(({ time }) => time)).toEqual(events.map(({ time }) => time).toSorted());
  });

  it('have ids that no other one has, and the same ones whenever the same happens at the same times', async () => {
    const found = events.flatMap(({ id, detail }) => [id, detail['eventID'], detail['requestID']]).filter(Boolean);
    expect(new Set(found).size).toBe(found.length);
    expect(await live()).toEqual(events);
  });

  it('are on the bus of the management account, but for what another account called, and Regions of whom it was asked for', () => {
    const elsewhere = events.filter((event) => event.account !== ids.management);
    expect(elsewhere.map((event) => [nameOf(event), event.account])).toEqual([
      ['AcceptHandshake', ids.outsider],
      ['PutAlternateContact', ids.delegated],
      ['DeleteAlternateContact', ids.delegated],
      ['EnableRegion', ids.member],
      ['LeaveOrganization', ids.outsider],
    ]);
  });
});

/** What a handshake shows when it was accepted is told by no sample; that of the interface is whole. */
const withoutResources = (shape: unknown, name: Name): unknown =>
  name === 'AcceptHandshake'
    ? JSON.parse(JSON.stringify(shape, (key, value: unknown) => (key === 'resources' ? undefined : value)))
    : shape;
