import { describe, expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids, smallWorld } from '../../world/worlds.builder.ts';
import { management, refusal, required } from './organizations.builder.ts';

const service = { ServicePrincipal: 'account.amazonaws.com' };

describe('DisableAWSServiceAccess', () => {
  it('ends trusted access', async () => {
    const client = organizations(emulatorOf({ world: smallWorld({ delegatedAdministrators: [] }) }), ids.management);
    expect(await client.call('DisableAWSServiceAccess', service)).toMatchObject({ status: 200, body: {} });
    expect((await client.call('ListAWSServiceAccessForOrganization')).body).toEqual({ EnabledServicePrincipals: [] });
  });

  it('is refused while the service has a delegated administrator', async () => {
    const client = management();
    expect(await client.call('DisableAWSServiceAccess', service)).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'You must deregister all delegated administrators for this service before you disable service access.',
        'DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE',
      ),
    );
    await client.call('DeregisterDelegatedAdministrator', { ...service, AccountId: ids.delegated });
    expect(await client.call('DisableAWSServiceAccess', service)).toMatchObject({ status: 200 });
  });

  it('does not mind a service that is not trusted', async () => {
    expect(await management().call('DisableAWSServiceAccess', { ServicePrincipal: 'x.amazonaws.com' })).toMatchObject({
      status: 200,
    });
  });

  it('needs a service principal', async () => {
    expect(await management().call('DisableAWSServiceAccess')).toMatchObject(required('SERVICE_PRINCIPAL'));
  });
});
