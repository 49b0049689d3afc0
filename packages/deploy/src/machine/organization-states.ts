import { inTurn, never, onceMore } from './retries.ts';

/** Another execution waits: its accounts are few, and it tries to get its turn more often than this one stands back. */
const goesFirst = {
  And: [
    { Variable: '$.yields', BooleanEquals: true },
    {
      Or: [
        { Variable: '$.status', StringEquals: 'reading' },
        { Variable: '$.status', StringEquals: 'applying' },
      ],
    },
  ],
  Next: 'Let another one go first',
};

const isThere = (Variable: string, Next: string) => ({ Not: { Variable, IsNull: true }, Next });

const isStatus = (status: string, Next: string) => ({ Variable: '$.status', StringEquals: status, Next });

/** Whatever is left when trying again did not help. */
const caught = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Tell what failed' }];

/** Telling somebody must never be what stops the work. */
const untold = (Next: string) => [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next }];

/** One organization on its way: what the functions give back is what they are given next. */
export const organizationStates = {
  Plan: {
    Type: 'Task',
    Resource: '${Plan}',
    TimeoutSeconds: 900,
    Retry: [never, inTurn, onceMore],
    Catch: caught,
    Next: 'Planned?',
  },
  'Planned?': {
    Type: 'Choice',
    Choices: [
      goesFirst,
      isStatus('reading', 'Plan'),
      isStatus('applying', 'Apply'),
      isStatus('refused', 'Ask for approval'),
    ],
    Default: 'To be told?',
  },
  'Ask for approval': {
    Type: 'Task',
    Resource: '${Ask}',
    Parameters: {
      TopicArn: '${Topic}',
      'Subject.$': '$.notice.subject',
      'Message.$': "States.Format('{} {}', $.notice.message, $$.Task.Token)",
    },
    // A plan may be applied for 24 hours.
    TimeoutSeconds: 82_800,
    ResultPath: '$.approval',
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Not approved' }],
    Next: 'Apply',
  },
  'Not approved': {
    Type: 'Pass',
    Parameters: { 'organization.$': '$.organization.name', outcome: 'not-approved' },
    End: true,
  },
  Apply: {
    Type: 'Task',
    Resource: '${Apply}',
    TimeoutSeconds: 900,
    Retry: [never, inTurn, onceMore],
    Catch: caught,
    Next: 'Applied?',
  },
  'Applied?': {
    Type: 'Choice',
    Choices: [goesFirst, isStatus('applying', 'Apply')],
    Default: 'To be told?',
  },
  'Let another one go first': { Type: 'Wait', Seconds: 90, Next: 'On with it' },
  'On with it': { Type: 'Choice', Choices: [isStatus('reading', 'Plan')], Default: 'Apply' },
  'To be told?': {
    Type: 'Choice',
    Choices: [isThere('$.notice', 'Tell')],
    Default: 'Once more?',
  },
  Tell: {
    Type: 'Task',
    Resource: '${Tell}',
    Parameters: { TopicArn: '${Topic}', 'Subject.$': '$.notice.subject', 'Message.$': '$.notice.message' },
    TimeoutSeconds: 60,
    ResultPath: null,
    Retry: [onceMore],
    Catch: untold('Once more?'),
    Next: 'Once more?',
  },
  'Once more?': {
    Type: 'Choice',
    Comment: 'An account that events named may not be ready yet',
    Choices: [isThere('$.again', 'Wait')],
    Default: 'Ended',
  },
  Wait: { Type: 'Wait', SecondsPath: '$.again', Next: 'Plan' },
  Ended: {
    Type: 'Pass',
    Parameters: { 'organization.$': '$.organization.name', 'outcome.$': '$.status' },
    End: true,
  },
  'Tell what failed': {
    Type: 'Task',
    Resource: '${Tell}',
    Parameters: {
      TopicArn: '${Topic}',
      Subject: 'orgcontacts: an organization could not be worked through',
      'Message.$':
        "States.Format('Organization seen from {}, execution {}: {}: {}', $.organization.name, $.execution, $.error.Error, $.error.Cause)",
    },
    TimeoutSeconds: 60,
    ResultPath: null,
    Retry: [onceMore],
    Catch: untold('Not ended'),
    Next: 'Not ended',
  },
  'Not ended': {
    Type: 'Pass',
    Parameters: { 'organization.$': '$.organization.name', outcome: 'failed' },
    End: true,
  },
} as const;
