import type { World } from '../world/world-file.ts';
import { ids, smallWorld } from '../world/worlds.builder.ts';

/** The access keys of the users of the crowded world. */
export const userKeys = ['AKIAIOSFODNN7EXAMPLE', 'AKIAI44QH8DHBEXAMPLE'] as const;

const since = '2026-01-02T03:04:05.678Z';

const document = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Contacts',
      Effect: 'Allow',
      Action: ['account:*', 'organizations:List*', 'organizations:Describe*'],
      Resource: ['arn:aws:account::*:account/*', '*'],
      Condition: {
        StringLike: { 'account:AlternateContactTypes': ['SEC*', "${aws:username, 'BILLING'}"] },
        'ForAllValues:StringEqualsIgnoreCase': { 'aws:TagKeys': ['team', 'env'] },
        DateGreaterThanIfExists: { 'aws:CurrentTime': since },
        NumericLessThanEqualsIfExists: { 'aws:MultiFactorAuthAge': 300 },
        BoolIfExists: { 'aws:SecureTransport': 'false' },
        IpAddressIfExists: { 'aws:SourceIp': '127.0.0.0/8' },
        Null: { 'aws:PrincipalOrgID': false },
      },
    },
    { Effect: 'Deny', NotAction: 'account:*', NotResource: 'arn:aws:account::${aws:PrincipalAccount}:account' },
  ],
};

const trust = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { AWS: [ids.management, `arn:aws:iam::${ids.delegated}:root`] },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': 'example' } },
  },
};

/** A world that has one of everything that a world can have. */
export const crowdedWorld = (): World => {
  const { organization, units, accounts, ...rest } = smallWorld({
    policyTypes: ['SERVICE_CONTROL_POLICY'],
    policies: [{ id: 'p-12345678', name: 'some', description: '', content: JSON.stringify(document), tags: {} }],
  });
  const serviceControlPolicies = ['p-FullAWSAccess', 'p-12345678'];
  return {
    ...rest,
    ...(organization && { organization }),
    units: units.map((unit) => (unit.id === ids.workloads ? { ...unit, serviceControlPolicies } : unit)),
    accounts: accounts.map((account) => (account.id === ids.member ? { ...account, ...settings } : account)),
  };
};

const settings: Partial<World['accounts'][number]> = {
  contacts: {
    SECURITY: { Name: 'Mary Major', Title: 'CISO', EmailAddress: 'mary@example.com', PhoneNumber: '+1(555)555-5555' },
  },
  primaryContact: {
    FullName: 'Mary Major',
    AddressLine1: '1 Main Street',
    City: 'Anytown',
    StateOrRegion: 'WA',
    PostalCode: '12345',
    CountryCode: 'US',
    PhoneNumber: '+15555550100',
  },
  primaryEmailUpdate: { email: 'new@example.com', otp: '123456', status: 'PENDING', updatedAt: since, starts: [since] },
  phoneVerification: { otp: '123456', phoneNumber: '+15555550100', sentAt: since },
  regions: {
    'af-south-1': { status: 'ENABLING', until: '2026-11-24T00:10:00.000Z' },
    'ap-east-1': { status: 'ENABLED' },
  },
  roles: [
    {
      name: 'Reader',
      policies: [document, 'AWSAccountManagementReadOnlyAccess'],
      boundary: 'AdministratorAccess',
      tags: { team: 'payments' },
      trust,
      maxSessionDuration: 3600,
    },
  ],
  users: [
    { name: 'mary', accessKeyId: userKeys[0], policies: [document], tags: { team: 'payments' } },
    { name: 'john', accessKeyId: userKeys[1], policies: ['AdministratorAccess'], boundary: document, tags: {} },
  ],
};
