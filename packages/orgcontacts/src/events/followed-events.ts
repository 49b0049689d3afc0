import type { SignalKind } from './signal.ts';

/** An event that is followed, and where it names the account that it is about. */
export interface FollowedEvent {
  /** `source` of the EventBridge envelope. */
  readonly source: string;
  /** `detail.eventSource`. */
  readonly eventSource: string;
  readonly eventName: string;
  /** `detail-type` of the envelope. */
  readonly detailType: string;
  readonly kind: SignalKind;
  /**
   * Where the account stands: `details` anywhere in `serviceEventDetails`, `request` in `requestParameters.accountId`, `resource` in
   * `requestParameters.resourceId`, `handshake` among the parties of the handshake, `caller` is the account that called.
   */
  readonly account: 'details' | 'request' | 'resource' | 'handshake' | 'caller' | 'request-or-caller';
}

const organizations = { source: 'aws.organizations', eventSource: 'organizations.amazonaws.com' };
const account = { source: 'aws.account', eventSource: 'account.amazonaws.com' };
const controlTower = { source: 'aws.controltower', eventSource: 'controltower.amazonaws.com' };
const call = { detailType: 'AWS API Call via CloudTrail' };
const result = { detailType: 'AWS Service Event via CloudTrail', account: 'details' } as const;

/**
 * Every event that is followed: rules for EventBridge are made from this table, so that none is misspelt and neither detail-type is missed.
 * Names and places of Organizations and Account Management: AWS docs, "Amazon EventBridge events reference" and "Logging AWS Organizations
 * API calls"; `AccountJoinedOrganization` and `AccountDepartedOrganization` came with the announcement of 2026-05-28. Of Control Tower:
 * AWS docs, "Lifecycle events". An `AcceptHandshake` reaches the organization's own bus or not: not established, and it costs nothing.
 */
export const followedEvents: readonly FollowedEvent[] = [
  { ...organizations, ...result, eventName: 'AccountJoinedOrganization', kind: 'joined' },
  { ...organizations, ...result, eventName: 'CreateAccountResult', kind: 'joined' },
  { ...controlTower, ...result, eventName: 'CreateManagedAccount', kind: 'joined' },
  { ...controlTower, ...result, eventName: 'UpdateManagedAccount', kind: 'moved' },
  { ...organizations, ...call, eventName: 'AcceptHandshake', kind: 'joined', account: 'handshake' },
  { ...organizations, ...call, eventName: 'MoveAccount', kind: 'moved', account: 'request' },
  { ...organizations, ...call, eventName: 'TagResource', kind: 're-tagged', account: 'resource' },
  { ...organizations, ...call, eventName: 'UntagResource', kind: 're-tagged', account: 'resource' },
  { ...account, ...call, eventName: 'PutAccountName', kind: 'renamed', account: 'request-or-caller' },
  { ...account, ...call, eventName: 'PutAlternateContact', kind: 'contact-changed', account: 'request-or-caller' },
  { ...account, ...call, eventName: 'DeleteAlternateContact', kind: 'contact-changed', account: 'request-or-caller' },
  { ...organizations, ...call, eventName: 'CloseAccount', kind: 'closed', account: 'request' },
  { ...account, ...call, eventName: 'CloseAccount', kind: 'closed', account: 'request-or-caller' },
  { ...organizations, ...result, eventName: 'CloseAccountResult', kind: 'closed' },
  { ...organizations, ...result, eventName: 'AccountDepartedOrganization', kind: 'departed' },
  { ...organizations, ...call, eventName: 'RemoveAccountFromOrganization', kind: 'departed', account: 'request' },
  { ...organizations, ...call, eventName: 'LeaveOrganization', kind: 'departed', account: 'caller' },
];
