import type { Failure, Result } from '../failure/failure.ts';
import type { Clock } from '../pace/clock.ts';
import type { Pacer } from '../pace/pacer.ts';
import type { ContactGateway, Gateway } from './gateway.ts';

/** What a paced gateway needs besides the gateway itself. */
export interface Pacing {
  readonly pacer: Pacer;
  readonly clock: Clock;
  /** A number from 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  /** Ends every wait when aborted: the pending call rejects with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * How long trouble is put up with, in milliseconds from the first failure of the item, or of the call where there is no item. Own choice:
 * far above what a shared bucket costs.
 */
const deadline = 5 * 60_000;
/** How often a call is tried within that time that finds the service unavailable or in conflict. Own choice. */
const unavailableAttempts = 6;
/** The first pause after such a failure in milliseconds; doubled each time, at most 10 s, with full jitter. Own choice. */
const firstPause = 200;
const longestPause = 10_000;

/**
 * Wraps a gateway so that each call waits for its turn and is tried again when trying again can help: for five minutes, and six times
 * where the service is unavailable or in conflict. The SDK's own retries must be off, or calls would leave uncounted.
 *
 * @example
 * ```ts
 * import { makePacer, pacedGateway, quotaTables, realClock as clock, shareOf } from 'orgcontacts';
 * import { makeAwsGateway } from 'orgcontacts/aws';
 *
 * const pacer = makePacer(shareOf(quotaTables['aws'] ?? {}, 0.8), clock);
 * const gateway = pacedGateway(await makeAwsGateway(), { pacer, clock, random: Math.random });
 * ```
 */
export const pacedGateway = (gateway: Gateway, pacing: Pacing): Gateway => {
  const renew = once(gateway.renewCredentials);
  const callsOf =
    (trouble?: Trouble): Call =>
    (operation, attempt) =>
      persist(operation, attempt, { ...pacing, renew, trouble: trouble ?? {} });
  const call = callsOf();
  return {
    forItem: () => contactsThrough(gateway, callsOf({})),
    // A getter of the endpoint must not be read before a call told it.
    get endpoint() {
      return gateway.endpoint;
    },
    renewCredentials: () => renew(),
    getCallerIdentity: () => call('sts:GetCallerIdentity', () => gateway.getCallerIdentity()),
    describeOrganization: () => call('organizations:DescribeOrganization', () => gateway.describeOrganization()),
    listAccounts: (token) => call('organizations:ListAccounts', () => gateway.listAccounts(token)),
    describeAccount: (id) => call('organizations:DescribeAccount', () => gateway.describeAccount(id)),
    listRoots: (token) => call('organizations:ListRoots', () => gateway.listRoots(token)),
    listUnits: (parent, token) =>
      call('organizations:ListOrganizationalUnitsForParent', () => gateway.listUnits(parent, token)),
    listAccountsIn: (parent, token) =>
      call('organizations:ListAccountsForParent', () => gateway.listAccountsIn(parent, token)),
    listParents: (child, token) => call('organizations:ListParents', () => gateway.listParents(child, token)),
    listTags: (id, token) => call('organizations:ListTagsForResource', () => gateway.listTags(id, token)),
    listDelegatedAdministrators: (service, token) =>
      call('organizations:ListDelegatedAdministrators', () => gateway.listDelegatedAdministrators(service, token)),
    listTrustedServices: (token) =>
      call('organizations:ListAWSServiceAccessForOrganization', () => gateway.listTrustedServices(token)),
    enableTrustedAccess: (service) =>
      call('organizations:EnableAWSServiceAccess', () => gateway.enableTrustedAccess(service)),
    registerDelegatedAdministrator: (id, service) =>
      call('organizations:RegisterDelegatedAdministrator', () => gateway.registerDelegatedAdministrator(id, service)),
    listControlPolicies: (target, token) =>
      call('organizations:ListPoliciesForTarget', () => gateway.listControlPolicies(target, token)),
    describeControlPolicy: (id) => call('organizations:DescribePolicy', () => gateway.describeControlPolicy(id)),
    clockSkew: () => gateway.clockSkew?.(),
    ...contactsThrough(gateway, call),
  };
};

/** When the trouble of an item, or of a single call, began. */
interface Trouble {
  since?: number;
}

type Call = <Value>(operation: string, attempt: () => Promise<Result<Value>>) => Promise<Result<Value>>;

const contactsThrough = (gateway: Gateway, call: Call): ContactGateway => {
  const write = rememberingLostAnswers(call);
  return {
    getContact: (target, type) => call('account:GetAlternateContact', () => gateway.getContact(target, type)),
    putContact: (target, type, contact) =>
      write('account:PutAlternateContact', () => gateway.putContact(target, type, contact)),
    deleteContact: (target, type) => write('account:DeleteAlternateContact', () => gateway.deleteContact(target, type)),
  };
};

/** A try whose answer was lost may have taken effect, and a later try that is refused takes nothing back: the call fails as the lost one. */
const rememberingLostAnswers =
  (call: Call): Call =>
  async (operation, attempt) => {
    let lost: Awaited<ReturnType<typeof attempt>> | undefined;
    const result = await call(operation, async () => {
      const tried = await attempt();
      if (tried.kind === 'failed' && tried.failure.kind === 'unavailable') lost ??= tried;
      return tried;
    });
    return result.kind === 'failed' ? (lost ?? result) : result;
  };

/** Many calls find their credentials expired at the same time: they are renewed for all of them together. */
const once = (renew: () => Promise<void>): (() => Promise<void>) => {
  let renewing: Promise<void> | undefined;
  return () => {
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
};

interface Persistence extends Pacing {
  readonly renew: () => Promise<void>;
  readonly trouble: Trouble;
}

const persist = async <Value>(
  operation: string,
  attempt: () => Promise<Result<Value>>,
  { pacer, clock, random, signal, renew, trouble }: Persistence,
): Promise<Result<Value>> => {
  let isRenewed = false;
  for (let tries = 1; ; tries++) {
    const turnAt = await pacer.turn(operation, signal);
    const result = await attempt();
    if (result.kind === 'ok') {
      pacer.passed(operation);
      return result;
    }
    // Only now: waiting for a turn is no sign of trouble, in a long queue it may take an hour.
    trouble.since ??= clock.now();
    if (result.failure.kind === 'throttled') pacer.throttled(operation, turnAt);
    if (result.failure.kind === 'expired' && !isRenewed) {
      isRenewed = true;
      await renew();
      continue;
    }
    if (!worthAnother(result.failure, tries, clock.now() - trouble.since)) return result;
    await clock.sleep(pauseBefore(tries, random()), signal);
  }
};

const worthAnother = ({ kind }: Failure, tries: number, elapsed: number): boolean => {
  if (elapsed >= deadline) return false;
  return kind === 'throttled' || ((kind === 'unavailable' || kind === 'conflict') && tries < unavailableAttempts);
};

const pauseBefore = (tries: number, random: number): number =>
  Math.round(random * Math.min(longestPause, firstPause * 2 ** (tries - 1)));
