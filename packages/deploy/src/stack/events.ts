import { CfnEventBus, CfnEventBusPolicy, CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { forwardedEvents } from './event-patterns.ts';
import { declareRole, trustIn } from './iam.ts';
import { names } from './names.ts';
import { arnHere, type Places, roleArn } from './places.ts';
import { scheduleStatements } from './service-statements.ts';

/**
 * Who may send events to the bus: the forwarding role of the management account, and forwarding roles of that name in members, which only
 * accounts of the organization have. Statements of a resource policy. Pure.
 */
const busPolicies = (places: Places) => {
  const { partition, managementAccountId, organizationId } = places;
  const statement = (Sid: string, Principal: unknown, Condition: object) => ({
    Sid,
    Effect: 'Allow',
    Principal,
    Action: 'events:PutEvents',
    Resource: arnHere(places, 'events', `event-bus/${names.bus}`),
    Condition,
  });
  return [
    statement(
      'FromTheManagementAccount',
      { AWS: `arn:${partition}:iam::${managementAccountId}:root` },
      { ArnEquals: { 'aws:PrincipalArn': roleArn(places, managementAccountId, names.roles.forward) } },
    ),
    statement('FromMembers', '*', {
      StringEquals: { 'aws:PrincipalOrgID': organizationId },
      ArnLike: { 'aws:PrincipalArn': roleArn(places, '*', names.roles.forward) },
    }),
  ];
};

/** Declares the bus, who may send to it, and the rules by which its events go to the queue; gives the ARN of the bus. */
export const declareBus = (scope: Construct, places: Places, queue: Queue): string => {
  const bus = new CfnEventBus(scope, 'Bus', { name: names.bus });
  for (const statement of busPolicies(places))
    new CfnEventBusPolicy(scope, statement.Sid, { eventBusName: bus.ref, statementId: statement.Sid, statement });
  const rules = Object.entries(forwardedEvents).map(
    ([id, eventPattern]) =>
      new CfnRule(scope, `${id}Events`, {
        eventBusName: bus.ref,
        eventPattern,
        targets: [{ id: 'Queue', arn: queue.queueArn }],
      }),
  );
  // What the account itself does to contacts, as the delegated administrator, shows on its own default bus (domain knowledge: unverified).
  const own = new CfnRule(scope, 'OwnContactsEvents', {
    eventPattern: forwardedEvents.Contacts,
    targets: [{ id: 'Queue', arn: queue.queueArn }],
  });
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: 'FromTheRules',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': [...rules, own].map((rule) => rule.attrArn) } },
    }),
  );
  return bus.attrArn;
};

/** Declares when everything is looked at. */
export const declareSchedule = (
  scope: Construct,
  places: Places,
  machine: CfnStateMachine,
  scheduleExpression: string,
): void => {
  const role = declareRole(scope, 'ScheduleRole', {
    name: names.roles.schedule,
    trust: [trustIn('scheduler.amazonaws.com', { StringEquals: { 'aws:SourceAccount': places.account } })],
    statements: scheduleStatements(places),
  });
  new CfnSchedule(scope, 'Schedule', {
    scheduleExpression,
    flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 15 },
    target: { arn: machine.attrArn, roleArn: role.attrArn, input: '{}' },
  });
};
