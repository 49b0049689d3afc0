import { parsePolicyDocument } from './parse-policy-document.ts';
import type { PolicyDocument } from './policy-document.ts';

const allow = (arn: string, actions: readonly string[]): PolicyDocument => {
  const read = parsePolicyDocument({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: actions, Resource: '*' },
  });
  if (read.kind === 'malformed') throw new Error(`${arn}: ${read.because}`);
  return { ...read.policy, arn };
};

const arnOf = (name: string): string => `arn:aws:iam::aws:policy/${name}`;

/** AWS managed policies that can be attached by name, with the actions that AWS's documentation gives them. */
const actionsByName: Readonly<Record<string, readonly string[]>> = {
  AdministratorAccess: ['*'],
  AWSAccountManagementFullAccess: ['account:*'],
  AWSAccountManagementReadOnlyAccess: ['account:Get*', 'account:List*'],
};

const byName = new Map(
  Object.entries(actionsByName).map(([name, actions]) => [name, allow(arnOf(name), actions)] as const),
);

/** Finds an AWS managed policy by its name or ARN; undefined when the emulator has none such. */
export const managedPolicy = (nameOrArn: string): PolicyDocument | undefined =>
  byName.get(nameOrArn) ?? byName.get(nameOrArn.replace(/^arn:aws[\w-]*:iam::aws:policy\//, ''));

/** The names that can be attached. */
export const managedPolicyNames: readonly string[] = [...byName.keys()];

/** Every action on everything: what an administrator has. */
export const administratorAccess: PolicyDocument = allow(arnOf('AdministratorAccess'), ['*']);

/** The policy that lets everything through until it is detached (AWS docs: service control policies). */
export const fullAwsAccess: PolicyDocument = allow(
  'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  ['*'],
);
