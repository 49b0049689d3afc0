import type { AccountId } from '../contact/account-id.ts';
import type { FollowedEvent } from './followed-events.ts';
import type { Signal, SignalKind } from './signal.ts';

/** The time of events in tests. */
export const noon = Date.UTC(2026, 10, 20, 12);

/** An event in EventBridge's envelope, with just what stands in it for everybody; the rest is up to the test. */
export const anEvent = (
  { source, eventSource, eventName, detailType }: Omit<FollowedEvent, 'kind' | 'account'>,
  detail: Readonly<Record<string, unknown>> = {},
) => ({
  version: '0',
  id: 'c7fd7ae5-828d-59fc-98f0-3d04b1b647fc',
  'detail-type': detailType,
  source,
  account: '111122223333',
  time: '2026-11-20T12:00:00Z',
  region: 'us-east-1',
  resources: [],
  detail: {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/OrgAdmin/ops-session',
      accountId: '111122223333',
    },
    eventTime: '2026-11-20T12:00:00Z',
    eventSource,
    eventName,
    awsRegion: 'us-east-1',
    userAgent: 'aws-cli/2.31.0',
    requestParameters: null,
    responseElements: null,
    eventID: '8e2e4652-69fd-5ce5-b2ff-37713a89b71a',
    recipientAccountId: '111122223333',
    ...detail,
  },
});

/** A signal of a test. */
export const aSignal = (kind: SignalKind, accountId: AccountId, overrides: Partial<Signal> = {}): Signal => ({
  id: `${kind} ${accountId} ${overrides.at ?? noon}`,
  kind,
  accountId,
  at: noon,
  type: null,
  by: { arn: null, userAgent: null },
  ...overrides,
});
