import type { ConditionKeys } from '../iam/holds.ts';
import type { Context, ServiceName } from '../operation.ts';
import { pathTo, type WorldState } from '../world/world-state.ts';

/**
 * The condition keys that every request has (AWS docs: global condition context keys). Account Management and Organizations are called
 * in us-east-1 whatever region is configured; AWS is reached over TLS only, and this machine calls from itself. Nobody has a second
 * factor here, and so nobody has aws:MultiFactorAuthPresent, which long-term keys and the sessions of AssumeRole do not have either.
 */
export const requestKeys = (context: Context, service: ServiceName): ConditionKeys => {
  const { caller, world, region, now } = context;
  const { organization } = world;
  return {
    'aws:PrincipalArn': caller.principalArn,
    'aws:PrincipalAccount': caller.accountId,
    'aws:PrincipalType': caller.principalType,
    'aws:PrincipalIsAWSService': 'false',
    'aws:userid': caller.userId,
    ...(caller.principalType === 'User' && { 'aws:username': caller.principalArn.split('/').at(-1) ?? '' }),
    ...Object.fromEntries(Object.entries(caller.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
    ...(caller.sourceIdentity !== undefined && { 'aws:SourceIdentity': caller.sourceIdentity }),
    ...(organization && {
      'aws:PrincipalOrgID': organization.id,
      'aws:PrincipalOrgPaths': [orgPath(world, caller.accountId)],
    }),
    'aws:RequestedRegion': service === 'sts' ? region : 'us-east-1',
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': String(Math.floor(now / 1000)),
    'aws:SecureTransport': 'true',
    'aws:SourceIp': '127.0.0.1',
  };
};

/** Where an account is in its organization, as `o-…/r-…/ou-…/`: its units with a slash at the end (AWS docs: aws:PrincipalOrgPaths). */
export const orgPath = (world: WorldState, accountId: string): string => {
  const parent = world.accounts.get(accountId)?.parent;
  return parent === undefined || !world.organization
    ? ''
    : `${[world.organization.id, ...pathTo(world, parent)].join('/')}/`;
};
