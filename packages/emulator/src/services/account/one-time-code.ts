import { createHash } from 'node:crypto';
import type { WorldState } from '../../world/world-state.ts';

/** Makes a one-time code of six of these characters: the same in every run of the same world, another one each time. */
export const newCode = (world: WorldState, accountId: string, characters: string): string =>
  [
    ...createHash('sha256')
      .update(`code ${accountId} ${world.counter.issued++}`)
      .digest()
      .subarray(0, 6),
  ]
    .map((byte) => characters.charAt(byte % characters.length))
    .join('');

/** What is in a code for a phone number: six digits (AWS docs: update the primary contact). */
export const digits = '0123456789';

/** What can be in a code for an e-mail address (AWS service model); without those that look like others. */
export const lettersAndDigits = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
