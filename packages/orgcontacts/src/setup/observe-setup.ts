import { accountService } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';
import { ok, type Result } from '../failure/failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { listAll } from '../gateway/list-all.ts';
import type { SetupFacts } from './plan-setup.ts';

/** Finds out what is set up, with as few calls as that takes; the first failure ends it. */
export const observeSetup = async (
  gateway: Gateway,
  administrator: AccountId | undefined,
): Promise<Result<SetupFacts>> => {
  const identity = await gateway.getCallerIdentity();
  if (identity.kind === 'failed') return identity;
  const organization = await gateway.describeOrganization();
  if (organization.kind === 'failed') return organization;
  const { managementAccountId, featureSet } = organization.value;
  const facts = { callerAccountId: identity.value.accountId, managementAccountId, featureSet };
  // Whoever may not set it up may not list what is set up either.
  if (facts.callerAccountId !== managementAccountId || featureSet !== 'ALL')
    return ok({ ...facts, isTrusted: false, administrators: [], states: new Map() });
  const services = await listAll(gateway.listTrustedServices);
  if (services.kind === 'failed') return services;
  const administrators = await listAll((token) => gateway.listDelegatedAdministrators(accountService, token));
  if (administrators.kind === 'failed') return administrators;
  const account = administrator === undefined ? ok(undefined) : await gateway.describeAccount(administrator);
  if (account.kind === 'failed') return account;
  return ok({
    ...facts,
    isTrusted: services.value.includes(accountService),
    administrators: administrators.value,
    states: new Map(account.value ? [[account.value.id, account.value.state]] : []),
  });
};
