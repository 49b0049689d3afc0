import { accessDenied, type Need, orderOf, policiesOf, requestOf } from '../../caller/access-of.ts';
import type { Denial } from '../../iam/denial-text.ts';
import { documentOf } from '../../iam/document-of.ts';
import { evaluate, type PolicyLayer } from '../../iam/evaluate.ts';
import { evaluateTrust, type Trust } from '../../iam/evaluate-trust.ts';
import type { ConditionKeys } from '../../iam/holds.ts';
import type { Context, ServiceError } from '../../operation.ts';
import { tagsIn, textIn, transitiveKeysIn } from './session-input.ts';
import { tagFaults } from './tag-faults.ts';
import { type WantedRole, wantedRole } from './wanted-role.ts';

/** Whether the caller may have a session of the role, with the tags and the source identity that it wants. */
export const authorizeRole = (context: Context): ServiceError | undefined => {
  const problem = tagFaults(context);
  if (problem) return problem;
  const wanted = wantedRole(context);
  if (!wanted) return invalidArn;
  for (const action of actionsOf(context)) {
    const refused = refusalOf(context, wanted, { action, resource: wanted.arn, keys: keysOf(context, wanted) });
    if (refused) return refused;
  }
  return undefined;
};

/** What an ARN gets that is none of a role (users' reports). */
const invalidArn: ServiceError = { code: 'ValidationError', status: 400, message: 'Request ARN is invalid' };

/** Tags and a source identity need permissions of their own, also when the calling session passes them on (AWS docs: session tags). */
const actionsOf = (context: Context): readonly string[] => {
  const { caller } = context;
  const hasTags = tagsIn(context).length > 0 || Object.keys(caller.transitiveTags ?? {}).length > 0;
  const hasSource = textIn(context, 'SourceIdentity') !== undefined || caller.sourceIdentity !== undefined;
  return ['sts:AssumeRole', ...(hasTags ? ['sts:TagSession'] : []), ...(hasSource ? ['sts:SetSourceIdentity'] : [])];
};

/** AWS docs: IAM and STS condition keys, global condition keys. A key is there when the call gives what it stands for. */
const keysOf = (context: Context, { accountId, role }: WantedRole): ConditionKeys => {
  const tags = tagsIn(context);
  const transitive = transitiveKeysIn(context);
  const texts = {
    'sts:RoleSessionName': textIn(context, 'RoleSessionName'),
    'sts:ExternalId': textIn(context, 'ExternalId'),
    'sts:SourceIdentity': textIn(context, 'SourceIdentity') ?? context.caller.sourceIdentity,
  };
  return {
    ...Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]]))),
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value])),
    ...(tags.length > 0 && { 'aws:TagKeys': tags.map(({ Key }) => Key) }),
    ...(transitive.length > 0 && { 'sts:TransitiveTagKeys': transitive }),
    ...Object.fromEntries(
      Object.entries(role?.tags ?? {}).flatMap(([key, value]) => [
        [`aws:ResourceTag/${key}`, value],
        [`iam:ResourceTag/${key}`, value],
      ]),
    ),
    'aws:ResourceAccount': accountId,
  };
};

/** A role that is not there and one that trusts somebody else look the same (observed on live AWS). */
const refusalOf = (context: Context, wanted: WantedRole, need: Need): ServiceError | undefined => {
  const request = requestOf(context, 'sts', need);
  const trust = wanted.role ? evaluateTrust(request, context.caller, documentOf(wanted.role.trust, 'trust')) : 'none';
  const decision = evaluate(request, policiesOf(context), orderOf(context));
  if (decision.kind === 'denied' && decision.isExplicit) return accessDenied(context, 'sts', need, decision);
  if (trust === 'denied') return accessDenied(context, 'sts', need, { isExplicit: true, by: 'trust' });
  if (trust === 'none') return untrusted(context, need);
  const asked = layersAsked(wanted.accountId === context.caller.accountId ? trust : 'account');
  const missing = evaluate(
    request,
    policiesOf(context),
    orderOf(context).filter((layer) => asked.includes(layer)),
  );
  return missing.kind === 'denied' ? accessDenied(context, 'sts', need, missing) : undefined;
};

/** Nothing stands after the resource, as observed; or the reason that AWS documents. */
const untrusted = (context: Context, need: Need): ServiceError => {
  const reason: Denial = { isExplicit: false, by: 'trust' };
  return accessDenied(context, 'sts', need, context.behaviour.untrustedRole === 'bare' ? undefined : reason);
};

/**
 * Whose allow is needed besides the trust policy's. Who is trusted by name in the own account needs none of its identity policies, a user
 * and a session by its own ARN none of the boundary and session policies either (AWS docs: policy evaluation logic, resource-based
 * policies); an account that is trusted decides by all of them.
 */
const layersAsked = (trust: Exclude<Trust, 'denied' | 'none'>): readonly PolicyLayer[] => {
  switch (trust) {
    case 'account':
      return ['service-control', 'boundary', 'session', 'identity'];
    case 'role':
      return ['service-control', 'boundary', 'session'];
    case 'user':
    case 'session':
      return ['service-control'];
    default:
      return trust satisfies never;
  }
};
