import type { ConditionKeys } from '../../iam/holds.ts';
import type { AccessNeed, Context } from '../../operation.ts';
import type { Organization } from './access.ts';
import { resourceArn } from './resource-arn.ts';
import { arnOf } from './shapes.ts';
import { resourceCalled } from './taggable.ts';
import { isTagKey, tagsIn } from './tags-field.ts';

type Needs = (context: Context) => readonly AccessNeed[];

/**
 * What a call of Organizations needs: its action on each resource that these members of the request name, or on `*` where the operation
 * has no resource type (AWS docs: actions, resources and condition keys for AWS Organizations). AttachPolicy needs it on the policy and
 * on the target (observed on live AWS).
 */
export const needsOn =
  (...members: readonly string[]): Needs =>
  (context) => {
    const organization = organizationOfCaller(context);
    if (!organization || members.length === 0) return [{ resource: '*', keys: keysOf(context) }];
    return members.map((member) => {
      const id = String(context.input[member]);
      return { resource: resourceArn(organization, id), keys: { ...keysOf(context), ...resourceTags(context, id) } };
    });
  };

/** What can be created, by its kind in ARNs. */
type NewResource = 'account' | 'ou' | 'policy';

/**
 * What creating something needs: with tags the right to tag it too (AWS service model; observed on live AWS for policies). It has no id
 * yet: that `*` stands in its place was not observed.
 */
export const needsToCreate =
  (kind: NewResource, needs: Needs): Needs =>
  (context) => {
    const isTagged = Object.keys(tagsIn(context)).length > 0;
    const tagging = { action: 'organizations:TagResource', resource: newArn(context, kind), keys: keysOf(context) };
    return isTagged ? [...needs(context), tagging] : needs(context);
  };

/** The action on a resource that has no id yet. */
export const needsOnNew =
  (kind: NewResource): Needs =>
  (context) => [{ resource: newArn(context, kind), keys: keysOf(context) }];

/** What inviting needs: its action on the account that it names by its id, or on `*` where it is named by its address. Not observed. */
export const needsOnTarget: Needs = (context) => {
  const organization = organizationOfCaller(context);
  // Its shape was checked before.
  const { Id, Type } = context.input['Target'] as { readonly Id: string; readonly Type: string };
  const resource = organization && Type === 'ACCOUNT' ? arnOf(organization, 'account', Id) : '*';
  return [{ resource, keys: keysOf(context) }];
};

const newArn = (context: Context, kind: NewResource): string => {
  const organization = organizationOfCaller(context);
  if (!organization) return '*';
  return kind === 'policy'
    ? arnOf(organization, kind, String(context.input['Type']).toLowerCase(), '*')
    : arnOf(organization, kind, '*');
};

const organizationOfCaller = ({ world }: Context): Organization | undefined => world.organization;

/**
 * The condition keys of a request: those of Organizations, the tags that it sends, and the account that owns what it is about, which is
 * the management account even for p-FullAWSAccess and for what has no resource (observed on live AWS).
 */
const keysOf = (context: Context): ConditionKeys => {
  const { input } = context;
  const owner = organizationOfCaller(context)?.managementAccountId;
  const policyType = policyTypeOf(context);
  const tags = Object.entries(tagsIn(context));
  const untagged: readonly unknown[] = Array.isArray(input['TagKeys']) ? input['TagKeys'] : [];
  const tagKeys = [...tags.map(([key]) => key), ...untagged.filter(isTagKey)];
  return {
    ...(owner !== undefined && { 'aws:ResourceAccount': owner }),
    ...(typeof input['ServicePrincipal'] === 'string' && {
      'organizations:ServicePrincipal': input['ServicePrincipal'],
    }),
    ...(policyType !== undefined && { 'organizations:PolicyType': policyType }),
    ...Object.fromEntries(tags.map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    ...(tagKeys.length > 0 && { 'aws:TagKeys': tagKeys }),
  };
};

/** The type that a request names, or that of the policy that it names: there are no others than service control policies here. */
const policyTypeOf = ({ input }: Context): string | undefined => {
  const named = input['PolicyType'] ?? input['Filter'] ?? input['Type'];
  if (typeof named === 'string') return named;
  const id = input['PolicyId'] ?? input['ResourceId'];
  return typeof id === 'string' && id.startsWith('p-') ? 'SERVICE_CONTROL_POLICY' : undefined;
};

const resourceTags = ({ world }: Context, id: string): ConditionKeys =>
  Object.fromEntries(
    Object.entries(resourceCalled(world, id)?.tags ?? {}).map(([key, value]) => [`aws:ResourceTag/${key}`, value]),
  );
