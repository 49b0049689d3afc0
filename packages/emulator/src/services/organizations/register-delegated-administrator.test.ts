import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids, makeClock, smallWorld } from '../../world/worlds.builder.ts';
import { management, misshapen, refusal, required } from './organizations.builder.ts';

const service = { ServicePrincipal: 'account.amazonaws.com' };
const register = { ...service, AccountId: ids.member };
const nobody = () => organizations(emulatorOf({ world: smallWorld({ delegatedAdministrators: [] }) }), ids.management);

describe('RegisterDelegatedAdministrator', () => {
  it('lets the account reach the contacts of others and read the organization, at once', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock, world: smallWorld({ delegatedAdministrators: [] }) });
    const client = organizations(emulator, ids.management);
    expect(await client.call('RegisterDelegatedAdministrator', register)).toMatchObject({ status: 200, body: {} });
    const read = { AlternateContactType: 'SECURITY', AccountId: ids.suspended };
    expect(await account(emulator, ids.member).call('GetAlternateContact', read)).toMatchObject({ status: 404 });
    expect(await organizations(emulator, ids.member).call('ListAccounts')).toMatchObject({ status: 200 });
    expect((await client.call('ListDelegatedAdministrators')).body).toMatchObject({
      DelegatedAdministrators: [{ Id: ids.member, DelegationEnabledDate: clock.now() / 1000 }],
    });
  });

  it('comes after trusted access', async () => {
    const world = smallWorld({ trustedServices: [], delegatedAdministrators: [] });
    const client = organizations(emulatorOf({ world }), ids.management);
    expect(await client.call('RegisterDelegatedAdministrator', register)).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You must enable service access before you delegate an administrator for this service. Call the AWS API EnableAWSServiceAccess first.',
        'SERVICE_ACCESS_NOT_ENABLED',
      ),
    );
    await client.call('EnableAWSServiceAccess', service);
    expect(await client.call('RegisterDelegatedAdministrator', register)).toMatchObject({ status: 200 });
  });

  it('refuses the management account', async () => {
    expect(
      await nobody().call('RegisterDelegatedAdministrator', { ...service, AccountId: ids.management }),
    ).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You cannot register management account/yourself as delegated administrator for your organization.',
        'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
      ),
    );
  });

  it('refuses an account that is suspended', async () => {
    expect(
      await nobody().call('RegisterDelegatedAdministrator', { ...service, AccountId: ids.suspended }),
    ).toMatchObject({
      status: 400,
      body: {
        __type: 'ConstraintViolationException',
        Reason: 'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR',
      },
    });
  });

  it.each([ids.unknown, ids.outsider])('does not know %s', async (id) => {
    expect(await nobody().call('RegisterDelegatedAdministrator', { ...service, AccountId: id })).toMatchObject(
      refusal('AccountNotFoundException', "You specified an account that doesn't exist."),
    );
  });

  it('refuses the same account twice', async () => {
    expect(
      await management().call('RegisterDelegatedAdministrator', { ...service, AccountId: ids.delegated }),
    ).toMatchObject(
      refusal(
        'AccountAlreadyRegisteredException',
        'The specified account is already a delegated administrator for this AWS service.',
      ),
    );
  });

  it('has one place for Account Management, and more for other services', async () => {
    const client = management();
    expect(await client.call('RegisterDelegatedAdministrator', register)).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You have exceeded the number of delegated administrators allowed for the service principal.',
        'MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED',
      ),
    );
    const config = { ServicePrincipal: 'config.amazonaws.com' };
    await client.call('EnableAWSServiceAccess', config);
    for (const AccountId of [ids.delegated, ids.member])
      expect(await client.call('RegisterDelegatedAdministrator', { ...config, AccountId })).toMatchObject({
        status: 200,
      });
  });

  it('needs an account and a service', async () => {
    expect(await management().call('RegisterDelegatedAdministrator', service)).toMatchObject(required('ACCOUNT_ID'));
    expect(await management().call('RegisterDelegatedAdministrator', { AccountId: ids.member })).toMatchObject(
      required('SERVICE_PRINCIPAL'),
    );
    expect(await management().call('RegisterDelegatedAdministrator', { ...service, AccountId: 'x' })).toMatchObject(
      misshapen('ACCOUNT_ID'),
    );
  });
});
