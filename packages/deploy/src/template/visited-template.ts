import { CfnOutput, type Stack } from 'aws-cdk-lib/core';
import { VisitedOrganization } from '../stack/visited-organization.ts';
import { accountIdParameter, organizationIdParameter } from './parameters.ts';

/** Fills the stack of the delegated administrator of another organization. */
export const visitedTemplate = (stack: Stack): void => {
  stack.templateOptions.description =
    'orgcontacts in the delegated administrator of another organization: the role by which one deployment looks after that organization too.';
  const visited = new VisitedOrganization(stack, 'Visited', {
    keeperId: accountIdParameter(stack, 'KeeperId', 'The account that orgcontacts is deployed in.').valueAsString,
    organizationId: organizationIdParameter(stack).valueAsString,
    managementAccountId: accountIdParameter(
      stack,
      'ManagementAccountId',
      'The management account of this organization.',
    ).valueAsString,
  });
  new CfnOutput(stack, 'RoleArn', {
    description: 'Goes into VisitRoleArns of the deployment.',
    value: visited.roleArn,
  });
};
