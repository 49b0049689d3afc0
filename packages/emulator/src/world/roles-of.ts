import type { WorldRole } from './principals-file.ts';
import type { WorldAccount } from './world-file.ts';
import type { WorldState } from './world-state.ts';

/** The name of the role in accounts that an organization creates (AWS docs: CreateAccount). */
export const defaultRoleName = 'OrganizationAccountAccessRole';

/**
 * The roles of an account. One that the organization created has OrganizationAccountAccessRole, which trusts the management account; an
 * invited one has not (AWS docs; trust, policy and session length observed on live AWS).
 */
export const rolesOf = (
  { organization }: Pick<WorldState, 'organization'>,
  account: WorldAccount,
): readonly WorldRole[] => {
  if (account.roles) return account.roles;
  const isCreated = account.joinedMethod === 'CREATED' && account.parent !== undefined;
  if (!organization || !isCreated || account.id === organization.managementAccountId) return [];
  return [accessRole(defaultRoleName, organization.managementAccountId)];
};

/** The role by which a management account reaches an account that it created. */
export const accessRole = (name: string, managementAccountId: string): WorldRole => ({
  name,
  trust: {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${managementAccountId}:root` },
      Action: 'sts:AssumeRole',
    },
  },
  policies: ['AdministratorAccess'],
  maxSessionDuration: 3600,
  tags: {},
});
