import { ok, type Result } from '../failure/failure.ts';
import type { Identity } from '../gateway/answers.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** What the second way in, for the contacts of the management account, came to. */
export interface ManagementProbe {
  readonly identity: Result<Identity>;
  /** One read of a contact of that account. */
  readonly result: Result<unknown>;
}

/** Asks who the second credentials are, and tries one read with them. */
export const observeManagement = async (gateway: Gateway): Promise<ManagementProbe> => {
  const identity = await gateway.getCallerIdentity();
  if (identity.kind === 'failed') return { identity, result: ok(undefined) };
  const target = { context: 'standalone', accountId: identity.value.accountId } as const;
  return { identity, result: await gateway.getContact(target, 'SECURITY') };
};
