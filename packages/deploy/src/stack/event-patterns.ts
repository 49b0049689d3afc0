import { followedEvents } from 'orgcontacts';

/** A pattern of EventBridge, as CloudFormation takes it. */
export interface EventPattern {
  readonly source: readonly string[];
  readonly 'detail-type': readonly string[];
  readonly detail: Readonly<Record<string, readonly string[]>>;
}

/** The events of one service that the library follows, so that no name is misspelt and neither detail-type is missed. */
const patternOf = (source: string): EventPattern => {
  const followed = followedEvents.filter((each) => each.source === source);
  const all = (field: 'detailType' | 'eventSource' | 'eventName') =>
    [...new Set(followed.map((each) => each[field]))].sort();
  return {
    source: [source],
    'detail-type': all('detailType'),
    detail: { eventSource: all('eventSource'), eventName: all('eventName') },
  };
};

/** What happens to accounts: calls and asynchronous results (AWS docs: EventBridge reference for Organizations). */
export const organizationEvents: EventPattern = patternOf('aws.organizations');

/** What happens to contacts (AWS docs: Account Management, CloudTrail). */
export const contactEvents: EventPattern = patternOf('aws.account');

/** Accounts that Control Tower made or enrolled, in its home Region (AWS docs: Control Tower lifecycle events). */
export const controlTowerEvents: EventPattern = patternOf('aws.controltower');

/** Everything that a management account forwards, by the name of its rule. */
export const forwardedEvents = {
  Organization: organizationEvents,
  Contacts: contactEvents,
  ControlTower: controlTowerEvents,
} as const;
