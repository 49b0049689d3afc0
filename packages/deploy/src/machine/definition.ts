import { organizationStates } from './organization-states.ts';
import { onceMore } from './retries.ts';

/**
 * The state machine, in the Amazon States Language: every organization is planned, and applied in batches, each by itself; one that fails
 * keeps no other from its end. `${Begin}`, `${Plan}`, `${Apply}`, `${Ask}`, `${Tell}` and `${Topic}` are filled in by CloudFormation. Only what
 * aws-local-stepfunctions executes too is used, so that the tests run this very definition.
 */
export const definition = {
  Comment: 'orgcontacts: plans, then applies in batches, in every organization',
  StartAt: 'Begin',
  // An approval may take a day, and 50,000 accounts of three contacts most of another one.
  TimeoutSeconds: 432_000,
  States: {
    Begin: {
      Type: 'Task',
      Resource: '${Begin}',
      Parameters: { 'execution.$': '$$.Execution.Name', 'input.$': '$' },
      TimeoutSeconds: 60,
      Retry: [onceMore],
      Next: 'Paused?',
    },
    'Paused?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.paused', BooleanEquals: true, Next: 'Done' }],
      Default: 'Organizations',
    },
    Organizations: {
      Type: 'Map',
      Comment: 'Each has quotas of its own, so that they go on side by side; within one, one batch follows the other',
      ItemsPath: '$.organizations',
      MaxConcurrency: 8,
      ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Plan', States: organizationStates },
      ResultSelector: { 'outcomes.$': '$', 'each.$': '$[*].outcome' },
      Next: 'Look for failures',
    },
    'Look for failures': {
      Type: 'Pass',
      Parameters: { 'outcomes.$': '$.outcomes', 'failed.$': "States.ArrayContains($.each, 'failed')" },
      Next: 'Every one went well?',
    },
    'Every one went well?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.failed', BooleanEquals: true, Next: 'Failed' }],
      Default: 'Done',
    },
    Failed: { Type: 'Fail', Error: 'OrganizationFailed', Cause: 'At least one organization failed; see its notice.' },
    Done: { Type: 'Succeed' },
  },
} as const;
