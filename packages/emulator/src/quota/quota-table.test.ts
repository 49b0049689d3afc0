import { describe, expect, it } from 'vitest';
import { accountOperations } from '../services/account/index.ts';
import { organizationsOperations } from '../services/organizations/index.ts';
import { limitTables } from './quota-table.ts';

/**
 * Tokens a second and burst: per calling account, and for Organizations per organization too. Copied from AWS docs (Organizations
 * quotas, throttling table, copy of 2026; Account Management quotas), so that a slip of the table shows.
 */
const documented: Readonly<Record<string, readonly number[]>> = {
  ListAccounts: [8, 12, 9, 15],
  DescribeAccount: [20, 30, 24, 36],
  ListAccountsForParent: [5, 8, 6, 10],
  ListOrganizationalUnitsForParent: [5, 8, 6, 10],
  ListParents: [5, 8, 6, 10],
  ListTagsForResource: [10, 15, 12, 18],
  ListRoots: [1, 2, 1, 3],
  DescribeOrganization: [1, 2],
  CreateOrganizationalUnit: [1, 2],
  ListAWSServiceAccessForOrganization: [1, 3, 1, 4],
  ListDelegatedAdministrators: [5, 8, 6, 10],
  ListCreateAccountStatus: [5, 8, 6, 10],
  EnableAWSServiceAccess: [1, 2],
  DisableAWSServiceAccess: [1, 2],
  RegisterDelegatedAdministrator: [1, 2],
  DeregisterDelegatedAdministrator: [1, 2],
  CreateAccount: [0.1, 3],
  DescribeCreateAccountStatus: [2, 2, 2, 3],
  MoveAccount: [2, 3],
  CreateOrganization: [1, 1],
  TagResource: [4, 6],
  UntagResource: [4, 6],
  DescribePolicy: [2, 2, 2, 3],
  ListPolicies: [5, 8, 6, 10],
  ListPoliciesForTarget: [5, 8, 6, 10],
  ListTargetsForPolicy: [5, 8, 6, 10],
  CreatePolicy: [2, 3],
  UpdatePolicy: [2, 3],
  DeletePolicy: [2, 3],
  AttachPolicy: [2, 3],
  DetachPolicy: [2, 3],
  EnablePolicyType: [1, 1],
  DisablePolicyType: [1, 1],
  ListChildren: [6, 10, 7, 12],
  DescribeOrganizationalUnit: [2, 2, 2, 3],
  UpdateOrganizationalUnit: [2, 3],
  DeleteOrganizationalUnit: [2, 3],
  ListDelegatedServicesForAccount: [1, 3, 1, 4],
  InviteAccountToOrganization: [3, 5],
  AcceptHandshake: [1, 2, 5, 5],
  DeclineHandshake: [1, 1, 5, 5],
  CancelHandshake: [2, 3],
  DescribeHandshake: [1, 2, 6, 10],
  ListHandshakesForAccount: [5, 8, 6, 10],
  ListHandshakesForOrganization: [5, 8, 6, 10],
  CloseAccount: [0.05, 1],
  RemoveAccountFromOrganization: [2, 2],
  LeaveOrganization: [1, 1],
  DeleteOrganization: [1, 1],
  GetAlternateContact: [10, 15],
  PutAlternateContact: [5, 8],
  DeleteAlternateContact: [1, 6],
  GetContactInformation: [10, 15],
  PutContactInformation: [5, 8],
  GetPrimaryEmail: [3, 3],
  StartPrimaryEmailUpdate: [1, 1],
  AcceptPrimaryEmailUpdate: [1, 1],
  GetAccountInformation: [3, 3],
  PutAccountName: [1, 1],
  ListRegions: [5, 5],
  GetRegionOptStatus: [5, 5],
  EnableRegion: [1, 1],
  DisableRegion: [1, 1],
  // The documentation has no numbers for these.
  EnableAllFeatures: [],
  GetPrimaryEmailUpdateStatus: [],
  GetGovCloudAccountInformation: [],
  SendPhoneNumberVerification: [],
  VerifyPhoneNumber: [],
};

const china: typeof documented = {
  ...documented,
  GetAlternateContact: [3, 5],
  PutAlternateContact: [1, 6],
  DeleteAlternateContact: [1, 6],
  GetContactInformation: [3, 5],
  PutContactInformation: [1, 2],
  GetAccountInformation: [],
  PutAccountName: [],
  ListRegions: [],
  GetRegionOptStatus: [],
  EnableRegion: [],
  DisableRegion: [],
};

const numbersOf = (partition: 'aws' | 'aws-cn', operation: string): readonly number[] => {
  const limit = limitTables[partition][operation];
  return [limit?.account, limit?.organization].flatMap((quota) => (quota ? [quota.rate, quota.burst] : []));
};

const names = [...accountOperations, ...organizationsOperations].map(({ name }) => name);

describe('the quota table', () => {
  it.each(names)('has the documented numbers of %s', (name) => {
    expect(documented).toHaveProperty(name);
    expect(numbersOf('aws', name)).toEqual(documented[name]);
  });

  it.each(names)('has the documented numbers of %s in China', (name) => {
    expect(numbersOf('aws-cn', name)).toEqual(china[name]);
  });
});
