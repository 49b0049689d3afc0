import { type CfnCondition, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Statement } from 'orgcontacts';
import { declareRole } from './iam.ts';
import { names } from './names.ts';
import { roleArn } from './places.ts';

/** What the roles need to be told. */
export interface ManagementContactsProps {
  /** The account that the deployment is in. */
  readonly administratorId: string;
  /** Made only under this condition; otherwise always. */
  readonly when?: CfnCondition;
}

/**
 * In the management account: two roles by which the deployment reaches the contacts of that very account, which a delegated administrator
 * does not (AWS docs: Account Management, modes of operation). One reads, for `plan`; one reads and writes, for `apply`.
 */
export class ManagementContacts extends Construct {
  constructor(scope: Construct, id: string, { administratorId, when }: ManagementContactsProps) {
    super(scope, id);
    const { partition, account } = Stack.of(scope);
    const trust = (name: string) => ({
      Effect: 'Allow',
      Principal: { AWS: `arn:${partition}:iam::${administratorId}:root` },
      Action: 'sts:AssumeRole',
      Condition: { ArnEquals: { 'aws:PrincipalArn': roleArn({ partition }, administratorId, name) } },
    });
    const read = declareRole(this, 'ReadRole', {
      name: names.roles.readManagement,
      trust: [trust(names.roles.plan)],
      statements: ownContacts(partition, account, ['GetAlternateContact']),
    });
    const write = declareRole(this, 'WriteRole', {
      name: names.roles.writeManagement,
      trust: [trust(names.roles.apply)],
      statements: ownContacts(partition, account, [
        'GetAlternateContact',
        'PutAlternateContact',
        'DeleteAlternateContact',
      ]),
    });
    if (when) for (const role of [read, write]) role.cfnOptions.condition = when;
  }
}

/** Calls about the own account have an ARN of their own, without the organization (AWS docs: service authorization reference). */
const ownContacts = (partition: string, account: string, operations: readonly string[]): readonly Statement[] => [
  {
    Sid: 'OwnContacts',
    Effect: 'Allow',
    Action: operations.map((each) => `account:${each}`),
    Resource: [`arn:${partition}:account::${account}:account`],
  },
];
