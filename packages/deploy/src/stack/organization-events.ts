import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { type CfnCondition, Duration, Fn, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Statement } from 'orgcontacts';
import { type EventPattern, forwardedEvents } from './event-patterns.ts';
import { declareRole, trustIn } from './iam.ts';
import { names } from './names.ts';
import { type Places, roleArn } from './places.ts';

/** What forwarding needs to be told. */
export interface ForwardingProps {
  /** The ARN of the bus in the delegated administrator. */
  readonly busArn: string;
  /** Whether the role is made here. It is one for all Regions: a second stack in another Region goes without. Default: yes. */
  readonly makesRole?: boolean | CfnCondition;
}

/**
 * In the management account, in us-east-1, and once more in the home Region of Control Tower if that is another one: what happens to
 * accounts and contacts is forwarded to the delegated administrator.
 */
export class OrganizationEvents extends Construct {
  constructor(scope: Construct, id: string, props: ForwardingProps) {
    super(scope, id);
    declareForwarding(this, props, forwardedEvents);
  }
}

/** In members, by StackSets: their own standalone edits of contacts, which show nowhere else. */
export class MemberEvents extends Construct {
  constructor(scope: Construct, id: string, props: ForwardingProps) {
    super(scope, id);
    declareForwarding(this, props, { Contacts: forwardedEvents.Contacts });
  }
}

/** What the forwarding role may do. Pure. */
const forwardStatements = (busArn: string): readonly Statement[] => [
  { Sid: 'Forward', Effect: 'Allow', Action: ['events:PutEvents'], Resource: [busArn] },
];

const declareForwarding = (
  scope: Construct,
  { busArn, makesRole = true }: ForwardingProps,
  patterns: Readonly<Record<string, EventPattern>>,
): void => {
  const { partition, account } = Stack.of(scope);
  const roleHere = roleArn({ partition }, account, names.roles.forward);
  if (makesRole !== false) {
    const role = declareRole(scope, 'ForwardRole', {
      name: names.roles.forward,
      trust: [trustIn('events.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } })],
      statements: forwardStatements(busArn),
    });
    if (makesRole !== true) role.cfnOptions.condition = makesRole;
  }
  const undelivered = new Queue(scope, 'Undelivered', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const rules = Object.entries(patterns).map(
    ([id, eventPattern]) =>
      new CfnRule(scope, `${id}Events`, {
        eventPattern,
        targets: [{ id: 'Bus', arn: busArn, roleArn: roleHere, deadLetterConfig: { arn: undelivered.queueArn } }],
      }),
  );
  undelivered.addToResourcePolicy(
    new PolicyStatement({
      sid: 'FromTheRules',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [undelivered.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': rules.map((rule) => rule.attrArn) } },
    }),
  );
};

/** The ARN of the bus in an account and Region. Pure. */
export const busArnIn = (places: Pick<Places, 'partition' | 'region' | 'account'>): string =>
  Fn.join(':', ['arn', places.partition, 'events', places.region, places.account, `event-bus/${names.bus}`]);
