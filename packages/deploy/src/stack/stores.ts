import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { CfnCondition, Duration, Fn, RemovalPolicy, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { names } from './names.ts';

/** Where the deployment keeps things, and where things wait. */
export interface Stores {
  /** Policies, plans, reports and journals; it stays when the deployment is removed. */
  readonly bucket: Bucket;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** For what needs a person. */
  readonly topic: Topic;
}

/** How often an event is handed to the function before it counts as dead. */
const receives = 5;

/** Declares the bucket, the queues and the topic, and subscribes an address to the topic if there is one. */
export const declareStores = (scope: Construct, email: string | undefined): Stores => {
  const bucket = new Bucket(scope, 'Bucket', {
    encryption: BucketEncryption.S3_MANAGED,
    versioned: true,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      // What one execution remembers from batch to batch is of no use afterwards, and it holds contacts.
      { prefix: 'work/', expiration: Duration.days(7), noncurrentVersionExpiration: Duration.days(1) },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  const deadLetters = new Queue(scope, 'DeadLetters', {
    queueName: names.deadLetters,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const queue = new Queue(scope, 'Events', {
    queueName: names.queue,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(4),
    // Six times the function's timeout (AWS docs: Lambda with SQS, visibility timeout).
    visibilityTimeout: Duration.seconds(6 * 60),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: receives },
  });
  const topic = new Topic(scope, 'Notices', { topicName: names.topic, enforceSSL: true });
  if (email !== undefined) subscribe(scope, topic, email);
  return { bucket, queue, deadLetters, topic };
};

/** An address that comes from a parameter may be empty. */
const subscribe = (scope: Construct, topic: Topic, email: string): void => {
  if (!Token.isUnresolved(email)) {
    topic.addSubscription(new EmailSubscription(email));
    return;
  }
  const subscription = new CfnSubscription(scope, 'Email', {
    topicArn: topic.topicArn,
    protocol: 'email',
    endpoint: email,
  });
  subscription.cfnOptions.condition = new CfnCondition(scope, 'HasEmail', {
    expression: Fn.conditionNot(Fn.conditionEquals(email, '')),
  });
};
