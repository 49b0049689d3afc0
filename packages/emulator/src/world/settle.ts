import { type Due, takeDue } from './agenda.ts';
import { newAccount } from './new-account.ts';
import { joinUnit, leaveUnit } from './place.ts';
import { regions } from './region.ts';
import { scheduleClosure, scheduleHandshake } from './schedule.ts';
import type { WorldAccount } from './world-file.ts';
import { seatOf, type WorldState } from './world-state.ts';

/** Brings everything to its end whose time has come, in the order of the times: called before anybody looks at the world. */
export const settle = (world: WorldState, now: number): void => {
  for (let due = takeDue(world.agenda, now); due; due = takeDue(world.agenda, now)) ends[due.kind](world, due);
};

const endCreation = (world: WorldState, { id, at }: Due): void => {
  const seat = [...world.organizations.values()].find(({ creations }) => creations.has(id));
  const creation = seat?.creations.get(id);
  if (!seat?.organization || !creation) return;
  const { managementAccountId, id: organizationId } = seat.organization;
  const { accountId, failure } = creation;
  const told = { kind: 'creation-ended', at, managementAccountId, creationId: id } as const;
  const requestedAt = Date.parse(creation.requestedAt);
  if (accountId === undefined || failure !== undefined) {
    creation.state = 'FAILED';
    world.happenings.push({ ...told, state: 'FAILED', requestedAt, ...(failure !== undefined && { failure }) });
    return;
  }
  creation.state = 'SUCCEEDED';
  const account = newAccount(seat, { ...creation, accountId });
  joinUnit(seat, account, account.parent ?? '');
  const method = 'Created';
  world.happenings.push(
    { kind: 'account-joined', at, organizationId, managementAccountId, accountId, method },
    { ...told, state: 'SUCCEEDED', requestedAt, accountId },
  );
};

const endClosure = (world: WorldState, { id, at }: Due): void => {
  const account = world.accounts.get(id);
  if (!account?.closure) return;
  const { requestedAt, failure, before = 'ACTIVE' } = account.closure;
  account.state = failure === undefined ? 'CLOSED' : before;
  scheduleClosure(world.agenda, account);
  const { organization } = seatOf(world, id);
  if (failure !== undefined) delete account.closure;
  if (organization)
    world.happenings.push({
      kind: 'closure-ended',
      at,
      managementAccountId: organization.managementAccountId,
      accountId: id,
      requestedAt: Date.parse(requestedAt),
      ...(failure === undefined ? { state: 'SUCCEEDED' as const } : { state: 'FAILED' as const, failure }),
    });
};

/** What was closed for long enough is gone, and whatever stood for it. */
const purge = (world: WorldState, { id, at }: Due): void => {
  const account = world.accounts.get(id);
  if (!account) return;
  const seat = seatOf(world, id);
  if (seat.organization) departGone(seat, account, at);
  world.accounts.delete(id);
  for (const { accessKeyId } of account.users ?? []) world.users.delete(accessKeyId);
  for (const [key, { granted }] of world.sessions) if (granted.accountId === id) world.sessions.delete(key);
};

const departGone = (seat: WorldState, account: WorldAccount, at: number): void => {
  const { organization } = seat;
  if (!organization) return;
  const { id: organizationId, managementAccountId } = organization;
  organization.delegatedAdministrators = organization.delegatedAdministrators.filter(
    ({ accountId }) => accountId !== account.id,
  );
  leaveUnit(seat, account);
  seat.happenings.push({
    kind: 'account-departed',
    at,
    organizationId,
    managementAccountId,
    accountId: account.id,
    method: 'Cleaned',
  });
};

const endHandshake = (world: WorldState, { id }: Due): void => {
  const handshake = world.handshakes.get(id);
  if (!handshake) return;
  if (handshake.endedAt !== undefined) return void world.handshakes.delete(id);
  handshake.state = 'EXPIRED';
  handshake.endedAt = handshake.expiresAt;
  scheduleHandshake(world.agenda, handshake);
};

/** The Region itself is read by the time that it is, also by reads that are behind. */
const endRegion = (world: WorldState, { id, at }: Due): void => {
  const [accountId = '', region = ''] = id.split(' ');
  const changed = world.accounts.get(accountId)?.regions?.[region];
  const status = changed?.status ?? regions.get(region);
  const isOn = status === 'ENABLING' || status === 'ENABLED';
  world.happenings.push({
    kind: 'region-changed',
    at,
    callerId: changed?.by ?? accountId,
    accountId,
    region,
    status: isOn ? 'ENABLED' : 'DISABLED',
  });
};

const ends: Readonly<Record<Due['kind'], (world: WorldState, due: Due) => void>> = {
  creation: endCreation,
  closure: endClosure,
  purge,
  handshake: endHandshake,
  region: endRegion,
};
