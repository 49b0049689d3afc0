import { Code } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnCondition, CfnOutput, CfnParameter, Fn, type Stack } from 'aws-cdk-lib/core';
import { ContactsKeeper } from '../stack/contacts-keeper.ts';
import { accountIdParameter, organizationIdParameter, question } from './parameters.ts';

/** Fills the stack of the delegated administrator, with parameters for all that differs from place to place. */
export const administratorTemplate = (stack: Stack): void => {
  stack.templateOptions.description =
    'orgcontacts in the delegated administrator for account.amazonaws.com: alternate contacts follow one policy file.';
  const text = (id: string, description: string, rest: object = {}) =>
    new CfnParameter(stack, id, { description, ...rest }).valueAsString;
  const codeBucket = text('CodeBucket', 'A bucket in this Region with the code of the functions.');
  const codeKey = text('CodeKey', 'The key of the code there: the zip of the folder lambda of orgcontacts-deploy.');
  const visits = new CfnParameter(stack, 'VisitRoleArns', {
    type: 'CommaDelimitedList',
    description: 'Roles orgcontacts-visit in the delegated administrators of further organizations; empty for none.',
    default: '',
  }).valueAsList;
  const hasVisits = new CfnCondition(stack, 'HasVisits', {
    expression: Fn.conditionNot(Fn.conditionEquals(Fn.join('', visits), '')),
  });
  const keeper = new ContactsKeeper(stack, 'Keeper', {
    code: Code.fromBucket(Bucket.fromBucketName(stack, 'Code', codeBucket), codeKey),
    organizationId: organizationIdParameter(stack).valueAsString,
    managementAccountId: accountIdParameter(stack, 'ManagementAccountId', 'The management account of the organization.')
      .valueAsString,
    writes: question(
      stack,
      'Writes',
      'Whether contacts are written; with no it only reports, and has no role that could write.',
      'no',
    ),
    managesManagementAccount: question(
      stack,
      'ManagesManagementAccount',
      'Whether the contacts of the management account are looked after too, through the roles that its stack makes.',
      'yes',
    ),
    edits: text('Edits', 'What becomes of contacts that somebody edits by hand, where contacts are written.', {
      allowedValues: ['restore', 'report'],
      default: 'restore',
    }),
    schedule: text('Schedule', 'When everything is looked at, as EventBridge Scheduler writes it.', {
      default: 'rate(1 day)',
    }),
    quotaShare: text('QuotaShare', 'The part of every quota that is used, from 0.1 to 1.', {
      default: '0.8',
      allowedPattern: '^(0\\.[1-9]\\d*|1(\\.0)?)$',
    }),
    email: text('Email', 'An address that is written to when something needs a person; empty for none.', {
      default: '',
    }),
    visits: { roleArns: visits, when: hasVisits },
  });
  new CfnOutput(stack, 'BusArn', {
    description: 'Where the management account, and members that forward their own edits, send events.',
    value: keeper.busArn,
  });
  new CfnOutput(stack, 'BucketName', {
    description: 'Put the policy here, as ACCOUNT/contacts.yaml; plans, reports and journals lie beside it.',
    value: keeper.bucketName,
  });
  new CfnOutput(stack, 'MachineArn', {
    description: 'Start an execution to look at everything now.',
    value: keeper.machineArn,
  });
};
