import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { type Metrics, namespace } from '../work/metrics.ts';
import type { Stores } from './stores.ts';

/** What alarms and the dashboard look at. */
export interface Watched {
  /** The account of the deployment, which is also the name of its organization. */
  readonly account: string;
  readonly machine: CfnStateMachine;
  readonly stores: Stores;
}

/** One of the deployment's own measures, for its own organization. */
export const ownMetric = (account: string, metricName: keyof Metrics, period = Duration.minutes(5)): Metric =>
  new Metric({ namespace, metricName, dimensionsMap: { Organization: account }, statistic: Stats.SUM, period });

/** A measure of the state machine. */
export const machineMetric = (machine: CfnStateMachine, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/States',
    metricName,
    dimensionsMap: { StateMachineArn: machine.attrArn },
    statistic: Stats.SUM,
    period: Duration.minutes(5),
  });

/** Declares the alarms; docs/operations.md has a section for each of them. */
export const declareAlarms = (scope: Construct, watched: Watched): readonly Alarm[] => {
  const { account, machine, stores } = watched;
  const any = (id: string, alarmDescription: string, metric: IMetric): Alarm =>
    declare(scope, stores, id, alarmDescription, metric);
  return [
    any('ExecutionFailed', 'An organization could not be worked through.', machineMetric(machine, 'ExecutionsFailed')),
    any(
      'ExecutionTimedOut',
      'An execution did not end within five days.',
      machineMetric(machine, 'ExecutionsTimedOut'),
    ),
    any(
      'DeadLetters',
      'Events were given up; the schedule makes good for them.',
      stores.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
    ),
    any('LimitExceeded', 'A plan passes a limit and waits for a person.', ownMetric(account, 'LimitExceeded')),
    any('NotDone', 'Changes failed, were skipped or could not be confirmed.', ownMetric(account, 'NotDone')),
    any('Stopped', 'A run stopped itself, since too much was denied.', ownMetric(account, 'Stopped')),
    any('Unreadable', 'Accounts whose contacts could not be read.', ownMetric(account, 'Unreadable')),
    any('Contested', 'Somebody changes a contact again and again.', ownMetric(account, 'Contested')),
    lookMissing(scope, watched),
  ];
};

const declare = (scope: Construct, { topic }: Stores, id: string, alarmDescription: string, metric: IMetric): Alarm => {
  const alarm = new Alarm(scope, `${id}Alarm`, {
    alarmName: `orgcontacts-${id}`,
    alarmDescription,
    metric,
    threshold: 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  return alarm;
};

/** Silence looks like health: two days without a single look are an alarm of their own. */
const lookMissing = (scope: Construct, { account, stores }: Watched): Alarm => {
  const alarm = new Alarm(scope, 'LookMissingAlarm', {
    alarmName: 'orgcontacts-LookMissing',
    alarmDescription: 'For two days nobody looked at the organization.',
    metric: ownMetric(account, 'Looks', Duration.days(1)),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: 2,
    treatMissingData: TreatMissingData.BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(stores.topic));
  return alarm;
};
