import type { AccountId } from '../contact/account-id.ts';
import { type Failure, failed, ok } from '../failure/failure.ts';
import { anId, delegated, management } from '../gateway/memory/memory-world.builder.ts';
import { aFailure } from '../gateway/memory/weather.builder.ts';
import { fullAccess, type PolicyLevel } from './control-policies/control-policy.ts';
import { type Facts, notAsked } from './facts.ts';

export const member = anId('444455556666');

/** The facts of an organization in which everything is set up, as a user of the management account reads them. */
export const someFacts = (overrides: Partial<Facts> = {}): Facts => ({
  ...factsOf(management),
  ...overrides,
});

/** The same, as a user of another account reads them. */
export const factsOf = (accountId: AccountId, overrides: Partial<Facts> = {}): Facts => {
  const isManagement = accountId === management;
  const seesAll = isManagement || accountId === delegated;
  return {
    identity: ok({ accountId, arn: `arn:aws:iam::${accountId}:user/mary` }),
    organization: ok({ id: 'o-exampleorgid', managementAccountId: management, featureSet: 'ALL' }),
    trustedServices: seesAll ? ok(['account.amazonaws.com']) : failed(notForMembers),
    administrators: seesAll ? ok([delegated]) : failed(notForMembers),
    ownByName: seesAll ? notAsked : failed(bare),
    hasReachedMember: false,
    controlPolicies: isManagement ? notAsked : seesAll ? ok([aLevel()]) : failed(notForMembers),
    accounts: new Map([management, delegated, member].map((id) => [id, ok({ kind: 'member', state: 'ACTIVE' })])),
    clockSkew: 0,
    endpoint: 'memory',
    ...overrides,
  };
};

/** A step of the way with AWS's policy and further documents. */
export const aLevel = (documents: readonly object[] = [], targetId = 'r-ex01'): PolicyLevel => ({
  targetId,
  policies: [
    { id: fullAccess.id, name: 'FullAWSAccess', content: fullAccess.content },
    ...documents.map((document, index) => ({
      id: `p-example${index}`,
      name: `guard ${index}`,
      content: JSON.stringify(document),
    })),
  ],
});

/** A document of one statement about everything, unless it says otherwise. */
export const aDocument = (statement: object): object => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Deny', Action: '*', Resource: '*', ...statement },
});

/** What Organizations says to an ordinary member (observed on live AWS). */
export const notForMembers: Failure = aFailure({
  operation: 'organizations:ListDelegatedAdministrators',
  message: "You don't have permissions to access this resource.",
  status: 400,
});

const user = 'User: arn:aws:iam::111122223333:user/mary is not authorized to perform: account:GetAlternateContact';

/** A denial with nothing after the operation. */
export const bare: Failure = aFailure({ message: user });

/** A denial that goes on like this. */
export const deniedWith = (after: string, operation = 'account:GetAlternateContact'): Failure =>
  aFailure({ operation, message: `${user.replace('account:GetAlternateContact', operation)}${after}` });

/** A denial that names a kind of policy. */
export const deniedBy = (policy: string, operation = 'account:GetAlternateContact'): Failure =>
  deniedWith(
    ` on resource: arn:aws:account::111122223333:account because no ${policy} allows the ${operation} action`,
    operation,
  );
