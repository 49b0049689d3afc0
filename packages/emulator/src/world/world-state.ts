import { type Agenda, makeAgenda } from './agenda.ts';
import type { WorldHandshake } from './handshake-file.ts';
import type { Happening } from './happening.ts';
import { fullAccessPolicy, type HeldPolicy } from './held-policy.ts';
import type { WorldCreation } from './organization-file.ts';
import type { WorldUser } from './principals-file.ts';
import type { Session } from './session.ts';
import type { World, WorldAccount, WorldUnit } from './world-file.ts';

/** Something a unit holds, as long as it is there. */
export interface Children {
  readonly units: string[];
  readonly accounts: string[];
}

/** What is there once, whoever looks. */
interface Everybody {
  readonly defaultAccountId: string;
  readonly accounts: Map<string, WorldAccount>;
  readonly handshakes: Map<string, WorldHandshake>;
  /** Who signs with which access key. */
  readonly users: Map<string, { readonly accountId: string; readonly user: WorldUser }>;
  /** Temporary credentials by access key id. */
  readonly sessions: Map<string, Session>;
  /** The world as each organization sees it, by its id, in the order in which they were made. */
  readonly organizations: Map<string, WorldState>;
  /** The same by the id of each of its units. */
  readonly homes: Map<string, WorldState>;
  readonly counter: {
    /** How many ids have been given out, so that new ones are new. */
    issued: number;
  };
  readonly agenda: Agenda;
  /** What came about and was not told yet. */
  readonly happenings: Happening[];
}

/**
 * A world that changes, as the accounts of one organization see it, or those of none: organization, units, policies and creations are
 * their own, everything else is the same for all. Indexed so that no call depends on how many accounts there are.
 */
export interface WorldState extends Everybody {
  readonly organization: World['organization'];
  readonly units: Map<string, WorldUnit>;
  /** By unit id: units in the order in which they were made, accounts by their ids. */
  readonly children: Map<string, Children>;
  /** The accounts of the organization, in the order in which they joined. */
  readonly members: string[];
  readonly creations: Map<string, WorldCreation>;
  /** The service control policies by id, AWS's own included. */
  readonly policies: Map<string, HeldPolicy>;
}

/** A world without anything, as it is seen from outside any organization. */
export const blankWorld = (defaultAccountId: string, issued: number): WorldState =>
  seatIn({
    defaultAccountId,
    accounts: new Map(),
    handshakes: new Map(),
    users: new Map(),
    sessions: new Map(),
    organizations: new Map(),
    homes: new Map(),
    counter: { issued },
    agenda: makeAgenda(),
    happenings: [],
  });

/** The same world seen by an organization that has nothing yet, or from outside any. */
export const seatIn = (everybody: Everybody, organization?: World['organization']): WorldState => ({
  ...everybody,
  organization,
  units: new Map(),
  children: new Map(),
  members: [],
  creations: new Map(),
  policies: new Map([[fullAccessPolicy.id, fullAccessPolicy]]),
});

/** The world as an account sees it: its own organization, or none. */
export const seatOf = (world: WorldState, accountId: string): WorldState => {
  const parent = world.accounts.get(accountId)?.parent;
  return (parent === undefined ? undefined : world.homes.get(parent)) ?? seatIn(world);
};

/** The account of an id, if it is in the organization that looks. */
export const memberOf = ({ accounts, units }: WorldState, id: string): WorldAccount | undefined => {
  const account = accounts.get(id);
  return account?.parent !== undefined && units.has(account.parent) ? account : undefined;
};

/** What is directly in a unit. */
export const childrenOf = (state: WorldState, unit: string): Children =>
  state.children.get(unit) ?? { units: [], accounts: [] };

/** The way from the root down to a unit, by ids. */
export const pathTo = (state: WorldState, unit: string): readonly string[] => {
  const parent = state.units.get(unit)?.parent;
  return parent === undefined ? [unit] : [...pathTo(state, parent), unit];
};
