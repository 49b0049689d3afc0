import type { Caller } from './operation.ts';
import type { WireRequest } from './wire/request.ts';
import type { WorldState } from './world/world-state.ts';

/**
 * Who signed a request: an access key id of twelve digits is an administrator of that account, the common convention of local AWS
 * tools; any other key is the administrator of the default account. Undefined without a signature. Signatures are not verified.
 */
export const callerOf = ({ headers }: WireRequest, world: WorldState): Caller | undefined => {
  const [, key] = /^AWS4-[\w-]+ Credential=([^/,\s]+)\//.exec(headers['authorization'] ?? '') ?? [];
  if (key === undefined) return undefined;
  const accountId = /^\d{12}$/.test(key) && world.accounts.has(key) ? key : world.defaultAccountId;
  return { accountId, arn: `arn:aws:iam::${accountId}:user/administrator` };
};
