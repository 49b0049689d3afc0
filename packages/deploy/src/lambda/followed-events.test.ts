import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runMachine } from '../machine/run-machine.builder.ts';
import { forwardedEvents } from '../stack/event-patterns.ts';
import { ids } from '../stack/resolve-template.builder.ts';
import { type Deployed, deploy } from './deployed.builder.ts';
import { happen } from './happen.builder.ts';

const policy = `version: 1
contacts:
  desk: { name: Mary Major, title: Security, email: security@example.com, phone: "+1(555)555-5555" }
  finance: { name: Nikki Wolf, title: Finance, email: finance@example.com, phone: "+1(555)555-0100" }
assignments:
  - match: all
    security: desk
  - match: { ou: Workloads }
    billing: finance
  - match: { tag: { team: payments } }
    operations: desk
`;

const outsider = '999900001111';
const workloads = 'ou-ex01-workload1';

/** An envelope of the emulator's bus, as far as rules look at it. */
interface Envelope {
  readonly account: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: { readonly eventSource?: string; readonly eventName?: string; readonly eventID?: string };
}

const deployments: Deployed[] = [];

/** A deployment that has done its first work, with an account outside the organization beside it. */
const start = async (): Promise<Deployed> => {
  const deployed = await deploy({
    policy,
    emulator: { instant: true },
    world: (world) => ({
      ...world,
      accounts: [
        ...world.accounts,
        {
          id: outsider,
          name: 'outsider',
          email: 'outsider@example.com',
          state: 'ACTIVE',
          joinedMethod: 'INVITED',
          joinedAt: '2026-01-02T03:04:05.678Z',
          tags: {},
          contacts: {},
        },
      ],
    }),
  });
  deployments.push(deployed);
  await runMachine(deployed);
  return deployed;
};

beforeAll(() => {
  // As the template sets it for the functions: the SDK puts it into the user agent of every call.
  vi.stubEnv('AWS_SDK_UA_APP_ID', 'orgcontacts');
});
afterAll(() => {
  vi.unstubAllEnvs();
});
afterEach(async () => {
  for (const each of deployments.splice(0)) await each.close();
});

/** What the rules of the templates let through, of what is on the bus of one of the two accounts after a place. */
const followed = async ({ emulator }: Deployed, since?: number) => {
  const answered = await emulator.fetch(
    new Request(`http://127.0.0.1/_emulator/events${since === undefined ? '' : `?since=${since}`}`),
  );
  const { events, last } = (await answered.json()) as {
    readonly events: readonly { readonly event: Envelope }[];
    readonly last: number;
  };
  const isFollowed = ({ account, detail, source, 'detail-type': type }: Envelope): boolean =>
    [ids.management, ids.keeper].some((id) => id === account) &&
    Object.values(forwardedEvents).some(
      (pattern) =>
        pattern.source.includes(source) &&
        pattern['detail-type'].includes(type) &&
        pattern.detail['eventSource']?.includes(detail.eventSource ?? '') === true &&
        pattern.detail['eventName']?.includes(detail.eventName ?? '') === true,
    );
  return { last, events: events.map(({ event }) => event).filter(isFollowed) };
};

const call = async (
  { emulator }: Deployed,
  caller: string,
  service: 'organizations' | 'account',
  operation: string,
  parameters: object,
) => {
  const isAccount = service === 'account';
  const answered = await emulator.fetch(
    new Request(`http://127.0.0.1/${isAccount ? `${operation.charAt(0).toLowerCase()}${operation.slice(1)}` : ''}`, {
      method: 'POST',
      headers: {
        'content-type': isAccount ? 'application/json' : 'application/x-amz-json-1.1',
        ...(!isAccount && { 'x-amz-target': `AWSOrganizationsV20161128.${operation}` }),
        authorization: `AWS4-HMAC-SHA256 Credential=${caller}/20261124/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`,
      },
      body: JSON.stringify(parameters),
    }),
  );
  const text = await answered.text();
  if (!answered.ok) throw new Error(`${operation}: ${text}`);
  return text === '' ? {} : JSON.parse(text);
};

const contactsOf = ({ emulator }: Deployed) =>
  Object.fromEntries(
    emulator
      .snapshot()
      .accounts.map(({ email, contacts }) => [
        email,
        Object.fromEntries(Object.entries(contacts).map(([type, contact]) => [type, contact?.Name])),
      ]),
  );

const edit = (deployed: Deployed, caller: string, AccountId: string) =>
  call(deployed, caller, 'account', 'PutAlternateContact', {
    AccountId,
    AlternateContactType: 'SECURITY',
    Name: 'By hand',
    Title: 'By hand',
    EmailAddress: 'hand@example.com',
    PhoneNumber: '+1(555)555-0199',
  });

/** Everything that can happen to accounts at once: created, invited, moved, tagged, and edited from both accounts that may. */
const happenings = async (deployed: Deployed): Promise<void> => {
  const manage = (operation: string, parameters: object) =>
    call(deployed, ids.management, 'organizations', operation, parameters);
  await manage('CreateAccount', { Email: 'created@example.com', AccountName: 'created' });
  const { Handshake } = await manage('InviteAccountToOrganization', { Target: { Type: 'ACCOUNT', Id: outsider } });
  await call(deployed, outsider, 'organizations', 'AcceptHandshake', { HandshakeId: Handshake.Id });
  await manage('MoveAccount', { AccountId: '666677778888', SourceParentId: 'r-ex01', DestinationParentId: workloads });
  await manage('TagResource', { ResourceId: '555566667777', Tags: [{ Key: 'team', Value: 'payments' }] });
  await edit(deployed, ids.management, '444455556666');
  await edit(deployed, ids.keeper, ids.keeper);
};

const right = {
  'created@example.com': { SECURITY: 'Mary Major' },
  'outsider@example.com': { SECURITY: 'Mary Major' },
  [`aws+${ids.management}@example.com`]: { SECURITY: 'Mary Major' },
  [`aws+${ids.keeper}@example.com`]: { SECURITY: 'Mary Major' },
  'aws+444455556666@example.com': { BILLING: 'Nikki Wolf', OPERATIONS: 'Mary Major', SECURITY: 'Mary Major' },
  'aws+555566667777@example.com': { BILLING: 'Nikki Wolf', OPERATIONS: 'Mary Major', SECURITY: 'Mary Major' },
  'aws+666677778888@example.com': { BILLING: 'Nikki Wolf', SECURITY: 'Mary Major' },
};

describe('the events of the emulator, through the rules of the templates', () => {
  it('put a created, an invited, a moved, a tagged and two edited accounts right, with nothing else', async () => {
    const deployed = await start();
    const { last } = await followed(deployed);
    await happenings(deployed);
    const { events } = await followed(deployed, last);
    expect(new Set(events.map(({ detail }) => detail.eventName))).toEqual(
      new Set([
        'CreateAccountResult',
        'AccountJoinedOrganization',
        'MoveAccount',
        'TagResource',
        'PutAlternateContact',
      ]),
    );
    await happen(deployed, ...events);
    expect(contactsOf(deployed)).toEqual(right);
    expect(await deployed.denied()).toEqual([]);
  });

  it('of its own writes start nothing', async () => {
    const deployed = await start();
    const { events } = await followed(deployed);
    expect(events.filter(({ detail }) => detail.eventName === 'PutAlternateContact').length).toBeGreaterThan(5);
    expect((await happen(deployed, ...events)).ends).toEqual([]);
  });

  it('end in the same contacts, twice, in any order and in any parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (chances) => {
        const chance = () => chances.next().value ?? 0;
        const deployed = await start();
        const { last } = await followed(deployed);
        await happenings(deployed);
        const { events } = await followed(deployed, last);
        const shuffled = [...events, ...events]
          .map((event) => ({ event, at: chance() }))
          .sort((one, other) => one.at - other.at)
          .map(({ event }) => event);
        const cut = chance() % shuffled.length;
        await happen(deployed, ...shuffled.slice(0, cut));
        await happen(deployed, ...shuffled.slice(cut));
        expect(contactsOf(deployed)).toEqual(right);
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
