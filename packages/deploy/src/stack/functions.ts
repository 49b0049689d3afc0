import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, Runtime, RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type CfnCondition, Duration, Fn, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { applyStatements, beginStatements, noticeStatements, planStatements } from './function-statements.ts';
import { declareRole, trustIn } from './iam.ts';
import { type FunctionName, names } from './names.ts';
import { machineArn, type Places, roleArn } from './places.ts';
import type { Stores } from './stores.ts';

/** What the functions are made of. */
export interface FunctionsOf {
  readonly code: Code;
  readonly stores: Stores;
  readonly writes: boolean | CfnCondition;
  readonly managesManagementAccount: boolean | CfnCondition;
  readonly edits?: string;
  readonly quotaShare?: string;
  readonly visits?: { readonly roleArns: readonly string[] };
}

/** Functions can no longer be created with Node.js 20 (AWS docs: Lambda runtimes, deprecation). */
const runtime = new Runtime('nodejs24.x', RuntimeFamily.NODEJS);

/** Fifteen minutes are the most that Lambda gives (AWS docs: Lambda quotas); a batch ends itself after eight. */
const sizes: Readonly<Record<FunctionName, { readonly timeout: number; readonly memory: number }>> = {
  begin: { timeout: 30, memory: 256 },
  plan: { timeout: 900, memory: 1024 },
  apply: { timeout: 900, memory: 1024 },
  notice: { timeout: 60, memory: 512 },
};

const statementsOf = {
  begin: beginStatements,
  plan: planStatements,
  apply: applyStatements,
  notice: noticeStatements,
} as const;

const all: readonly FunctionName[] = ['begin', 'plan', 'apply', 'notice'];

/** Declares the functions, each with a role and a log of its own. */
export const declareFunctions = (scope: Construct, places: Places, parts: FunctionsOf) => {
  const declared = all.map((name) => [name, declareFunction(scope, places, name, parts)] as const);
  // One entry for each name.
  const functions = Object.fromEntries(declared.map(([name, { run }]) => [name, run])) as Record<
    FunctionName,
    LambdaFunction
  >;
  // One entry for each name.
  const roles = Object.fromEntries(declared.map(([name, { role }]) => [name, role])) as Record<FunctionName, CfnRole>;
  functions.notice.addEventSource(
    new SqsEventSource(parts.stores.queue, {
      batchSize: 100,
      // What belongs together comes together: one created account makes several events.
      maxBatchingWindow: Duration.seconds(10),
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    }),
  );
  return { functions, roles };
};

const declareFunction = (scope: Construct, places: Places, name: FunctionName, parts: FunctionsOf) => {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const role = declareRole(scope, `${title}Role`, {
    name: names.roles[name],
    trust: [trustIn('lambda.amazonaws.com')],
    statements: statementsOf[name](places),
  });
  const functionName = names.functions[name];
  const logGroup = new LogGroup(scope, `${title}Log`, {
    logGroupName: `/aws/lambda/${functionName}`,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const run = new LambdaFunction(scope, title, {
    functionName,
    code: parts.code,
    handler: `index.${name}`,
    runtime,
    architecture: Architecture.ARM_64,
    role: Role.fromRoleArn(scope, `${title}Rights`, role.attrArn, { mutable: false }),
    timeout: Duration.seconds(sizes[name].timeout),
    memorySize: sizes[name].memory,
    logGroup,
    environment: environmentOf(places, parts),
  });
  return { run, role };
};

const environmentOf = (places: Places, parts: FunctionsOf): Record<string, string> => ({
  BUCKET: parts.stores.bucket.bucketName,
  MACHINE: machineArn(places),
  PARTITION: places.partition,
  ACCOUNT: places.account,
  WRITES: yesOrNo(parts.writes),
  EDITS: parts.edits ?? 'restore',
  QUOTA_SHARE: parts.quotaShare ?? '0.8',
  READ_MANAGEMENT_ROLE: ifSo(
    parts.managesManagementAccount,
    roleArn(places, places.managementAccountId, names.roles.readManagement),
  ),
  WRITE_MANAGEMENT_ROLE: ifSo(
    parts.managesManagementAccount,
    roleArn(places, places.managementAccountId, names.roles.writeManagement),
  ),
  VISITS: visitsOf(parts),
  // Goes into the user agent of every call (AWS docs: SDK settings, application id): by it and by its role a write of ours is known.
  AWS_SDK_UA_APP_ID: names.machine,
});

/** A list from a parameter is one token, and is joined when the stack is made. */
const visitsOf = ({ visits }: FunctionsOf): string =>
  visits && visits.roleArns.length > 0 ? Fn.join(',', [...visits.roleArns]) : '';

const yesOrNo = (when: boolean | CfnCondition): string => ifSo(when, 'yes', 'no');

const ifSo = (when: boolean | CfnCondition, text: string, otherwise = ''): string => {
  if (typeof when === 'boolean') return when ? text : otherwise;
  return Fn.conditionIf(when.logicalId, text, otherwise).toString();
};
