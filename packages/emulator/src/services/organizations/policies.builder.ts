import { type Client, organizations, type Reply } from '../../client.builder.ts';
import type { WorldPolicy } from '../../world/organization-file.ts';
import type { World } from '../../world/world-file.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { refusal } from './organizations.builder.ts';

/** The text of a policy with one statement. */
export const contentOf = (Effect: 'Allow' | 'Deny', Action: string, Resource = '*'): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource }] });

/** A policy of an organization. */
export const policyOf = (id: string, name: string, content = contentOf('Deny', 's3:*')): WorldPolicy => ({
  id,
  name,
  description: `About ${name}`,
  content,
  tags: {},
});

/** The small world with service control policies enabled, some policies, and what is attached to which root, unit or account. */
export const policedWorld = (
  policies: readonly WorldPolicy[] = [],
  attached: Readonly<Record<string, readonly string[]>> = {},
): World => {
  const world = smallWorld({ policyTypes: ['SERVICE_CONTROL_POLICY'], policies: [...policies] });
  const attach = <Target extends { readonly id: string }>(target: Target) => {
    const serviceControlPolicies = attached[target.id];
    return serviceControlPolicies ? { ...target, serviceControlPolicies: [...serviceControlPolicies] } : target;
  };
  return { ...world, units: world.units.map(attach), accounts: world.accounts.map(attach) };
};

/** The management account of a world of its own. */
export const managementOf = (world: World, behaviour = {}): Client =>
  organizations(emulatorOf({ world, behaviour }), ids.management);

/** AWS's own policy, as lists show it. */
export const fullAccess = {
  Id: 'p-FullAWSAccess',
  Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  Name: 'FullAWSAccess',
  Description: 'Allows access to every operation',
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: true,
};

/** What a policy, a target or a change of AWS's own policy gets that cannot be. */
export const policyNotFound: Pick<Reply, 'status' | 'body'> = refusal(
  'PolicyNotFoundException',
  "You specified a policy that doesn't exist.",
);
export const targetNotFound: Pick<Reply, 'status' | 'body'> = refusal(
  'TargetNotFoundException',
  "You specified a target that doesn't exist.",
);
export const immutable: Pick<Reply, 'status' | 'body'> = refusal(
  'InvalidInputException',
  "You specified a policy that is managed by AWS and can't be modified.",
  'IMMUTABLE_POLICY',
);
