import type { Statement } from 'orgcontacts';
import { names } from './names.ts';
import { allow, inAccounts, type Organization, organizationReads } from './organization-statements.ts';
import { arnHere, machineArn, type Places } from './places.ts';

/** Each function writes to its own log group, which the deployment made. */
const logs = (places: Places, name: string): Statement =>
  allow(
    'Log',
    ['logs:CreateLogStream', 'logs:PutLogEvents'],
    [arnHere(places, 'logs', `log-group:/aws/lambda/${name}:*`)],
  );

const objects = ({ bucketArn }: Places, ...patterns: readonly string[]): readonly string[] =>
  patterns.map((pattern) => `${bucketArn}/${pattern}`);

/** Without it S3 answers 403 and not 404 for an object that is not there (AWS docs: GetObject). */
const seeWhatIsMissing = ({ bucketArn }: Places): Statement =>
  allow('SeeWhatIsMissing', ['s3:ListBucket'], [bucketArn]);

/** Nobody else may have the turn at the same time: a lock by conditional write. */
const takeTurns = (places: Places): readonly Statement[] => [
  allow('TakeTurns', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], objects(places, '*/claims/*')),
];

/** What `begin` may do: look for the pause. */
export const beginStatements = (places: Places): readonly Statement[] => [
  logs(places, names.functions.begin),
  allow('LookForPause', ['s3:GetObject'], objects(places, '*/paused.json')),
  seeWhatIsMissing(places),
];

/** What `plan` may do: read the organization and its contacts, and keep plans. No write to any account. */
export const planStatements = (places: Places): readonly Statement[] => [
  logs(places, names.functions.plan),
  allow('ReadPolicy', ['s3:GetObject'], objects(places, '*/paused.json', '*/contacts.yaml', '*/watch.json', 'work/*')),
  allow('KeepPlans', ['s3:PutObject'], objects(places, '*/plans/*', '*/reports/*', '*/watch.json', 'work/*')),
  seeWhatIsMissing(places),
  ...takeTurns(places),
  ...organizationReads(places),
  allow('ReadTags', ['organizations:ListTagsForResource'], [inAccounts(places, 'organizations')]),
  allow('ReadContacts', ['account:GetAlternateContact'], [inAccounts(places, 'account')]),
];

/** What `apply` may do without writing: read plans, keep the journal, look at accounts again. */
export const applyStatements = (places: Places): readonly Statement[] => [
  logs(places, names.functions.apply),
  allow(
    'ReadPlans',
    ['s3:GetObject'],
    objects(places, '*/paused.json', '*/plans/*', '*/runs/*', '*/watch.json', 'work/*'),
  ),
  allow('KeepJournal', ['s3:PutObject'], objects(places, '*/runs/*', '*/watch.json', 'work/*')),
  seeWhatIsMissing(places),
  ...takeTurns(places),
  ...organizationReads(places),
  allow('LookAgain', ['organizations:DescribeAccount'], [inAccounts(places, 'organizations')]),
  allow('ReadContacts', ['account:GetAlternateContact'], [inAccounts(places, 'account')]),
];

/** What `apply` may do besides where the deployment writes; a report-only one has no role that could. */
export const writeStatements = (places: Organization): readonly Statement[] => [
  allow(
    'WriteContacts',
    ['account:PutAlternateContact', 'account:DeleteAlternateContact'],
    [inAccounts(places, 'account')],
  ),
];

/** What `notice` may do: take events, and start executions. */
export const noticeStatements = (places: Places): readonly Statement[] => [
  logs(places, names.functions.notice),
  allow(
    'TakeEvents',
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    [arnHere(places, 'sqs', names.queue)],
  ),
  allow('Start', ['states:StartExecution'], [machineArn(places)]),
];
