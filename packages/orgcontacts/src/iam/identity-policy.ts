import type { ContactType } from '../contact/contact-type.ts';
import type { ContactNeeds } from './contact-needs.ts';
import { document, type PolicyDocument, type Statement } from './documents.ts';
import type { IamHolder } from './iam-holder.ts';
import { setupStatements } from './setup-statements.ts';

/** What the identity is to do. */
export type Purpose = 'plan' | 'apply' | 'setup';

/** What a document is made for. */
export interface PolicySubject {
  readonly purpose: Purpose;
  readonly caller: IamHolder;
  readonly needs: ContactNeeds;
  /** Whether AWS gives with each account the way down to it (Paths, AWS service model); where it does not, all units are walked. */
  readonly paths: boolean;
  /** The role in the management account that is assumed for its own contacts; null for none. */
  readonly managementRoleArn: string | null;
}

/**
 * The least that an identity has to be allowed for its purpose and exactly this policy file: nothing in it can be left out, what is called
 * only when something is in the way included. Reads of Organizations are named one by one; contacts only of the types that the policy names
 * (AWS docs: service authorization reference for Account Management and Organizations). Pure.
 */
export const identityPolicy = (subject: PolicySubject): PolicyDocument =>
  document(
    subject.purpose === 'setup'
      ? setupStatements(subject.caller)
      : [...organizationReads(subject), ...contactCalls(subject), ...managementRole(subject)],
  );

const organizationReads = ({ purpose, caller, needs, paths }: PolicySubject): readonly Statement[] => {
  // An ordinary member may not list the organization, whatever its policies say (AWS docs: who may call which operation of Organizations).
  if (caller.role === 'member') return [reads('ListTheOrganization', [describeOrganization], ['*'])];
  const within = (kind: string): string => organizationArn(caller, kind);
  const walks = needs.units || !paths;
  const writes = purpose === 'apply' && needs.put.length + needs.delete.length > 0;
  // Over the management account there are no service control policies (AWS docs).
  const isGuarded = caller.role === 'delegated-administrator' && needs.read.length > 0;
  return [
    reads(
      'ListTheOrganization',
      [
        describeOrganization,
        'organizations:ListAccounts',
        // Whoever is not the management account has to be found among the administrators.
        ...(caller.role === 'delegated-administrator' ? ['organizations:ListDelegatedAdministrators'] : []),
        ...(walks ? ['organizations:ListRoots'] : []),
        ...(needs.read.length > 0 ? ['organizations:ListAWSServiceAccessForOrganization'] : []),
      ],
      ['*'],
    ),
    reads(
      'FindUnits',
      [
        ...(walks ? ['organizations:ListOrganizationalUnitsForParent'] : []),
        ...(paths ? [] : ['organizations:ListAccountsForParent']),
      ],
      [within('root'), within('ou')],
    ),
    reads(
      'ReadAccounts',
      [
        ...(needs.tags ? ['organizations:ListTagsForResource'] : []),
        ...(writes || isGuarded ? ['organizations:DescribeAccount'] : []),
      ],
      [within('account')],
    ),
    reads(
      'ReadControlPolicies',
      isGuarded
        ? [
            'organizations:ListPoliciesForTarget',
            'organizations:DescribePolicy',
            ...(paths ? [] : ['organizations:ListParents']),
          ]
        : [],
      [within('root'), within('ou'), within('account'), within('policy')],
    ),
  ];
};

const describeOrganization = 'organizations:DescribeOrganization';

const reads = (Sid: string, Action: readonly string[], Resource: readonly string[]): Statement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});

/** All of one kind in the organization; its ARNs have the management account in them, whoever calls (AWS docs: Organizations ARNs). */
const organizationArn = ({ partition, managementAccountId, organizationId }: IamHolder, kind: string): string =>
  `arn:${partition}:organizations::${managementAccountId}:${kind}/${organizationId}/*`;

const contactCalls = ({ purpose, caller, needs }: PolicySubject): readonly Statement[] => {
  const { partition, accountId, managementAccountId, organizationId, role } = caller;
  const members = `arn:${partition}:account::${managementAccountId}:account/${organizationId}/*`;
  const own = `arn:${partition}:account::${accountId}:account`;
  // In which context each caller reaches whom: caller/reach.ts.
  const resources = {
    management: [members, own],
    'delegated-administrator': [members],
    member: [own],
  }[role];
  const statement = (Sid: string, operation: string, types: readonly ContactType[]): Statement => ({
    Sid,
    Effect: 'Allow',
    Action: types.length === 0 ? [] : [`account:${operation}`],
    Resource: resources,
    Condition: ofTypes(types),
  });
  const applies = purpose === 'apply';
  return [
    statement('ReadContacts', 'GetAlternateContact', needs.read),
    statement('WriteContacts', 'PutAlternateContact', applies ? needs.put : []),
    statement('DeleteContacts', 'DeleteAlternateContact', applies ? needs.delete : []),
  ];
};

/** ForAllValues holds where the key is missing, which the second condition rules out (AWS docs: multivalued context keys). */
const ofTypes = (types: readonly ContactType[]): NonNullable<Statement['Condition']> => ({
  'ForAllValues:StringEquals': { 'account:AlternateContactTypes': types },
  Null: { 'account:AlternateContactTypes': 'false' },
});

const managementRole = ({ managementRoleArn }: PolicySubject): readonly Statement[] =>
  managementRoleArn === null ? [] : [reads('ReachTheManagementAccount', ['sts:AssumeRole'], [managementRoleArn])];
