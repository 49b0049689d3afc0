import { accountService } from '../caller/caller.ts';
import type { AccountId } from '../contact/account-id.ts';

/** What an organization has set up for alternate contacts, as far as setting it up needs to know. */
export interface SetupFacts {
  readonly callerAccountId: AccountId;
  readonly managementAccountId: AccountId;
  /** `ALL` or `CONSOLIDATED_BILLING`. */
  readonly featureSet: string;
  readonly isTrusted: boolean;
  readonly administrators: readonly AccountId[];
  /** The states of the accounts that somebody wants as administrator; an account that is missing is not in the organization. */
  readonly states: ReadonlyMap<AccountId, string>;
}

/** One thing to do, and how to take it back. */
export interface SetupStep {
  readonly kind: 'enable-trusted-access' | 'register-administrator';
  /** The account that becomes delegated administrator; null for trusted access, which is for the whole organization. */
  readonly accountId: AccountId | null;
  /** The same as a command of the AWS CLI, for people to read. */
  readonly command: string;
  readonly reverse: string;
}

/** What is left to do, in the only order that AWS takes; or why nothing can be done. */
export type SetupPlan =
  | { readonly kind: 'steps'; readonly steps: readonly SetupStep[] }
  | { readonly kind: 'refused'; readonly because: string; readonly help: string };

/**
 * Plans what is missing: trusted access first, then the delegated administrator, since AWS refuses the other way round (observed on live
 * AWS: SERVICE_ACCESS_NOT_ENABLED). AWS allows one delegated administrator for Account Management (AWS docs), and nobody is put out of
 * that place. Pure.
 */
export const planSetup = (facts: SetupFacts, administrator: AccountId | undefined): SetupPlan => {
  const refusal = refuse(facts, administrator);
  if (refusal) return refusal;
  const { isTrusted, administrators } = facts;
  return {
    kind: 'steps',
    steps: [
      ...(isTrusted ? [] : [enableTrustedAccess]),
      ...(administrator === undefined || administrators.includes(administrator) ? [] : [register(administrator)]),
    ],
  };
};

const refuse = (
  { callerAccountId, managementAccountId, featureSet, administrators, states }: SetupFacts,
  administrator: AccountId | undefined,
): Extract<SetupPlan, { kind: 'refused' }> | undefined => {
  if (callerAccountId !== managementAccountId)
    return refused(
      `Only the management account may set this up, and this is ${callerAccountId}.`,
      `Run it with credentials of ${managementAccountId}.`,
    );
  if (featureSet !== 'ALL')
    return refused(
      `The organization has only ${featureSet}, and trusted access needs all features.`,
      'Enable them first: aws organizations enable-all-features. Invited members have to agree.',
    );
  if (administrator === undefined) return undefined;
  if (administrator === managementAccountId)
    return refused('The management account cannot be its own delegated administrator.', 'Name a member account.');
  const [other] = administrators.filter((id) => id !== administrator);
  if (other !== undefined)
    return refused(
      `${other} is the delegated administrator for ${accountService} already, and AWS allows one.`,
      `Keep it, or make room first: ${deregister(other)}`,
    );
  return refuseAccount(administrator, states.get(administrator));
};

const refuseAccount = (id: AccountId, state: string | undefined) => {
  if (state === 'ACTIVE') return undefined;
  return refused(
    state === undefined ? `The organization has no account ${id}.` : `The account ${id} is ${state}.`,
    'Name an ACTIVE member of this organization.',
  );
};

const refused = (because: string, help: string) => ({ kind: 'refused', because, help }) as const;

const enableTrustedAccess: SetupStep = {
  kind: 'enable-trusted-access',
  accountId: null,
  command: `aws organizations enable-aws-service-access --service-principal ${accountService}`,
  reverse: `aws organizations disable-aws-service-access --service-principal ${accountService}`,
};

const register = (accountId: AccountId): SetupStep => ({
  kind: 'register-administrator',
  accountId,
  command: `aws organizations register-delegated-administrator --account-id ${accountId} --service-principal ${accountService}`,
  reverse: deregister(accountId),
});

const deregister = (id: AccountId): string =>
  `aws organizations deregister-delegated-administrator --account-id ${id} --service-principal ${accountService}`;
