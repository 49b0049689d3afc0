/** What is measured, in CloudWatch's units. */
export type Metrics = Readonly<
  Partial<
    Record<
      | 'Looks'
      | 'Differences'
      | 'Unreadable'
      | 'Unsettled'
      | 'LimitExceeded'
      | 'Written'
      | 'NotDone'
      | 'Stopped'
      | 'Contested'
      | 'Events',
      number
    >
  >
>;

/** The namespace of everything that the deployment measures. */
export const namespace = 'OrgContacts';

/**
 * One line in CloudWatch's embedded metric format: what the log keeps, CloudWatch counts (AWS docs: embedded metric format
 * specification). `now` is in milliseconds since the epoch. Pure.
 */
export const renderMetrics = (organization: string, metrics: Metrics, now: number): string =>
  JSON.stringify({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [['Organization']],
          Metrics: Object.keys(metrics).map((Name) => ({ Name, Unit: 'Count' })),
        },
      ],
    },
    Organization: organization,
    ...metrics,
  });
