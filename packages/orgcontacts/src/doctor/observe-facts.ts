import { accountService } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { ok } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import { type Facts, factOf } from './facts.ts';

/**
 * Asks who is calling and what the organization has set up: four calls, each of which may fail by itself. Over what the management account
 * may do, administrators decide nothing: with `what-decides` it is not made to list them, and has to be allowed one call less.
 */
export const observeFacts = async (gateway: Gateway, wanted: 'all' | 'what-decides' = 'all'): Promise<Facts> => {
  const identity = await gateway.getCallerIdentity();
  const organization = await gateway.describeOrganization();
  const services = await listAll(gateway.listTrustedServices);
  const isManagement =
    identity.kind === 'ok' &&
    organization.kind === 'ok' &&
    identity.value.accountId === organization.value.managementAccountId;
  const administrators =
    isManagement && wanted === 'what-decides'
      ? ok<readonly AccountId[]>([])
      : await listAll((token) => gateway.listDelegatedAdministrators(accountService, token));
  const trusted = factOf(services);
  return {
    identity,
    organization,
    trustedAccess:
      trusted.kind === 'known' ? { kind: 'known', value: trusted.value.includes(accountService) } : trusted,
    administrators: factOf(administrators),
  };
};
