import { rolesOf } from './roles-of.ts';
import type { WorldAccount, WorldUnit } from './world-file.ts';
import { childrenOf, type WorldState } from './world-state.ts';

/** Adds a unit under its parent. */
export const addUnit = (world: WorldState, unit: WorldUnit): void => {
  world.units.set(unit.id, unit);
  world.children.set(unit.id, { units: [], accounts: [] });
  world.homes.set(unit.id, world);
  if (unit.parent !== undefined) childrenOf(world, unit.parent).units.push(unit.id);
};

/** Takes an empty unit out of its organization. */
export const removeUnit = (world: WorldState, { id, parent }: WorldUnit): void => {
  if (parent !== undefined) drop(childrenOf(world, parent).units, id);
  world.units.delete(id);
  world.children.delete(id);
  world.homes.delete(id);
};

/** Puts an account into a unit of the organization, which it was not in before. */
export const joinUnit = (world: WorldState, account: WorldAccount, unit: string): void => {
  account.parent = unit;
  insert(childrenOf(world, unit).accounts, account.id);
  world.members.push(account.id);
  // The accounts of the world are in the order in which they joined too: so a world that is written down and loaded has the same one.
  world.accounts.delete(account.id);
  world.accounts.set(account.id, account);
};

/** Moves an account to another unit of its organization. */
export const moveAccount = (world: WorldState, account: WorldAccount, to: string): void => {
  drop(childrenOf(world, account.parent ?? '').accounts, account.id);
  insert(childrenOf(world, to).accounts, account.id);
  account.parent = to;
};

/**
 * Takes an account out of its organization: its tags are deleted, and policies reach it no more (AWS docs: LeaveOrganization). What is
 * inside the account stays as it is, the role included by which the management account reached it.
 */
export const leaveUnit = (world: WorldState, account: WorldAccount): void => {
  const roles = rolesOf(world, account);
  if (roles.length > 0) account.roles = [...roles];
  drop(childrenOf(world, account.parent ?? '').accounts, account.id);
  drop(world.members, account.id);
  delete account.parent;
  delete account.serviceControlPolicies;
  account.tags = {};
};

/** By their ids, whatever way they came: in which order AWS gives them was not observed. */
const insert = (list: string[], id: string): void => {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? '') < id) from = middle + 1;
    else to = middle;
  }
  list.splice(from, 0, id);
};

const drop = (list: string[], item: string): void => {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
};
