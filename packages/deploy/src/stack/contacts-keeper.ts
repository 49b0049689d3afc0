import type { Code, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { type CfnCondition, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { definition } from '../machine/definition.ts';
import { declareAlarms } from './alarms.ts';
import { declareDashboard } from './dashboard.ts';
import { declareBus, declareSchedule } from './events.ts';
import { writeStatements } from './function-statements.ts';
import { declareFunctions } from './functions.ts';
import { declareAddition, declareRole, trustIn } from './iam.ts';
import { type FunctionName, names } from './names.ts';
import type { Places } from './places.ts';
import { machineStatements, managementStatements } from './service-statements.ts';
import { declareStores } from './stores.ts';

/** What a deployment needs to be told. */
export interface ContactsKeeperProps {
  /** The functions: `Code.fromAsset` of the folder `lambda` of this package, or a zip of it in a bucket. */
  readonly code: Code;
  readonly organizationId: string;
  readonly managementAccountId: string;
  /** Whether it writes. Default: it only reports, and has no role that could write. */
  readonly writes?: boolean | CfnCondition;
  /** Whether it looks after the contacts of the management account through the roles that its stack makes. Default: no. */
  readonly managesManagementAccount?: boolean | CfnCondition;
  /** What becomes of contacts that somebody edits by hand: `restore` or `report`. Default: they are restored. */
  readonly edits?: string;
  /** When it looks at everything, as EventBridge Scheduler writes it. Default: `rate(1 day)`. */
  readonly schedule?: string;
  /** The part of every quota that it takes, from 0.1 to 1; the quotas are shared with all tools of the account. Default: 0.8. */
  readonly quotaShare?: string;
  /** An address that is written to when something needs a person. */
  readonly email?: string;
  /** Roles in the delegated administrators of other organizations. Default: none. */
  readonly visits?: { readonly roleArns: readonly string[]; readonly when?: CfnCondition };
}

/**
 * The deployment in the delegated administrator: it looks at the whole organization on a schedule and at single accounts when events name
 * them, and puts their contacts right, or reports. One in each account.
 */
export class ContactsKeeper extends Construct {
  /** The functions by their name. */
  readonly functions: Readonly<Record<FunctionName, LambdaFunction>>;
  /** The bucket that the policy is put into, as `ACCOUNT/contacts.yaml`. */
  readonly bucketName: string;
  /** Where events are sent to. */
  readonly busArn: string;
  readonly machineArn: string;

  constructor(scope: Construct, id: string, props: ContactsKeeperProps) {
    super(scope, id);
    const { writes = false, managesManagementAccount = false, visits } = props;
    const stores = declareStores(this, props.email);
    const places = placesOf(this, props, stores.bucket.bucketArn);
    const { functions, roles } = declareFunctions(this, places, { ...props, writes, managesManagementAccount, stores });
    this.functions = functions;
    whenever(writes, (condition) =>
      declareAddition(this, 'Writes', roles.apply, { statements: writeStatements(places), condition }),
    );
    whenever(managesManagementAccount, (condition) => {
      for (const [id, name, role] of [
        ['ReadsManagement', 'readManagement', roles.plan],
        ['WritesManagement', 'writeManagement', roles.apply],
      ] as const)
        declareAddition(this, id, role, { statements: managementStatements(places, name), condition });
    });
    if (visits && visits.roleArns.length > 0)
      for (const role of ['plan', 'apply'] as const) {
        const statements = [
          { Sid: 'Visit', Effect: 'Allow' as const, Action: ['sts:AssumeRole'], Resource: visits.roleArns },
        ];
        declareAddition(this, `${role}Visits`, roles[role], { statements, condition: visits.when });
      }
    const machine = declareMachine(this, places, functions, stores.topic.topicArn);
    this.busArn = declareBus(this, places, stores.queue);
    this.bucketName = stores.bucket.bucketName;
    this.machineArn = machine.attrArn;
    declareSchedule(this, places, machine, props.schedule ?? 'rate(1 day)');
    const alarms = declareAlarms(this, { account: places.account, machine, stores });
    declareDashboard(this, { account: places.account, machine, stores, functions, alarms });
  }
}

const placesOf = (scope: Construct, props: ContactsKeeperProps, bucketArn: string): Places => {
  const { partition, region, account } = Stack.of(scope);
  const { organizationId, managementAccountId } = props;
  return { partition, region, account, organizationId, managementAccountId, bucketArn };
};

const whenever = (when: boolean | CfnCondition, declare: (condition: CfnCondition | undefined) => void): void => {
  if (when === false) return;
  declare(when === true ? undefined : when);
};

const declareMachine = (
  scope: Construct,
  places: Places,
  functions: ContactsKeeper['functions'],
  topicArn: string,
): CfnStateMachine => {
  const role = declareRole(scope, 'MachineRole', {
    name: names.roles.machine,
    trust: [trustIn('states.amazonaws.com', { StringEquals: { 'aws:SourceAccount': places.account } })],
    statements: machineStatements(places),
  });
  return new CfnStateMachine(scope, 'Machine', {
    stateMachineName: names.machine,
    stateMachineType: 'STANDARD',
    roleArn: role.attrArn,
    definitionString: JSON.stringify(definition, undefined, 2),
    definitionSubstitutions: {
      Begin: functions.begin.functionArn,
      Plan: functions.plan.functionArn,
      Apply: functions.apply.functionArn,
      Topic: topicArn,
      Tell: `arn:${places.partition}:states:::sns:publish`,
      Ask: `arn:${places.partition}:states:::sns:publish.waitForTaskToken`,
    },
  });
};
