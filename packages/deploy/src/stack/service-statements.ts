import type { Statement } from 'orgcontacts';
import { writeStatements } from './function-statements.ts';
import { names } from './names.ts';
import { allow, inAccounts, type Organization, organizationReads } from './organization-statements.ts';
import { arnHere, machineArn, type Places, roleArn } from './places.ts';

/** What the state machine may do. */
export const machineStatements = (places: Places): readonly Statement[] => [
  allow(
    'RunFunctions',
    ['lambda:InvokeFunction'],
    [names.functions.begin, names.functions.plan, names.functions.apply].map((name) =>
      arnHere(places, 'lambda', `function:${name}`),
    ),
  ),
  allow('Tell', ['sns:Publish'], [arnHere(places, 'sns', names.topic)]),
];

/** What the schedule may do. */
export const scheduleStatements = (places: Places): readonly Statement[] => [
  allow('Start', ['states:StartExecution'], [machineArn(places)]),
];

/** What a function may do to reach the contacts of the management account: read for `plan`, read and write for `apply`. */
export const managementStatements = (
  places: Places,
  role: 'readManagement' | 'writeManagement',
): readonly Statement[] => [
  allow(
    'ReachTheManagementAccount',
    ['sts:AssumeRole'],
    [roleArn(places, places.managementAccountId, names.roles[role])],
  ),
];

/** What the deployment may do in another organization that it looks after: all that `plan` and `apply` call there. */
export const visitStatements = (places: Organization): readonly Statement[] => [
  ...organizationReads(places),
  allow(
    'ReadAccounts',
    ['organizations:ListTagsForResource', 'organizations:DescribeAccount'],
    [inAccounts(places, 'organizations')],
  ),
  allow('ReadContacts', ['account:GetAlternateContact'], [inAccounts(places, 'account')]),
  ...writeStatements(places),
];
