import type { Caller } from '../caller/caller.ts';
import type { ContactType } from '../contact/contact-type.ts';
import type { ContactNeeds } from './contact-needs.ts';
import { document, type PolicyDocument, type Statement } from './documents.ts';

/** What the identity is to do. */
export type Purpose = 'plan' | 'apply' | 'setup';

/** What a document is made for. */
export interface PolicySubject {
  readonly purpose: Purpose;
  readonly caller: Pick<Caller, 'accountId' | 'managementAccountId' | 'organizationId' | 'partition' | 'role'>;
  readonly needs: ContactNeeds;
}

/**
 * The least that an identity has to be allowed for its purpose and exactly this policy file: nothing in it can be left out. Reads of
 * Organizations are named one by one; contacts only of the types that the policy names (AWS docs: service authorization reference for
 * Account Management and Organizations). Pure.
 */
export const identityPolicy = (subject: PolicySubject): PolicyDocument =>
  document(subject.purpose === 'setup' ? setupStatements : [...organizationReads(subject), ...contactCalls(subject)]);

const setupStatements: readonly Statement[] = [
  {
    Sid: 'ReadWhatIsSetUp',
    Effect: 'Allow',
    Action: [
      'organizations:DescribeAccount',
      'organizations:DescribeOrganization',
      'organizations:ListAWSServiceAccessForOrganization',
      'organizations:ListDelegatedAdministrators',
    ],
    Resource: ['*'],
  },
  {
    Sid: 'SetUp',
    Effect: 'Allow',
    Action: ['organizations:EnableAWSServiceAccess', 'organizations:RegisterDelegatedAdministrator'],
    Resource: ['*'],
  },
];

const organizationReads = ({ caller, needs }: PolicySubject): readonly Statement[] => {
  const { partition, managementAccountId, organizationId, role } = caller;
  const within = (kind: string): string =>
    `arn:${partition}:organizations::${managementAccountId}:${kind}/${organizationId}/*`;
  const isMember = role === 'member';
  return [
    {
      Sid: 'ListTheOrganization',
      Effect: 'Allow',
      Action: [
        'organizations:DescribeOrganization',
        // An ordinary member may not list the organization, whatever its policies say.
        ...(isMember ? [] : ['organizations:ListAccounts']),
        // Whoever is not the management account has to be found among the administrators.
        ...(role === 'delegated-administrator' ? ['organizations:ListDelegatedAdministrators'] : []),
      ],
      Resource: ['*'],
    },
    {
      Sid: 'FindUnitsByPath',
      Effect: 'Allow',
      Action: needs.unitPaths && !isMember ? ['organizations:ListOrganizationalUnitsForParent'] : [],
      Resource: [within('root'), within('ou')],
    },
    {
      Sid: 'ReadTags',
      Effect: 'Allow',
      Action: needs.tags && !isMember ? ['organizations:ListTagsForResource'] : [],
      Resource: [within('account')],
    },
  ];
};

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
