import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { management, misshapen } from './organizations.builder.ts';

describe('ListDelegatedAdministrators', () => {
  it('shows accounts without their ways, and since when', async () => {
    expect((await management().call('ListDelegatedAdministrators')).body).toEqual({
      DelegatedAdministrators: [
        {
          Id: ids.delegated,
          Arn: 'arn:aws:organizations::111122223333:account/o-exampleorgid/222233334444',
          Email: 'aws+security-tooling@example.com',
          Name: 'security-tooling',
          Status: 'ACTIVE',
          State: 'ACTIVE',
          JoinedMethod: 'CREATED',
          JoinedTimestamp: 1767323045.678,
          DelegationEnabledDate: 1767323045.678,
        },
      ],
    });
  });

  it('shows those of one service only, when asked', async () => {
    const client = management();
    const ask = (ServicePrincipal: string | null) => client.call('ListDelegatedAdministrators', { ServicePrincipal });
    expect((await ask('account.amazonaws.com')).body['DelegatedAdministrators']).toHaveLength(1);
    expect((await ask('config.amazonaws.com')).body).toEqual({ DelegatedAdministrators: [] });
    expect((await ask(null)).body['DelegatedAdministrators']).toHaveLength(1);
  });

  it('shows an account once, for however many services it is one', async () => {
    const client = management();
    const config = { ServicePrincipal: 'config.amazonaws.com' };
    await client.call('EnableAWSServiceAccess', config);
    await client.call('RegisterDelegatedAdministrator', { ...config, AccountId: ids.delegated });
    expect((await client.call('ListDelegatedAdministrators')).body['DelegatedAdministrators']).toHaveLength(1);
  });

  it('refuses a service principal that cannot be one', async () => {
    expect(await management().call('ListDelegatedAdministrators', { ServicePrincipal: 'a b' })).toMatchObject(
      misshapen('SERVICE_PRINCIPAL'),
    );
  });
});
