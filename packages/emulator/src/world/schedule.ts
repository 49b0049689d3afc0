import { type Agenda, schedule } from './agenda.ts';
import type { WorldHandshake } from './handshake-file.ts';
import type { WorldCreation } from './organization-file.ts';
import type { WorldAccount } from './world-file.ts';

const day = 86_400_000;

/** So long after it was closed an account is gone (AWS docs: closing an account, the time in which it can be reopened). */
const closedFor = 90 * day;

/** So long is a handshake told that has ended (AWS docs: AcceptHandshake). */
const endedFor = 30 * day;

/** Puts a creation that is under way on the agenda. */
export const scheduleCreation = (agenda: Agenda, { id, state, endsAt }: WorldCreation): void => {
  if (state === 'IN_PROGRESS') schedule(agenda, { kind: 'creation', id, at: Date.parse(endsAt) });
};

/** Puts the closing of an account, or its last day, on the agenda. */
export const scheduleClosure = (agenda: Agenda, { id, state, closure }: WorldAccount): void => {
  if (!closure) return;
  const end = Date.parse(closure.endsAt);
  if (state === 'PENDING_CLOSURE') schedule(agenda, { kind: 'closure', id, at: end });
  if (state === 'CLOSED') schedule(agenda, { kind: 'purge', id, at: end + closedFor });
};

/** Puts the Regions of an account on the agenda that are on their way; the id is both names. */
export const scheduleRegions = (agenda: Agenda, { id, regions = {} }: WorldAccount): void => {
  for (const [name, { until }] of Object.entries(regions))
    if (until !== undefined) schedule(agenda, { kind: 'region', id: `${id} ${name}`, at: Date.parse(until) });
};

/** Puts the end of a handshake on the agenda, or when it is forgotten. */
export const scheduleHandshake = (agenda: Agenda, { id, endedAt, expiresAt }: WorldHandshake): void => {
  const at = endedAt === undefined ? Date.parse(expiresAt) : Date.parse(endedAt) + endedFor;
  schedule(agenda, { kind: 'handshake', id, at });
};
