import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { machineMetric, ownMetric, type Watched } from './alarms.ts';
import { type FunctionName, names } from './names.ts';

/** What the dashboard shows. */
export interface Shown extends Watched {
  readonly functions: Readonly<Record<FunctionName, LambdaFunction>>;
  readonly alarms: readonly Alarm[];
}

/** Declares one page: is all well, what differs, what was written, and how long it takes. */
export const declareDashboard = (scope: Construct, shown: Shown): void => {
  const { account, machine, stores, functions, alarms } = shown;
  const dashboard = new Dashboard(scope, 'Dashboard', {
    dashboardName: names.dashboard,
    defaultInterval: Duration.days(7),
  });
  dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 3 }));
  dashboard.addWidgets(
    new SingleValueWidget({
      title: 'Last look',
      metrics: [ownMetric(account, 'Differences'), ownMetric(account, 'Unreadable'), ownMetric(account, 'Unsettled')],
      width: 12,
      height: 4,
    }),
    new GraphWidget({
      title: 'Events',
      left: [ownMetric(account, 'Events'), stores.deadLetters.metricApproximateNumberOfMessagesVisible()],
      width: 12,
      height: 4,
    }),
  );
  dashboard.addWidgets(
    new GraphWidget({
      title: 'Contacts',
      left: [ownMetric(account, 'Written'), ownMetric(account, 'NotDone'), ownMetric(account, 'Contested')],
      width: 8,
    }),
    new GraphWidget({
      title: 'Executions',
      left: ['ExecutionsStarted', 'ExecutionsSucceeded', 'ExecutionsFailed'].map((name) =>
        machineMetric(machine, name),
      ),
      width: 8,
    }),
    new GraphWidget({
      title: 'Longest batch',
      left: [functions.plan, functions.apply].map((each) => each.metricDuration({ statistic: 'Maximum' })),
      width: 8,
    }),
  );
};
