/** A pattern of EventBridge, as CloudFormation takes it. */
export interface EventPattern {
  readonly source: readonly string[];
  readonly 'detail-type': readonly string[];
  readonly detail: Readonly<Record<string, readonly string[]>>;
}

const apiCall = 'AWS API Call via CloudTrail';
const serviceEvent = 'AWS Service Event via CloudTrail';

/**
 * What happens to accounts: API calls and asynchronous results have different detail types, and a rule with only one of them misses the
 * other half (AWS docs: EventBridge reference for Organizations).
 */
export const organizationEvents: EventPattern = {
  source: ['aws.organizations'],
  'detail-type': [apiCall, serviceEvent],
  detail: {
    eventSource: ['organizations.amazonaws.com'],
    eventName: [
      'AcceptHandshake',
      'AccountDepartedOrganization',
      'AccountJoinedOrganization',
      'CloseAccount',
      'CloseAccountResult',
      'CreateAccountResult',
      'LeaveOrganization',
      'MoveAccount',
      'RemoveAccountFromOrganization',
      'TagResource',
      'UntagResource',
    ],
  },
};

/** What happens to contacts (AWS docs: Account Management, CloudTrail). */
export const contactEvents: EventPattern = {
  source: ['aws.account'],
  'detail-type': [apiCall],
  detail: {
    eventSource: ['account.amazonaws.com'],
    eventName: ['CloseAccount', 'DeleteAlternateContact', 'PutAlternateContact'],
  },
};

/** Accounts that Control Tower made or enrolled, in its home Region (AWS docs: Control Tower lifecycle events). */
export const controlTowerEvents: EventPattern = {
  source: ['aws.controltower'],
  'detail-type': [serviceEvent],
  detail: {
    eventSource: ['controltower.amazonaws.com'],
    eventName: ['CreateManagedAccount', 'UpdateManagedAccount'],
  },
};

/** Everything that a management account forwards, by the name of its rule. */
export const forwardedEvents = {
  Organization: organizationEvents,
  Contacts: contactEvents,
  ControlTower: controlTowerEvents,
} as const;
