import { accountService } from '../caller/caller.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import { type Facts, factOf } from './facts.ts';

/** Asks who is calling and what the organization has set up: four calls, each of which may fail by itself. */
export const observeFacts = async (gateway: Gateway): Promise<Facts> => {
  const identity = await gateway.getCallerIdentity();
  const organization = await gateway.describeOrganization();
  const services = await listAll(gateway.listTrustedServices);
  const administrators = await listAll((token) => gateway.listDelegatedAdministrators(accountService, token));
  const trusted = factOf(services);
  return {
    identity,
    organization,
    trustedAccess:
      trusted.kind === 'known' ? { kind: 'known', value: trusted.value.includes(accountService) } : trusted,
    administrators: factOf(administrators),
  };
};
