import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, organizations, type Signature, sts } from '../client.builder.ts';
import { createEmulator, type Emulator } from '../create-emulator.ts';
import type { Envelope } from '../event/envelope.ts';
import { eventsOf } from '../event/events.builder.ts';
import { type Lived, life, livelyWorld, liveThrough, type Step } from './life.builder.ts';
import { checkWorld, parseWorld } from './parse-world.ts';
import type { World } from './world-file.ts';
import { makeClock } from './worlds.builder.ts';

const setUp = (world = livelyWorld(), clock = makeClock()) => ({
  clock,
  emulator: createEmulator({ world, quotas: 'off', clock }),
});

const liveAll = async (
  { emulator, clock }: ReturnType<typeof setUp>,
  steps: readonly Step[],
  after: (lived: Lived) => void | Promise<void> = () => {},
): Promise<readonly Lived[]> => {
  const all: Lived[] = [];
  for (const each of steps) {
    const lived = await liveThrough(emulator, clock, each);
    all.push(lived);
    await after(lived);
  }
  return all;
};

type Organization = NonNullable<World['organization']>;

/** Every organization with its units. */
const organizationsIn = ({ organization, units, otherOrganizations = [] }: World) => [
  ...(organization ? [{ organization: organization as Organization, units }] : []),
  ...otherOrganizations.map((other) => ({ organization: other as Organization, units: other.units })),
];

const depthOf = (units: World['units'], id: string): number => {
  const parent = units.find((each) => each.id === id)?.parent;
  return parent === undefined ? 0 : 1 + depthOf(units, parent);
};

/** How many times a thing stands in a list more often than once. */
const repeated = (items: readonly string[]): readonly string[] =>
  items.filter((item, place) => items.indexOf(item) < place);

/** What holds in every moment of every life. */
const expectOrder = (world: World): void => {
  expect(checkWorld(world)).toMatchObject({ kind: 'world' });
  expect(repeated(world.accounts.map(({ email }) => email.toLowerCase()))).toEqual([]);
  for (const { organization, units } of organizationsIn(world)) {
    const own = new Set(units.map(({ id }) => id));
    const members = world.accounts.filter(({ parent }) => parent !== undefined && own.has(parent));
    const { creations = [], accountQuota = 50_000, id, delegatedAdministrators } = organization;
    const underWay = creations.filter(({ state, failure }) => state === 'IN_PROGRESS' && failure === undefined);
    const invited = (world.handshakes ?? []).filter(
      ({ from, state }) => from.organizationId === id && state === 'OPEN',
    );
    expect(members.length + underWay.length + invited.length).toBeLessThanOrEqual(accountQuota);
    expect(creations.filter(({ state }) => state === 'IN_PROGRESS').length).toBeLessThanOrEqual(5);
    expect(members.filter(({ state }) => state === 'PENDING_CLOSURE').length).toBeLessThanOrEqual(3);
    expect(delegatedAdministrators.length).toBeLessThanOrEqual(1);
    expect(repeated(units.map(({ parent = '', name }) => `${parent} ${name}`))).toEqual([]);
    expect(Math.max(...units.map((unit) => depthOf(units, unit.id)))).toBeLessThanOrEqual(5);
  }
};

/** Who is in the first organization, as the events tell it. */
const toldMembers = (events: readonly Envelope[], { organization, accounts }: World): readonly string[] => {
  const members = new Set(accounts.filter(({ parent }) => parent !== undefined).map(({ id }) => id));
  for (const { detail } of events) {
    const details = Object.values((detail['serviceEventDetails'] ?? {}) as object)[0] as
      | { readonly organizationId?: string; readonly accountId: string }
      | undefined;
    if (details?.organizationId !== organization?.id) continue;
    if (detail['eventName'] === 'AccountJoinedOrganization') members.add(details?.accountId ?? '');
    if (detail['eventName'] === 'AccountDepartedOrganization') members.delete(details?.accountId ?? '');
  }
  return [...members].toSorted();
};

const membersOf = ({ organization, units, accounts }: World): readonly string[] => {
  const own = new Set(units.map(({ id }) => id));
  const members = accounts.filter(({ parent }) => parent !== undefined && own.has(parent)).map(({ id }) => id);
  return organization ? members.toSorted() : [];
};

const listings = [
  'DescribeOrganization',
  'ListAccounts',
  'ListRoots',
  'ListHandshakesForAccount',
  'ListHandshakesForOrganization',
  'ListCreateAccountStatus',
  'ListDelegatedAdministrators',
  'ListAWSServiceAccessForOrganization',
] as const;

/** Everything that the management accounts can read, and the lists of everybody, with the answers. */
const readAll = async (
  emulator: Emulator,
  world: World,
  sessions: readonly Signature[],
): Promise<readonly unknown[]> => {
  const answers: unknown[] = [];
  const readers = new Set(organizationsIn(world).map(({ organization }) => organization.managementAccountId));
  for (const { id } of world.accounts) {
    const client = organizations(emulator, id);
    for (const operation of listings) answers.push((await client.call(operation)).body);
    if (!readers.has(id)) continue;
    for (const about of world.accounts) {
      answers.push((await client.call('DescribeAccount', { AccountId: about.id })).body);
      answers.push((await client.call('ListParents', { ChildId: about.id })).body);
      answers.push((await client.call('ListTagsForResource', { ResourceId: about.id })).body);
      const information = await account(emulator, id).call('GetAccountInformation', { AccountId: about.id });
      answers.push(information.body);
    }
    for (const unit of world.units) {
      answers.push((await client.call('DescribeOrganizationalUnit', { OrganizationalUnitId: unit.id })).body);
      for (const ChildType of ['ACCOUNT', 'ORGANIZATIONAL_UNIT'])
        answers.push((await client.call('ListChildren', { ParentId: unit.id, ChildType })).body);
    }
    answers.push(
      (await account(emulator, id).call('ListRegions', { RegionOptStatusContains: ['ENABLING', 'ENABLED'] })).body,
    );
  }
  for (const session of sessions) {
    answers.push(/<Arn>.*<\/Arn>|<Code>.*<\/Code>/.exec((await sts(emulator, session)).xml)?.[0]);
    answers.push((await organizations(emulator, session).call('DescribeOrganization')).body);
  }
  return answers;
};

describe('any life of organizations and accounts', () => {
  it('keeps everything in order, and its events in the order of the changes', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const here = setUp();
        const lived = await liveAll(here, steps, ({ reply }) => {
          expect(reply?.status ?? 200).toBeLessThan(500);
          expectOrder(here.emulator.snapshot());
        });
        const events = await eventsOf(here.emulator);
        const told = events.filter((event) => event['detail-type'] === 'AWS API Call via CloudTrail');
        expect(told.map(({ detail }) => detail['eventName'])).toEqual(
          lived.flatMap(({ operation }) => operation ?? []),
        );
        expect(told.map(({ detail }) => detail['errorCode'] === undefined)).toEqual(
          lived.flatMap(({ reply }) => (reply ? [reply.status === 200] : [])),
        );
        expect(events.map(({ time }) => time)).toEqual(events.map(({ time }) => time).toSorted());
        expect(repeated(events.map(({ id }) => id))).toEqual([]);
        const { emulator } = here;
        const isStillThere = emulator.snapshot().organization?.id === livelyWorld().organization?.id;
        if (isStillThere) expect(toldMembers(events, livelyWorld())).toEqual(membersOf(emulator.snapshot()));
      }),
      { numRuns: 100 },
    );
  });

  it('gives out no id of an account, a unit, a handshake or a creation twice', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const here = setUp();
        const given = (await liveAll(here, steps)).flatMap(({ reply, operation }) => {
          const shown =
            reply?.status === 200 && /^(Create|Invite)/.test(operation ?? '') ? Object.values(reply.body) : [];
          return shown.map((each) => (each as { readonly Id: string }).Id);
        });
        expect(repeated(given)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('can be written down at any moment, and goes on from there as if nothing had been', async () => {
    await fc.assert(
      fc.asyncProperty(life, life, async (before, after) => {
        const here = setUp();
        const sessions = (await liveAll(here, before)).flatMap(({ session }) => session ?? []);
        const world = here.emulator.snapshot();
        const written = parseWorld(JSON.stringify(world));
        expect(written).toEqual({ kind: 'world', world });
        const there = setUp(written.kind === 'world' ? written.world : world, here.clock);
        expect(await readAll(there.emulator, world, sessions)).toEqual(await readAll(here.emulator, world, sessions));
        const still = { ...here, clock: { ...here.clock, advance: () => {} } };
        for (const each of after.slice(0, 10)) {
          const lived = await liveThrough(here.emulator, here.clock, each);
          const again = await liveThrough(there.emulator, still.clock, each);
          expect(again.reply?.body).toEqual(lived.reply?.body);
        }
        expect(there.emulator.snapshot()).toEqual(here.emulator.snapshot());
      }),
      { numRuns: 30 },
    );
  });
});
