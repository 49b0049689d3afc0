import fc from 'fast-check';
import { account, organizations, type Reply, type Signature } from '../client.builder.ts';
import type { Emulator } from '../create-emulator.ts';
import { accessRoleOf, assume } from '../services/sts/assume-role.builder.ts';
import type { WorldHandshake } from './handshake-file.ts';
import type { World, WorldAccount } from './world-file.ts';
import { ids, smallWorld } from './worlds.builder.ts';

/** Something that somebody does in the life of organizations; numbers pick what there is at that moment, so that most of it succeeds. */
export type Step =
  | { readonly kind: 'create'; readonly by: number; readonly email: number }
  | { readonly kind: 'invite'; readonly by: number; readonly account: number; readonly byEmail: boolean }
  | { readonly kind: 'answer'; readonly how: 'Accept' | 'Decline' | 'Cancel'; readonly handshake: number }
  | { readonly kind: 'move'; readonly account: number; readonly unit: number }
  | { readonly kind: 'tag'; readonly account: number; readonly value: string }
  | { readonly kind: PlainKind; readonly account: number }
  | { readonly kind: 'session'; readonly account: number }
  | { readonly kind: 'unit'; readonly parent: number; readonly name: string }
  | { readonly kind: 'drop'; readonly unit: number }
  | { readonly kind: 'region'; readonly account: number }
  | { readonly kind: 'pass'; readonly milliseconds: number };

const index = fc.nat({ max: 11 });
const day = 86_400_000;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const), by: index, email: index }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('invite' as const), by: index, account: index, byEmail: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      how: fc.constantFrom('Accept', 'Accept', 'Decline', 'Cancel'),
      handshake: index,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), account: index, unit: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('tag' as const), account: index, value: fc.constantFrom('a', 'b', '') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('close', 'remove', 'leave', 'found', 'dissolve'),
      account: index,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('delegate', 'undelegate'), account: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('unit' as const), parent: index, name: fc.constantFrom('A', 'B') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), unit: index }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('region', 'session'), account: index }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      milliseconds: fc.constantFrom(1000, 2000, 180_000, 5 * day, 16 * day, 91 * day),
    }),
  },
);

/** What happens in a life. */
export const life = fc.array(step, { minLength: 1, maxLength: 25, size: 'max' });

/** Three accounts outside, and an organization that may have two accounts more than it has. */
export const livelyWorld = (): World => {
  const world = smallWorld({ accountQuota: 6 });
  const outsider = world.accounts.find(({ id }) => id === ids.outsider) as WorldAccount;
  const others = ['555566667777', '666677778888'].map((id, place) => ({
    ...outsider,
    id,
    name: `n${place}`,
    email: `aws+n${place}@example.com`,
  }));
  return { ...world, accounts: [...world.accounts, ...others] };
};

/** What a step came to: the operation that was called, if any, and its answer. */
export interface Lived {
  readonly operation?: string;
  readonly reply?: Reply;
  readonly session?: Signature;
}

const pick = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length];

/** Does one step. */
export const liveThrough = async (
  emulator: Emulator,
  clock: { advance(milliseconds: number): void },
  one: Step,
): Promise<Lived> => {
  if (one.kind === 'pass') {
    clock.advance(one.milliseconds);
    return {};
  }
  const world = emulator.snapshot();
  if (one.kind === 'session') {
    const target = pick(world.accounts, one.account)?.id ?? '';
    const { status, ...session } = await assume(emulator, managerOf(world, target), accessRoleOf(target));
    return status === 200 ? { session } : {};
  }
  if (one.kind === 'region') {
    const input = { RegionName: 'af-south-1', AccountId: pick(world.accounts, one.account)?.id };
    const reply = await account(emulator, ids.management).call('EnableRegion', input);
    return { operation: 'EnableRegion', reply };
  }
  const [caller, operation, input] = callOf(world, one);
  return { operation, reply: await organizations(emulator, caller).call(operation, input) };
};

type Call = readonly [caller: string, operation: string, input: Readonly<Record<string, unknown>>];
type PlainKind = 'close' | 'remove' | 'leave' | 'found' | 'dissolve' | 'delegate' | 'undelegate';
type CallingStep = Exclude<Step, { readonly kind: 'pass' | 'session' | 'region' }>;

const slot = (AccountId: string) => ({ AccountId, ServicePrincipal: 'account.amazonaws.com' });

/** Steps that are about one account and nothing else. */
const plain: Readonly<Record<PlainKind, (id: string, manager: string) => Call>> = {
  close: (id, manager) => [manager, 'CloseAccount', { AccountId: id }],
  remove: (id, manager) => [manager, 'RemoveAccountFromOrganization', { AccountId: id }],
  leave: (id) => [id, 'LeaveOrganization', {}],
  found: (id) => [id, 'CreateOrganization', {}],
  dissolve: (_, manager) => [manager, 'DeleteOrganization', {}],
  delegate: (id, manager) => [manager, 'RegisterDelegatedAdministrator', slot(id)],
  undelegate: (id, manager) => [manager, 'DeregisterDelegatedAdministrator', slot(id)],
};

const callOf = (world: World, one: CallingStep): Call => {
  const { accounts, units } = world;
  const id = 'account' in one ? (pick(accounts, one.account)?.id ?? '') : '';
  const manager = managerOf(world, id);
  if (isPlain(one)) return plain[one.kind](id, manager);
  switch (one.kind) {
    case 'create':
      return [
        managerAt(world, one.by),
        'CreateAccount',
        { Email: `aws+c${one.email}@example.com`, AccountName: `c${one.email}` },
      ];
    case 'invite':
      return invitation(world, managerAt(world, one.by), one.account, one.byEmail);
    case 'answer':
      return answer(world, one.how, pick(world.handshakes ?? [], one.handshake));
    case 'move': {
      const SourceParentId = accounts.find((each) => each.id === id)?.parent ?? ids.root;
      return [
        manager,
        'MoveAccount',
        { AccountId: id, SourceParentId, DestinationParentId: pick(units, one.unit)?.id ?? ids.root },
      ];
    }
    case 'tag':
      return [manager, 'TagResource', { ResourceId: id, Tags: [{ Key: 'team', Value: one.value }] }];
    case 'unit':
      return [
        ids.management,
        'CreateOrganizationalUnit',
        { ParentId: pick(units, one.parent)?.id ?? ids.root, Name: one.name },
      ];
    case 'drop':
      return [
        ids.management,
        'DeleteOrganizationalUnit',
        { OrganizationalUnitId: pick(units.slice(1), one.unit)?.id ?? ids.sandbox },
      ];
    default:
      return one satisfies never;
  }
};

/** Mostly of somebody who is in no organization. */
const invitation = ({ accounts }: World, manager: string, place: number, byEmail: boolean): Call => {
  const outside = accounts.filter(({ parent }) => parent === undefined);
  const { id = '', email = '' } = pick([...outside, ...outside, ...outside, ...accounts], place) ?? {};
  const Target = byEmail ? { Type: 'EMAIL', Id: email } : { Type: 'ACCOUNT', Id: id };
  return [manager, 'InviteAccountToOrganization', { Target, Tags: [{ Key: 'joined', Value: 'yes' }] }];
};

/** By whoever has a say in it, if there still is such an account. */
const answer = ({ accounts }: World, how: string, handshake: WorldHandshake | undefined): Call => {
  const { from, to } = handshake ?? {};
  const asked = to?.type === 'EMAIL' ? accounts.find(({ email }) => email === to.id)?.id : to?.id;
  const wanted = how === 'Cancel' ? from?.managementAccountId : asked;
  const caller = accounts.find(({ id }) => id === wanted)?.id ?? ids.management;
  return [caller, `${how}Handshake`, { HandshakeId: handshake?.id ?? 'h-00000000' }];
};

const isPlain = (one: Step): one is Extract<Step, { readonly kind: PlainKind }> => Object.hasOwn(plain, one.kind);

/** The management accounts, the first one more often than others. */
const managerAt = (world: World, place: number): string => {
  const others = (world.otherOrganizations ?? []).map(({ managementAccountId }) => managementAccountId);
  const first = world.organization?.managementAccountId ?? ids.management;
  return pick([first, first, first, ...others], place) ?? first;
};

/** The management account of the organization that an account is in, else that of the first one. */
const managerOf = (world: World, id: string): string => {
  const parent = world.accounts.find((each) => each.id === id)?.parent;
  const home = (world.otherOrganizations ?? []).find(({ units }) => units.some((unit) => unit.id === parent));
  return home?.managementAccountId ?? world.organization?.managementAccountId ?? ids.management;
};
