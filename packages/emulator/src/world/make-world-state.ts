import { ownPolicies } from './held-policy.ts';
import { addOrganization } from './organizations.ts';
import { rolesOf } from './roles-of.ts';
import { scheduleClosure, scheduleCreation, scheduleHandshake, scheduleRegions } from './schedule.ts';
import { holdSession } from './session.ts';
import type { WorldSession } from './session-file.ts';
import type { World, WorldAccount } from './world-file.ts';
import { blankWorld, childrenOf, seatOf, type WorldState } from './world-state.ts';

/** Makes a world that can change from its plain form, which it takes over, as its first organization sees it, or from outside where there is none. */
export const makeWorldState = (plain: World): WorldState => {
  const { organization, units, otherOrganizations = [], accounts, ...rest } = plain;
  const outside = blankWorld(
    rest.defaultAccountId ?? organization?.managementAccountId ?? accounts[0]?.id ?? '',
    rest.issued ?? 0,
  );
  const first = organization ? addOrganization(outside, organization, units) : outside;
  for (const { units: own, ...other } of otherOrganizations) addOrganization(outside, other, own);
  for (const account of accounts) placeAccount(outside, account);
  for (const { children } of outside.organizations.values()) for (const held of children.values()) held.accounts.sort();
  for (const handshake of rest.handshakes ?? []) outside.handshakes.set(handshake.id, handshake);
  for (const session of rest.sessions ?? []) addSession(outside, session);
  putOnAgenda(outside);
  return first;
};

/** Puts an account where the world says that it is; its unit has to be put in order when all of them are there. */
const placeAccount = (world: WorldState, account: WorldAccount): void => {
  world.accounts.set(account.id, account);
  for (const user of account.users ?? []) world.users.set(user.accessKeyId, { accountId: account.id, user });
  const home = account.parent === undefined ? undefined : world.homes.get(account.parent);
  if (!home || account.parent === undefined) return;
  childrenOf(home, account.parent).accounts.push(account.id);
  home.members.push(account.id);
};

const addSession = (world: WorldState, session: WorldSession): void => {
  const account = world.accounts.get(session.accountId);
  const role = account && rolesOf(seatOf(world, account.id), account).find(({ name }) => name === session.roleName);
  if (!role) throw new Error(`A session was let through of a role ${session.roleName} that is not there.`);
  world.sessions.set(session.accessKeyId, holdSession(session, role));
};

const putOnAgenda = ({ agenda, organizations, accounts, handshakes }: WorldState): void => {
  for (const { creations } of organizations.values())
    for (const creation of creations.values()) scheduleCreation(agenda, creation);
  for (const account of accounts.values()) {
    scheduleClosure(agenda, account);
    scheduleRegions(agenda, account);
  }
  for (const handshake of handshakes.values()) scheduleHandshake(agenda, handshake);
};

/** The world as plain data again; what is empty is left out. */
export const snapshotOf = (world: WorldState): World => {
  const [first, ...others] = [...world.organizations.values()].map(plainOrganization);
  const handshakes = [...world.handshakes.values()];
  const sessions = [...world.sessions.values()].map(({ granted }) => granted);
  return structuredClone({
    ...(first && { organization: first.organization }),
    defaultAccountId: world.defaultAccountId,
    units: first?.units ?? [],
    ...(others.length > 0 && {
      otherOrganizations: others.map((each) => ({ ...each.organization, units: each.units })),
    }),
    accounts: [...world.accounts.values()],
    ...(handshakes.length > 0 && { handshakes }),
    ...(sessions.length > 0 && { sessions }),
    ...(world.counter.issued > 0 && { issued: world.counter.issued }),
  });
};

const plainOrganization = ({ organization, policies, creations, units }: WorldState) => {
  if (!organization) throw new Error('The world lists an organization that is none.');
  return {
    organization: {
      ...organization,
      policies: ownPolicies(policies.values()),
      ...(creations.size > 0 && { creations: [...creations.values()] }),
    },
    units: [...units.values()],
  };
};
