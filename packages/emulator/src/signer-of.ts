import type { Caller } from './operation.ts';
import type { WireRequest } from './wire/request.ts';
import type { WorldState } from './world/world-state.ts';

/** Whose call it is, or why that cannot be said. */
export type Signer =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'unsigned' }
  /** Signed with the key of an account that the world does not have. */
  | { readonly kind: 'unknown' };

/**
 * Says who signed a request: an access key id of twelve digits is an administrator of that account, the common convention of local AWS
 * tools; any other key is the administrator of the default account. Twelve digits that are no account are nobody, so that a mistyped id
 * does not act as the management account. Signatures are not verified.
 */
export const signerOf = ({ headers }: WireRequest, { accounts, defaultAccountId }: WorldState): Signer => {
  const [, key] = /^AWS4-[\w-]+ Credential=([^/,\s]+)\//.exec(headers['authorization'] ?? '') ?? [];
  if (key === undefined) return { kind: 'unsigned' };
  const accountId = /^\d{12}$/.test(key) ? key : defaultAccountId;
  if (!accounts.has(accountId)) return { kind: 'unknown' };
  return { kind: 'caller', caller: { accountId, arn: `arn:aws:iam::${accountId}:user/administrator` } };
};
