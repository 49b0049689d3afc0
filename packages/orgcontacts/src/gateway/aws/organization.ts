import {
  type Account,
  DescribeAccountCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListParentsCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { AccountId } from '../../contact/account-id.ts';
import { ok, type Result } from '../../failure/failure.ts';
import type { ListedAccount, ListedUnit } from '../answers.ts';
import type { OrganizationGateway } from '../gateway.ts';
import { call, promised } from './call.ts';
import { page, readAccountId } from './page.ts';

/** The organization through the Organizations API, one page a call. */
export const awsOrganization = (client: OrganizationsClient): OrganizationGateway => ({
  describeOrganization: () =>
    call(
      'organizations:DescribeOrganization',
      (options) => client.send(new DescribeOrganizationCommand({}), options),
      (answer) => {
        const organization = promised(answer.Organization, 'Organization');
        return {
          id: promised(organization.Id, 'Organization.Id'),
          managementAccountId: readAccountId(organization.MasterAccountId),
          featureSet: promised(organization.FeatureSet, 'Organization.FeatureSet'),
        };
      },
    ),
  listAccounts: (token) =>
    call(
      'organizations:ListAccounts',
      (options) => client.send(new ListAccountsCommand({ NextToken: token }), options),
      (answer) => page(answer.Accounts, readAccount, answer.NextToken),
    ),
  describeAccount: (id) => describeAccount(client, id),
  listRoots: (token) =>
    call(
      'organizations:ListRoots',
      (options) => client.send(new ListRootsCommand({ NextToken: token }), options),
      (answer) => page(answer.Roots, readUnit, answer.NextToken),
    ),
  listUnits: (ParentId, token) =>
    call(
      'organizations:ListOrganizationalUnitsForParent',
      (options) => client.send(new ListOrganizationalUnitsForParentCommand({ ParentId, NextToken: token }), options),
      (answer) => page(answer.OrganizationalUnits, readUnit, answer.NextToken),
    ),
  listAccountsIn: (ParentId, token) =>
    call(
      'organizations:ListAccountsForParent',
      (options) => client.send(new ListAccountsForParentCommand({ ParentId, NextToken: token }), options),
      (answer) => page(answer.Accounts, ({ Id }) => readAccountId(Id), answer.NextToken),
    ),
  listParents: (ChildId, token) =>
    call(
      'organizations:ListParents',
      (options) => client.send(new ListParentsCommand({ ChildId, NextToken: token }), options),
      (answer) => page(answer.Parents, ({ Id }) => promised(Id, 'the id of a parent'), answer.NextToken),
    ),
  listTags: (ResourceId, token) =>
    call(
      'organizations:ListTagsForResource',
      (options) => client.send(new ListTagsForResourceCommand({ ResourceId, NextToken: token }), options),
      (answer) => page(answer.Tags, ({ Key, Value }) => [Key ?? '', Value ?? ''] as const, answer.NextToken),
    ),
});

const describeAccount = async (
  client: OrganizationsClient,
  AccountId: AccountId,
): Promise<Result<ListedAccount | undefined>> => {
  const described = await call(
    'organizations:DescribeAccount',
    (options) => client.send(new DescribeAccountCommand({ AccountId }), options),
    ({ Account }) => readAccount(promised(Account, 'Account')),
  );
  return described.kind === 'failed' && described.failure.kind === 'missing' ? ok(undefined) : described;
};

const readAccount = ({ Id, Name, Email, State, Status, Paths }: Account): ListedAccount => {
  const unitIds = readPath(Paths?.[0]);
  return {
    id: readAccountId(Id),
    name: Name ?? '',
    email: Email ?? '',
    // Status is deprecated and may vanish; an account that says neither is not known to be usable.
    state: State ?? Status ?? 'UNKNOWN',
    ...(unitIds && { unitIds }),
  };
};

/** A path is `o-…/r-…/ou-…/…/<account id>/`, own id and trailing slash included (AWS service model). */
const readPath = (path: string | undefined): readonly string[] | undefined => path?.split('/').slice(1, -2);

const readUnit = ({ Id, Name }: { Id?: string | undefined; Name?: string | undefined }): ListedUnit => ({
  id: promised(Id, 'the id of a unit'),
  name: Name ?? '',
});
