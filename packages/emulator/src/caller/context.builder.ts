import { chooseBehaviour } from '../behaviour/behaviours.ts';
import { signedAs } from '../client.builder.ts';
import type { Context } from '../operation.ts';
import { makeWorldState } from '../world/make-world-state.ts';
import type { World } from '../world/world-file.ts';
import { seatOf } from '../world/world-state.ts';
import { ids, smallWorld } from '../world/worlds.builder.ts';
import { signerOf } from './signer-of.ts';

/** What an operation is told when somebody calls it in this world, in November 2026. */
export const contextOf = (
  key: string = ids.member,
  world: World = smallWorld(),
  more: Partial<Context> = {},
): Context => {
  const state = makeWorldState(structuredClone(world));
  const now = Date.UTC(2026, 10, 24, 12, 0, 0, 999);
  const signer = signerOf(
    { method: 'POST', path: '/', query: '', headers: signedAs(key, 'sts'), body: '' },
    state,
    now,
  );
  if (signer.kind !== 'caller') throw new Error(`The key ${key} is ${signer.kind}.`);
  const { caller, region } = signer;
  return {
    world: seatOf(state, caller.accountId),
    caller,
    region,
    input: {},
    behaviour: chooseBehaviour(),
    now,
    instant: false,
    ...more,
  };
};
