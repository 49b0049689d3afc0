import { accountService } from '../caller/caller.ts';
import type { Statement } from './documents.ts';
import type { IamHolder } from './iam-holder.ts';

/**
 * What setting up takes: to see what is there, and to write it for this one service, which is the condition key that both writes have (AWS
 * docs: service authorization reference for AWS Organizations).
 */
export const setupStatements = ({
  partition,
  managementAccountId,
  organizationId,
}: IamHolder): readonly Statement[] => {
  const accounts = `arn:${partition}:organizations::${managementAccountId}:account/${organizationId}/*`;
  const Condition = { StringEquals: { 'organizations:ServicePrincipal': accountService } };
  return [
    {
      Sid: 'ReadWhatIsSetUp',
      Effect: 'Allow',
      Action: [
        'organizations:DescribeOrganization',
        'organizations:ListAWSServiceAccessForOrganization',
        'organizations:ListDelegatedAdministrators',
      ],
      Resource: ['*'],
    },
    { Sid: 'ReadAccounts', Effect: 'Allow', Action: ['organizations:DescribeAccount'], Resource: [accounts] },
    {
      Sid: 'EnableTrustedAccess',
      Effect: 'Allow',
      Action: ['organizations:EnableAWSServiceAccess'],
      Resource: ['*'],
      Condition,
    },
    {
      Sid: 'RegisterAdministrator',
      Effect: 'Allow',
      Action: ['organizations:RegisterDelegatedAdministrator'],
      Resource: [accounts],
      Condition,
    },
  ];
};
