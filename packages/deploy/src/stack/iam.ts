import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnCondition } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { PolicyDocument, Statement } from 'orgcontacts';

/** Statements as a policy document. Pure. */
const documentOf = (statements: readonly Statement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** A role, who may take it, and what it may do. */
export interface RoleOf {
  readonly name: string;
  readonly trust: readonly object[];
  readonly statements: readonly Statement[];
}

/** Trust in an AWS service, for what it does on behalf of this account. Pure. */
export const trustIn = (service: string, condition?: object): object => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action: 'sts:AssumeRole',
  ...(condition && { Condition: condition }),
});

/** Declares a role with exactly these statements: nothing adds to them behind our back. */
export const declareRole = (scope: Construct, id: string, { name, trust, statements }: RoleOf): CfnRole =>
  new CfnRole(scope, id, {
    roleName: name,
    assumeRolePolicyDocument: { Version: '2012-10-17', Statement: trust },
    policies: [{ policyName: name, policyDocument: documentOf(statements) }],
  });

/** Declares what roles may do besides, under a condition. */
export const declareAddition = (
  scope: Construct,
  id: string,
  role: CfnRole,
  {
    statements,
    condition,
  }: { readonly statements: readonly Statement[]; readonly condition?: CfnCondition | undefined },
): void => {
  const policy = new CfnPolicy(scope, id, {
    policyName: id,
    policyDocument: documentOf(statements),
    roles: [role.ref],
  });
  if (condition) policy.cfnOptions.condition = condition;
};
