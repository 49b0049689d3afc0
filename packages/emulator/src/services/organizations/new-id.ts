import { createHash } from 'node:crypto';
import type { WorldState } from '../../world/world-state.ts';

/** A new id of so many characters a-z and 0-9: the same in every run of the same world, and never given out twice. */
export const newId = (world: WorldState, prefix: string, length: number): string => {
  const id =
    prefix +
    BigInt(`0x${digestOf(world, prefix)}`)
      .toString(36)
      .slice(0, length);
  // A world that somebody wrote may count from the beginning.
  const isTaken = world.homes.has(id) || world.creations.has(id) || world.policies.has(id) || world.handshakes.has(id);
  return isTaken ? newId(world, prefix, length) : id;
};

/** A new account id: twelve digits. */
export const newAccountId = (world: WorldState): string => {
  const id = String(BigInt(`0x${digestOf(world, 'account')}`) % 1_000_000_000_000n).padStart(12, '0');
  return world.accounts.has(id) ? newAccountId(world) : id;
};

const digestOf = (world: WorldState, kind: string): string =>
  createHash('sha256')
    .update(`${kind} ${world.defaultAccountId} ${world.counter.issued++}`)
    .digest('hex');
