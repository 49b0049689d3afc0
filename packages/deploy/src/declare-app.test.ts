import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { App, type Stack } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { declareApp } from './declare-app.ts';

const context = {
  organizationId: 'o-exampleorgid',
  managementAccountId: '111122223333',
  administratorId: '222233334444',
  region: 'eu-central-1',
  email: 'oncall@example.com',
};

const lambda = mkdtempSync(join(tmpdir(), 'orgcontacts-lambda-'));
writeFileSync(join(lambda, 'index.mjs'), 'export const plan = async () => {};\n');

const templatesOf = (more: object = {}) => {
  const app = new App({
    context: { ...context, ...more },
    builtinCloudFormationValidation: false,
    analyticsReporting: false,
  });
  declareApp(app, lambda);
  // The app declares stacks and nothing else.
  const [keeper, events] = app.node.children as [Stack, Stack];
  return { keeper: Template.fromStack(keeper), events: Template.fromStack(events) };
};

describe('the CDK app', () => {
  const { keeper, events } = templatesOf();

  it('keeps everything in a bucket that is encrypted, versioned, closed, and stays when the stack goes', () => {
    keeper.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: Match.anyValue(),
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
    for (const type of ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'])
      keeper.hasResourceProperties(type, {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        },
      });
  });

  it('runs its functions on Node.js 24, and gives none of them more than fifteen minutes', () => {
    const functions = Object.values(keeper.findResources('AWS::Lambda::Function'));
    expect(functions.map(({ Properties }) => Properties.Runtime)).toEqual(Array(4).fill('nodejs24.x'));
    expect(Math.max(...functions.map(({ Properties }) => Properties.Timeout))).toBe(900);
  });

  it('only reports unless it is told to write', () => {
    const writesIn = (template: Template) => JSON.stringify(template.toJSON()).includes('account:PutAlternateContact');
    expect(writesIn(keeper)).toBe(false);
    expect(writesIn(templatesOf({ writes: true }).keeper)).toBe(true);
  });

  it('listens to both detail-types of Organizations, in us-east-1, and hands events on to the bus', () => {
    events.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.organizations'],
        'detail-type': ['AWS API Call via CloudTrail', 'AWS Service Event via CloudTrail'],
        detail: { eventName: Match.arrayWith(['AcceptHandshake', 'AccountJoinedOrganization', 'CreateAccountResult']) },
      },
      Targets: [Match.objectLike({ RoleArn: Match.anyValue(), DeadLetterConfig: Match.anyValue() })],
    });
  });

  it('lets only the forwarding roles at the bus', () => {
    const policies = Object.values(keeper.findResources('AWS::Events::EventBusPolicy'));
    expect(policies).toHaveLength(2);
    for (const { Properties } of policies)
      expect(JSON.stringify(Properties.Statement.Condition)).toContain('orgcontacts-forward');
  });

  it('writes to somebody about every alarm', () => {
    const alarms = Object.values(keeper.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms.length).toBeGreaterThan(8);
    expect(alarms.every(({ Properties }) => Properties.AlarmActions.length === 1)).toBe(true);
    keeper.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: context.email });
  });

  it('says which context is missing', () => {
    expect(() => declareApp(new App(), lambda)).toThrow('managementAccountId');
  });
});
