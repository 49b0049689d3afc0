import { expect } from 'vitest';
import { organizations, type Reply } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { emulatorOf, ids, smallWorld } from '../world/worlds.builder.ts';
import type { Behaviour, BehaviourName } from './behaviours.ts';

type Check = (emulator: Emulator) => Promise<void>;

/** The parts of a handshake that the checks look at. */
interface Shown {
  readonly Id: string;
  readonly State: string;
  readonly Action: string;
}

const handshakeIn = ({ body }: Reply): Shown => body['Handshake'] as Shown;

const invite = (emulator: Emulator, id: string, caller: string = ids.management): Promise<Reply> =>
  organizations(emulator, caller).call('InviteAccountToOrganization', { Target: { Type: 'ACCOUNT', Id: id } });

const accept = (emulator: Emulator, caller: string, id: string): Promise<Reply> =>
  organizations(emulator, caller).call('AcceptHandshake', { HandshakeId: id });

/** The actions of the handshakes that all features take: that of the management account, then that of an invited one. */
const actions = async (allFeaturesActions: Behaviour['allFeaturesActions']): Promise<readonly unknown[]> => {
  const world = smallWorld({ featureSet: 'CONSOLIDATED_BILLING', trustedServices: [], delegatedAdministrators: [] });
  const accounts = world.accounts.map((each) =>
    each.id === ids.member ? { ...each, joinedMethod: 'INVITED' as const } : each,
  );
  const emulator = emulatorOf({ world: { ...world, accounts }, behaviour: { allFeaturesActions } });
  const begun = handshakeIn(await organizations(emulator, ids.management).call('EnableAllFeatures'));
  const { body } = await organizations(emulator, ids.member).call('ListHandshakesForAccount');
  const [asked] = body['Handshakes'] as readonly Shown[];
  await accept(emulator, ids.member, asked?.Id ?? '');
  expect(handshakeIn(await accept(emulator, ids.management, begun.Id)).State).toBe('ACCEPTED');
  expect(emulator.snapshot().organization?.featureSet).toBe('ALL');
  return [begun.Action, asked?.Action];
};

/** Another organization invites a member of the first one. */
const inviteElsewhere = async (emulator: Emulator): Promise<Reply> => {
  await organizations(emulator, ids.outsider).call('CreateOrganization');
  return invite(emulator, ids.member, ids.outsider);
};

const leave = (emulator: Emulator) => organizations(emulator, ids.member).call('LeaveOrganization');

const close = (emulator: Emulator, id: string) =>
  organizations(emulator, ids.management).call('CloseAccount', { AccountId: id });

/** What comes of a creation in an organization that is full. */
const createInFull = async (accountLimit: Behaviour['accountLimit']): Promise<Reply> => {
  const emulator = emulatorOf({
    world: smallWorld({ accountQuota: 4 }),
    behaviour: { accountLimit },
    instant: true,
  });
  const input = { Email: 'aws+new@example.com', AccountName: 'new' };
  return organizations(emulator, ids.management).call('CreateAccount', input);
};

/** What each value of the options about the life of accounts and handshakes does. */
export const lifeCycleChecks = {
  allFeaturesActions: {
    'enable-first': async () =>
      expect(await actions('enable-first')).toEqual(['ENABLE_ALL_FEATURES', 'APPROVE_ALL_FEATURES']),
    'approve-first': async () =>
      expect(await actions('approve-first')).toEqual(['APPROVE_ALL_FEATURES', 'ENABLE_ALL_FEATURES']),
  },
  inviteUnknown: {
    refuse: async (emulator) =>
      expect(await invite(emulator, ids.unknown)).toMatchObject({
        status: 400,
        body: { __type: 'InvalidInputException' },
      }),
    accept: async (emulator) => expect(handshakeIn(await invite(emulator, ids.unknown)).State).toBe('OPEN'),
  },
  inviteMemberElsewhere: {
    refuse: async (emulator) =>
      expect(await inviteElsewhere(emulator)).toMatchObject({ body: { Reason: 'ALREADY_IN_AN_ORGANIZATION' } }),
    allow: async (emulator) => {
      expect(await invite(emulator, ids.member)).toMatchObject({ body: { Reason: 'ALREADY_IN_AN_ORGANIZATION' } });
      const { Id } = handshakeIn(await inviteElsewhere(emulator));
      expect(handshakeIn(await accept(emulator, ids.member, Id)).State).toBe('ACCEPTED');
      const { otherOrganizations = [], accounts } = emulator.snapshot();
      const moved = accounts.find(({ id }) => id === ids.member);
      expect(moved).toMatchObject({ parent: otherOrganizations[0]?.units[0]?.id, joinedMethod: 'INVITED', tags: {} });
      const delegated = handshakeIn(await invite(emulator, ids.delegated, ids.outsider));
      expect(await accept(emulator, ids.delegated, delegated.Id)).toMatchObject({
        body: { Reason: 'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG' },
      });
    },
  },
  createdAccountLeaves: {
    allow: async (emulator) => expect(await leave(emulator)).toMatchObject({ status: 200 }),
    refuse: async (emulator) =>
      expect(await leave(emulator)).toMatchObject({ body: { Reason: 'MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED' } }),
  },
  closeDelegatedAdministrator: {
    allow: async (emulator) => expect(await close(emulator, ids.delegated)).toMatchObject({ status: 200 }),
    refuse: async (emulator) => {
      expect(await close(emulator, ids.delegated)).toMatchObject({
        body: { Reason: 'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG' },
      });
      expect(await close(emulator, ids.member)).toMatchObject({ status: 200 });
    },
  },
  accountLimit: {
    exception: async () =>
      expect(await createInFull('exception')).toMatchObject({ body: { Reason: 'ACCOUNT_NUMBER_LIMIT_EXCEEDED' } }),
    'failed-creation': async () =>
      expect(await createInFull('failed-creation')).toMatchObject({
        body: { CreateAccountStatus: { State: 'FAILED', FailureReason: 'ACCOUNT_LIMIT_EXCEEDED' } },
      }),
  },
} as const satisfies { readonly [Name in BehaviourName]?: Readonly<Record<string, Check>> };
