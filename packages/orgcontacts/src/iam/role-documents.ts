import { document, type PolicyDocument } from './documents.ts';

/**
 * The service control policy that keeps everybody in member accounts from changing alternate contacts, but for roles of these names in one
 * account. It covers calls in both contexts, so that the role of the delegated administrator has to be among them; a service control
 * policy never touches the management account (AWS docs: Organizations, SCP evaluation). Without an account the roles of all accounts
 * are let through: whoever may create a role in a member can then give it such a name. Pure.
 */
export const contactsScp = (roles: readonly string[], partition: string, account = '*'): PolicyDocument =>
  document([
    {
      Sid: 'OnlyCentralRolesChangeContacts',
      Effect: 'Deny',
      Action: ['account:DeleteAlternateContact', 'account:PutAlternateContact'],
      Resource: ['*'],
      Condition: {
        // Of a role session this is the role itself (AWS docs: aws:PrincipalArn).
        ArnNotLike: { 'aws:PrincipalArn': roles.map((role) => `arn:${partition}:iam::${account}:role/${role}`) },
      },
    },
  ]);

/** Who may assume the role: an account, or one user or role in it; with an external id, only whoever names it. Pure. */
export const trustPolicy = (principal: string, externalId?: string): PolicyDocument =>
  document([
    {
      Sid: 'AssumeRole',
      Effect: 'Allow',
      Action: ['sts:AssumeRole'],
      Principal: { AWS: principal },
      ...(externalId !== undefined && { Condition: { StringEquals: { 'sts:ExternalId': externalId } } }),
    },
  ]);
