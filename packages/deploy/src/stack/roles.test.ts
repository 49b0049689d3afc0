import { describe, expect, it } from 'vitest';
import { names } from './names.ts';
import { ids, resourcesOf } from './resolve-template.builder.ts';
import { type DeclaredRole, rolesOf } from './roles-of.builder.ts';

const everything = { Writes: 'yes', ManagesManagementAccount: 'yes' };
const keeper = rolesOf(resourcesOf('administrator', everything));
const reporting = rolesOf(resourcesOf('administrator'));
const management = rolesOf(resourcesOf('management'));
const member = rolesOf(resourcesOf('member', {}, '444455556666'));
const visited = rolesOf(
  resourcesOf('visited', { OrganizationId: 'o-otherorgid00', ManagementAccountId: '555566667777' }),
);

const contact = 'arn:aws:account::111122223333:account/o-exampleorgid/444455556666';
const orgAccount = 'arn:aws:organizations::111122223333:account/o-exampleorgid/444455556666';
const unit = 'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-ex01-workload1';
const here = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:${ids.keeper}:${rest}`;
const object = (key: string) => `arn:aws:s3:::${ids.bucket}/${key}`;
const iam = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const log = (name: string) => here('logs', `log-group:/aws/lambda/${name}:log-stream:1`);
const key = (rest: string) => object(`${ids.keeper}/${rest}`);

/** What a role does, on what, and what is nearest to that and not allowed. */
type Right = readonly [action: string, on: string, notOn: string];

const elsewhere = {
  contact: 'arn:aws:account::111122223333:account/o-otherorgid00/444455556666',
  account: 'arn:aws:organizations::111122223333:account/o-otherorgid00/444455556666',
  unit: 'arn:aws:organizations::111122223333:ou/o-otherorgid00/ou-ex01-workload1',
  object: 'arn:aws:s3:::another-bucket/paused',
  log: log('another-function'),
};
const nowhere = 'none: these actions know no resources';

const logs = (name: string): readonly Right[] => [
  ['logs:CreateLogStream', log(name), elsewhere.log],
  ['logs:PutLogEvents', log(name), elsewhere.log],
];
const turns: readonly Right[] = [['s3:DeleteObject', key('claims/00000001'), key('runs/run-1/journal/00000001.jsonl')]];
const listing: readonly Right[] = [
  ['organizations:DescribeOrganization', '*', nowhere],
  ['organizations:ListAccounts', '*', nowhere],
  ['organizations:ListDelegatedAdministrators', '*', nowhere],
  ['organizations:ListRoots', '*', nowhere],
  ['organizations:ListOrganizationalUnitsForParent', unit, elsewhere.unit],
  ['organizations:ListAccountsForParent', unit, elsewhere.unit],
];
const missing: Right = ['s3:ListBucket', `arn:aws:s3:::${ids.bucket}`, 'arn:aws:s3:::another-bucket'];

/** Every role with every action that it has: nothing stands in a template that does not stand here. */
const rights: readonly (readonly [DeclaredRole | undefined, readonly Right[]])[] = [
  [
    keeper.get(names.roles.begin),
    [...logs(names.functions.begin), ['s3:GetObject', key('paused.json'), key('contacts.yaml')], missing],
  ],
  [
    keeper.get(names.roles.plan),
    [
      ...logs(names.functions.plan),
      ...turns,
      ...listing,
      missing,
      ['s3:GetObject', key('contacts.yaml'), key('runs/run-1/plan.json')],
      ['s3:PutObject', key('plans/run-1.json'), key('contacts.yaml')],
      ['organizations:ListTagsForResource', orgAccount, elsewhere.account],
      ['account:GetAlternateContact', contact, elsewhere.contact],
      [
        'sts:AssumeRole',
        iam(ids.management, names.roles.readManagement),
        iam(ids.management, names.roles.writeManagement),
      ],
    ],
  ],
  [
    keeper.get(names.roles.apply),
    [
      ...logs(names.functions.apply),
      ...turns,
      ...listing,
      missing,
      ['s3:GetObject', key('plans/run-1.json'), key('reports/execution-1-1.json')],
      ['s3:PutObject', key('runs/run-1/journal/00000001.jsonl'), key('plans/run-1.json')],
      ['organizations:DescribeAccount', orgAccount, elsewhere.account],
      ['account:GetAlternateContact', contact, elsewhere.contact],
      ['account:PutAlternateContact', contact, elsewhere.contact],
      ['account:DeleteAlternateContact', contact, elsewhere.contact],
      [
        'sts:AssumeRole',
        iam(ids.management, names.roles.writeManagement),
        iam(ids.management, 'OrganizationAccountAccessRole'),
      ],
    ],
  ],
  [
    keeper.get(names.roles.notice),
    [
      ...logs(names.functions.notice),
      ['sqs:ReceiveMessage', here('sqs', names.queue), here('sqs', names.deadLetters)],
      ['sqs:DeleteMessage', here('sqs', names.queue), here('sqs', names.deadLetters)],
      ['sqs:GetQueueAttributes', here('sqs', names.queue), here('sqs', names.deadLetters)],
      [
        'states:StartExecution',
        here('states', `stateMachine:${names.machine}`),
        here('states', 'stateMachine:another'),
      ],
    ],
  ],
  [
    keeper.get(names.roles.machine),
    [
      [
        'lambda:InvokeFunction',
        here('lambda', `function:${names.functions.apply}`),
        here('lambda', 'function:another'),
      ],
      ['sns:Publish', here('sns', names.topic), here('sns', 'another')],
    ],
  ],
  [
    keeper.get(names.roles.schedule),
    [
      [
        'states:StartExecution',
        here('states', `stateMachine:${names.machine}`),
        here('states', 'stateMachine:another'),
      ],
    ],
  ],
  [
    management.get(names.roles.forward),
    [['events:PutEvents', here('events', `event-bus/${names.bus}`), here('events', 'event-bus/default')]],
  ],
  [
    member.get(names.roles.forward),
    [['events:PutEvents', here('events', `event-bus/${names.bus}`), here('events', 'event-bus/default')]],
  ],
  [
    management.get(names.roles.readManagement),
    [['account:GetAlternateContact', 'arn:aws:account::111122223333:account', contact]],
  ],
  [
    management.get(names.roles.writeManagement),
    [
      ['account:GetAlternateContact', 'arn:aws:account::111122223333:account', contact],
      ['account:PutAlternateContact', 'arn:aws:account::111122223333:account', contact],
      ['account:DeleteAlternateContact', 'arn:aws:account::111122223333:account', contact],
    ],
  ],
];

/** Actions that somebody could wish for and nobody gets: all of the services that the deployment touches, and what is most feared. */
const feared = [
  ...[
    'PutContactInformation',
    'CloseAccount',
    'EnableRegion',
    'DisableRegion',
    'PutAccountName',
    'StartPrimaryEmailUpdate',
  ].map((each) => `account:${each}`),
  ...[
    'CloseAccount',
    'MoveAccount',
    'RemoveAccountFromOrganization',
    'TagResource',
    'AttachPolicy',
    'RegisterDelegatedAdministrator',
    'EnableAWSServiceAccess',
  ].map((each) => `organizations:${each}`),
  ...['iam:PassRole', 'iam:CreateAccessKey', 'iam:PutRolePolicy', 'sts:AssumeRole', 'sts:GetFederationToken'],
  ...[
    's3:PutBucketPolicy',
    's3:DeleteObjectVersion',
    's3:PutLifecycleConfiguration',
    'lambda:UpdateFunctionCode',
    'states:UpdateStateMachine',
    'sns:Subscribe',
    'events:PutRule',
    'sqs:SendMessage',
  ],
];

describe.each(rights.map(([role, all]) => [role?.name ?? '', role, all] as const))('the role %s', (_, role, all) => {
  it.each(all)('may %s where its function needs it, and nowhere else', (action, on, notOn) => {
    expect(role?.may(action, on)).toBe(true);
    if (notOn !== nowhere) expect(role?.may(action, notOn)).toBe(false);
  });

  it('may do nothing that does not stand here', () => {
    expect(role?.actions).toEqual([...new Set(all.map(([action]) => action))].sort());
    const resources = [...all.map(([, on]) => on), '*', contact, orgAccount, iam(ids.keeper, 'admin')];
    const allowed = feared.filter((action) => !role?.actions.includes(action));
    expect(allowed.filter((action) => resources.some((resource) => role?.may(action, resource)))).toEqual([]);
  });
});

describe('a deployment that only reports', () => {
  it('has no role that could write a contact, or reach one that could', () => {
    for (const role of reporting.values())
      for (const action of ['account:PutAlternateContact', 'account:DeleteAlternateContact'])
        expect(role.may(action, contact), `${role.name} ${action}`).toBe(false);
  });

  it('can be told to leave the management account alone altogether', () => {
    const roles = rolesOf(resourcesOf('administrator', { ...everything, ManagesManagementAccount: 'no' }));
    expect([...roles.values()].filter(({ actions }) => actions.includes('sts:AssumeRole'))).toEqual([]);
  });
});

describe('another organization', () => {
  it('lets itself be visited by two functions of one account, for its own accounts', () => {
    const role = visited.get(names.roles.visit);
    expect(
      role?.may('account:PutAlternateContact', 'arn:aws:account::555566667777:account/o-otherorgid00/666677778888'),
    ).toBe(true);
    expect(role?.may('account:PutAlternateContact', contact)).toBe(false);
    expect(role?.trust).toMatchObject({
      Statement: [
        {
          Principal: { AWS: `arn:aws:iam::${ids.keeper}:root` },
          Condition: {
            ArnEquals: { 'aws:PrincipalArn': [iam(ids.keeper, names.roles.plan), iam(ids.keeper, names.roles.apply)] },
          },
        },
      ],
    });
  });

  it('is visited only with the roles that are named', () => {
    const arn = iam('333344445555', names.roles.visit);
    const roles = rolesOf(resourcesOf('administrator', { ...everything, VisitRoleArns: arn }));
    for (const name of [names.roles.plan, names.roles.apply]) {
      expect(roles.get(name)?.may('sts:AssumeRole', arn)).toBe(true);
      expect(keeper.get(name)?.may('sts:AssumeRole', arn)).toBe(false);
    }
  });
});
