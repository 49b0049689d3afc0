import type { PolicyDocument } from './documents.ts';

/** An action, and what the command does with it. */
export interface ActionReason {
  readonly action: string;
  readonly because: string;
}

/** Why each action of an identity policy is there, in the order of the document. Pure. */
export const reasonsFor = ({ Statement }: PolicyDocument): readonly ActionReason[] =>
  Statement.flatMap(({ Action }) => Action).map((action) => ({ action, because: reasons[action] ?? '' }));

/** What the command does with every action that it can need. */
export const reasons: Readonly<Record<string, string>> = {
  'organizations:DescribeOrganization': 'to see which organization this is, and which account manages it',
  'organizations:ListAccounts': 'to list the accounts: for the plan, and again before a run',
  'organizations:ListDelegatedAdministrators': 'to see who is the delegated administrator',
  'organizations:ListRoots': 'to walk the tree where a named unit is not on the way to any account',
  'organizations:ListAWSServiceAccessForOrganization':
    'to see whether trusted access is on; also when a contact is denied',
  'organizations:ListOrganizationalUnitsForParent': 'to find the units that are named',
  'organizations:ListAccountsForParent': 'to find out who is in a unit, where AWS gives no Paths with accounts',
  'organizations:ListTagsForResource': 'to read the tags that selectors and templates look at',
  'organizations:DescribeAccount':
    'to look at one account: when a write is denied, and before it becomes administrator',
  'organizations:ListPoliciesForTarget':
    'to find the service control policies over the caller, when a contact is denied',
  'organizations:DescribePolicy': 'to see whether one of them denies it',
  'organizations:ListParents': 'to find the units above the caller for that, where AWS gives no Paths with accounts',
  'account:GetAlternateContact': 'to read contacts: for the plan, just before each write, and after it',
  'account:PutAlternateContact': 'to create and update contacts, and to put back what was deleted',
  'account:DeleteAlternateContact': 'to delete what is to be absent, and to take back what was created',
  'sts:AssumeRole': 'to reach the contacts of the management account through its role',
  'organizations:EnableAWSServiceAccess': 'to enable trusted access, for this service only',
  'organizations:RegisterDelegatedAdministrator': 'to register the delegated administrator, for this service only',
};
