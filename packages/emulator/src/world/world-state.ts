import { fullAccessPolicy, type HeldPolicy, holdPolicy, ownPolicies } from './held-policy.ts';
import type { WorldUser } from './principals-file.ts';
import type { Session } from './session.ts';
import type { World, WorldAccount, WorldUnit } from './world-file.ts';

/** An account creation under way or ended. */
export interface Creation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly requestedAt: number;
  /** When it comes to its end, in milliseconds since the epoch. */
  readonly endsAt: number;
  readonly accountId?: string;
  readonly failure?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The name of the role by which the management account reaches it. */
  readonly roleName?: string;
}

/** Something a unit holds, as long as it is there. */
interface Children {
  readonly units: string[];
  readonly accounts: string[];
}

/** A world that changes: indexed so that no call depends on how many accounts there are. */
export interface WorldState {
  organization: World['organization'];
  readonly defaultAccountId: string;
  readonly accounts: Map<string, WorldAccount>;
  readonly units: Map<string, WorldUnit>;
  /** By unit id, in the order of arrival. */
  readonly children: Map<string, Children>;
  /** The accounts of the organization, in the order in which they joined. */
  readonly members: string[];
  readonly creations: Map<string, Creation>;
  /** The service control policies by id, AWS's own included. */
  readonly policies: Map<string, HeldPolicy>;
  /** Who signs with which access key. */
  readonly users: Map<string, { readonly accountId: string; readonly user: WorldUser }>;
  /** Temporary credentials by access key id. */
  readonly sessions: Map<string, Session>;
  /** How many ids have been given out, so that new ones are new. */
  issued: number;
}

/** Makes a world that can change from its plain form. */
export const makeWorldState = (world: World): WorldState => {
  const state: WorldState = {
    organization: structuredClone(world.organization),
    defaultAccountId: world.defaultAccountId ?? world.organization?.managementAccountId ?? world.accounts[0]?.id ?? '',
    accounts: new Map(),
    units: new Map(),
    children: new Map(),
    members: [],
    creations: new Map(),
    policies: new Map([[fullAccessPolicy.id, fullAccessPolicy]]),
    users: new Map(),
    sessions: new Map(),
    issued: 0,
  };
  const { organization } = state;
  if (organization)
    for (const policy of organization.policies) state.policies.set(policy.id, holdPolicy(organization, policy));
  for (const unit of world.units) addUnit(state, structuredClone(unit));
  for (const account of world.accounts) addAccount(state, structuredClone(account));
  return state;
};

/** Adds a unit under its parent. */
export const addUnit = (state: WorldState, unit: WorldUnit): void => {
  state.units.set(unit.id, unit);
  state.children.set(unit.id, { units: [], accounts: [] });
  if (unit.parent !== undefined) childrenOf(state, unit.parent).units.push(unit.id);
};

/** Adds an account; with a parent it is a member of the organization. */
export const addAccount = (state: WorldState, account: WorldAccount): void => {
  state.accounts.set(account.id, account);
  for (const user of account.users ?? []) state.users.set(user.accessKeyId, { accountId: account.id, user });
  if (account.parent === undefined) return;
  childrenOf(state, account.parent).accounts.push(account.id);
  state.members.push(account.id);
};

/** Moves an account to another unit. */
export const moveAccount = (state: WorldState, account: WorldAccount, to: string): void => {
  const from = childrenOf(state, account.parent ?? '').accounts;
  from.splice(from.indexOf(account.id), 1);
  childrenOf(state, to).accounts.push(account.id);
  account.parent = to;
};

/** What is directly in a unit. */
export const childrenOf = (state: WorldState, unit: string): Children =>
  state.children.get(unit) ?? { units: [], accounts: [] };

/** The way from the root down to a unit, by ids. */
export const pathTo = (state: WorldState, unit: string): readonly string[] => {
  const parent = state.units.get(unit)?.parent;
  return parent === undefined ? [unit] : [...pathTo(state, parent), unit];
};

/** The world as plain data again. */
export const snapshotOf = (state: WorldState): World =>
  structuredClone({
    ...(state.organization && {
      organization: { ...state.organization, policies: ownPolicies(state.policies.values()) },
    }),
    defaultAccountId: state.defaultAccountId,
    units: [...state.units.values()],
    accounts: [...state.accounts.values()],
  });
