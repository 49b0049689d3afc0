import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';
import { badInput, refusal } from './organizations.builder.ts';

const alone = () => createEmulator({ empty: true, account: ids.management, quotas: 'off' });

describe('CreateOrganization', () => {
  it('makes the caller the management account of an organization with all features', async () => {
    const client = organizations(alone(), ids.management);
    const { status, body } = await client.call('CreateOrganization');
    expect(status).toBe(200);
    expect(body).toEqual({
      Organization: {
        Id: expect.stringMatching(/^o-[a-z0-9]{10,32}$/),
        Arn: expect.stringMatching(/^arn:aws:organizations::111122223333:organization\/o-[a-z0-9]{10,32}$/),
        FeatureSet: 'ALL',
        MasterAccountArn: expect.stringMatching(/^arn:aws:organizations::111122223333:account\/o-\w+\/111122223333$/),
        MasterAccountId: ids.management,
        MasterAccountEmail: 'aws+standalone@example.com',
        AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
      },
    });
    expect((await client.call('DescribeOrganization')).body).toEqual(body);
  });

  it('begins with a root that holds the account, no trusted access and no delegated administrator', async () => {
    const client = organizations(alone(), ids.management);
    await client.call('CreateOrganization', { FeatureSet: 'ALL' });
    const roots = await client.call('ListRoots');
    expect(roots.body).toMatchObject({ Roots: [{ Id: expect.stringMatching(/^r-[0-9a-z]{4,32}$/), Name: 'Root' }] });
    expect((await client.call('ListParents', { ChildId: ids.management })).body).toMatchObject({
      Parents: [{ Type: 'ROOT' }],
    });
    expect((await client.call('ListAccounts')).body).toMatchObject({ Accounts: [{ Id: ids.management }] });
    expect((await client.call('ListAWSServiceAccessForOrganization')).body).toEqual({ EnabledServicePrincipals: [] });
    expect((await client.call('ListDelegatedAdministrators')).body).toEqual({ DelegatedAdministrators: [] });
  });

  it('has service control policies enabled in the root, with p-FullAWSAccess attached', async () => {
    const client = organizations(alone(), ids.management);
    await client.call('CreateOrganization');
    expect((await client.call('ListRoots')).body).toMatchObject({
      Roots: [{ PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }],
    });
    expect((await client.call('ListTargetsForPolicy', { PolicyId: 'p-FullAWSAccess' })).body).toMatchObject({
      Targets: [{ Type: 'ROOT' }, { Type: 'ACCOUNT', TargetId: ids.management }],
    });
  });

  it('has no policy type enabled with consolidated billing only', async () => {
    const client = organizations(alone(), ids.management);
    await client.call('CreateOrganization', { FeatureSet: 'CONSOLIDATED_BILLING' });
    expect((await client.call('ListRoots')).body).toMatchObject({ Roots: [{ PolicyTypes: [] }] });
  });

  it('with consolidated billing only, trusted access cannot be had', async () => {
    const emulator = alone();
    const client = organizations(emulator, ids.management);
    const { body } = await client.call('CreateOrganization', { FeatureSet: 'CONSOLIDATED_BILLING' });
    expect(body).toMatchObject({ Organization: { FeatureSet: 'CONSOLIDATED_BILLING' } });
    const service = { ServicePrincipal: 'account.amazonaws.com' };
    expect(await client.call('EnableAWSServiceAccess', service)).toMatchObject({
      status: 400,
      body: { __type: 'ConstraintViolationException', Reason: 'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE' },
    });
    const { body: denial } = await account(emulator, ids.management).call('GetAlternateContact', {
      AlternateContactType: 'SECURITY',
      AccountId: ids.management,
    });
    expect(denial['message']).toContain('must first enable trusted access');
  });

  it.each([ids.management, ids.member])('refuses %s, which is in an organization', async (caller) => {
    expect(await organizations(emulatorOf(), caller).call('CreateOrganization')).toMatchObject(
      refusal('AlreadyInOrganizationException', 'The AWS account is already a member of an organization.'),
    );
  });

  it('makes a second organization beside the first, which neither sees nor touches it', async () => {
    const emulator = emulatorOf();
    const own = organizations(emulator, ids.outsider);
    expect(await own.call('CreateOrganization')).toMatchObject({
      status: 200,
      body: { Organization: { MasterAccountId: ids.outsider } },
    });
    const { Roots } = (await own.call('ListRoots')).body as { readonly Roots: readonly { readonly Id: string }[] };
    expect(Roots[0]?.Id).not.toBe(ids.root);
    expect((await own.call('ListAccounts')).body).toMatchObject({ Accounts: [{ Id: ids.outsider }] });
    const first = organizations(emulator, ids.management);
    expect((await first.call('ListAccounts')).body['Accounts']).toHaveLength(4);
    expect(await own.call('DescribeAccount', { AccountId: ids.member })).toMatchObject(
      refusal('AccountNotFoundException', "You specified an account that doesn't exist."),
    );
    expect(await first.call('ListAccountsForParent', { ParentId: Roots[0]?.Id })).toMatchObject(
      refusal('ParentNotFoundException', "You specified parent that doesn't exist."),
    );
  });

  it('refuses a feature set that is none', async () => {
    expect(
      await organizations(alone(), ids.management).call('CreateOrganization', { FeatureSet: 'SOME' }),
    ).toMatchObject(badInput('INVALID_ENUM:FEATURE_SET', 'You specified an invalid value.'));
  });
});
