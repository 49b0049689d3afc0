import { expect } from 'vitest';
import { account, organizations } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { eventsOf, namesOf } from '../event/events.builder.ts';
import { mary } from '../services/account/contacts.builder.ts';
import { emulatorOf, ids } from '../world/worlds.builder.ts';
import type { Behaviour, BehaviourName } from './behaviours.ts';

type Check = (emulator: Emulator) => Promise<void>;
type Members = Readonly<Record<string, unknown>>;

/** The management account writes a contact of the member; on which buses that is told, and what of the request. */
const contactEvents = async (
  emulator: Emulator,
): Promise<{ readonly accounts: readonly string[]; readonly parameters: Members }> => {
  const input = { AlternateContactType: 'SECURITY', AccountId: ids.member, ...mary };
  await account(emulator, ids.management).call('PutAlternateContact', input);
  const events = await eventsOf(emulator);
  return {
    accounts: events.map((event) => event.account),
    parameters: events[0]?.detail['requestParameters'] as Members,
  };
};

/** The outsider is invited and accepts. */
const invitationEvents = async (emulator: Emulator) => {
  const target = { Target: { Type: 'ACCOUNT', Id: ids.outsider } };
  const { body } = await organizations(emulator, ids.management).call('InviteAccountToOrganization', target);
  const { Id } = body['Handshake'] as { readonly Id: string };
  await organizations(emulator, ids.outsider).call('AcceptHandshake', { HandshakeId: Id });
  return eventsOf(emulator);
};

const invitationText = async (emulator: Emulator): Promise<string> =>
  JSON.stringify((await invitationEvents(emulator))[0]?.detail['responseElements']);

const founded = async (foundingEvent: Behaviour['foundingEvent']): Promise<readonly string[]> => {
  const emulator = emulatorOf({ behaviour: { foundingEvent } });
  await organizations(emulator, ids.outsider).call('CreateOrganization');
  return namesOf(emulator);
};

const refused = async (emulator: Emulator): Promise<readonly string[]> => {
  await organizations(emulator, ids.member).call('CreateAccount', { Email: 'aws+a@example.com', AccountName: 'a' });
  return namesOf(emulator);
};

/** What each value of the options about events does. */
export const eventChecks = {
  contactEventRecipient: {
    caller: async (emulator) => expect((await contactEvents(emulator)).accounts).toEqual([ids.management]),
    target: async (emulator) => expect((await contactEvents(emulator)).accounts).toEqual([ids.member]),
    both: async (emulator) => expect((await contactEvents(emulator)).accounts).toEqual([ids.management, ids.member]),
  },
  contactEventAccountId: {
    present: async (emulator) =>
      expect((await contactEvents(emulator)).parameters).toMatchObject({ accountId: ids.member }),
    absent: async (emulator) => expect((await contactEvents(emulator)).parameters).not.toHaveProperty('accountId'),
  },
  contactEventValues: {
    clear: async (emulator) =>
      expect((await contactEvents(emulator)).parameters).toMatchObject({ name: mary.Name, title: mary.Title }),
    hidden: async (emulator) =>
      expect((await contactEvents(emulator)).parameters).toMatchObject({
        alternateContactType: 'SECURITY',
        name: 'HIDDEN_DUE_TO_SECURITY_REASONS',
        emailAddress: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      }),
  },
  handshakeEventNames: {
    masked: async (emulator) =>
      expect(await invitationText(emulator)).toContain('{"type":"MASTER_EMAIL","value":"****"}'),
    clear: async (emulator) =>
      expect(await invitationText(emulator)).toContain('{"type":"MASTER_EMAIL","value":"aws+management@example.com"}'),
  },
  handshakeEventAction: {
    upper: async (emulator) => expect(await invitationText(emulator)).toContain('"action":"INVITE"'),
    lower: async (emulator) => expect(await invitationText(emulator)).toContain('"action":"invite"'),
  },
  acceptHandshakeRecipient: {
    caller: async (emulator) => expect(await acceptedOn(emulator)).toEqual([ids.outsider]),
    both: async (emulator) => expect(await acceptedOn(emulator)).toEqual([ids.outsider, ids.management]),
  },
  membershipEventDetails: {
    nested: async (emulator) =>
      expect(await joinedDetails(emulator)).toMatchObject({
        accountJoinedOrganizationDetails: { accountId: ids.outsider, joinedMethod: 'Invited' },
      }),
    flat: async (emulator) =>
      expect(await joinedDetails(emulator)).toMatchObject({ accountId: ids.outsider, joinedMethod: 'Invited' }),
  },
  foundingEvent: {
    none: async () => expect(await founded('none')).toEqual(['CreateOrganization']),
    joined: async () => expect(await founded('joined')).toEqual(['CreateOrganization', 'AccountJoinedOrganization']),
  },
  failedCallEvents: {
    publish: async (emulator) => expect(await refused(emulator)).toEqual(['CreateAccount']),
    omit: async (emulator) => expect(await refused(emulator)).toEqual([]),
  },
} as const satisfies { readonly [Name in BehaviourName]?: Readonly<Record<string, Check>> };

const acceptedOn = async (emulator: Emulator): Promise<readonly string[]> =>
  (await invitationEvents(emulator)).flatMap(({ account: bus, detail }) =>
    detail['eventName'] === 'AcceptHandshake' ? [bus] : [],
  );

const joinedDetails = async (emulator: Emulator): Promise<unknown> =>
  (await invitationEvents(emulator)).find(({ detail }) => detail['eventName'] === 'AccountJoinedOrganization')?.detail[
    'serviceEventDetails'
  ];
