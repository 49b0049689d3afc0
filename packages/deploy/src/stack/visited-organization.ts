import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { declareRole } from './iam.ts';
import { names } from './names.ts';
import { roleArn } from './places.ts';
import { visitStatements } from './service-statements.ts';

/** What another organization needs to be told. */
export interface VisitedOrganizationProps {
  /** The account that the deployment is in. */
  readonly keeperId: string;
  readonly organizationId: string;
  readonly managementAccountId: string;
}

/** In the delegated administrator of another organization: the role by which the deployment looks after that organization too. */
export class VisitedOrganization extends Construct {
  /** Goes into `visits` of the deployment. */
  readonly roleArn: string;

  constructor(
    scope: Construct,
    id: string,
    { keeperId, organizationId, managementAccountId }: VisitedOrganizationProps,
  ) {
    super(scope, id);
    const { partition } = Stack.of(scope);
    this.roleArn = declareRole(this, 'VisitRole', {
      name: names.roles.visit,
      trust: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:${partition}:iam::${keeperId}:root` },
          Action: 'sts:AssumeRole',
          Condition: {
            ArnEquals: {
              'aws:PrincipalArn': [names.roles.plan, names.roles.apply].map((name) =>
                roleArn({ partition }, keeperId, name),
              ),
            },
          },
        },
      ],
      statements: visitStatements({ partition, organizationId, managementAccountId }),
    }).attrArn;
  }
}
