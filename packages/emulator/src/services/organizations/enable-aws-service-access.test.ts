import { describe, expect, it } from 'vitest';
import { account, organizations } from '../../client.builder.ts';
import { emulatorOf, ids, makeClock, smallWorld } from '../../world/worlds.builder.ts';
import { badInput, management, misshapen, refusal, required } from './organizations.builder.ts';

const service = { ServicePrincipal: 'account.amazonaws.com' };
const nothingTrusted = { trustedServices: [], delegatedAdministrators: [] };

describe('EnableAWSServiceAccess', () => {
  it('opens the organization context at once, and says since when', async () => {
    const clock = makeClock();
    const emulator = emulatorOf({ clock, world: smallWorld(nothingTrusted) });
    const client = organizations(emulator, ids.management);
    expect(await client.call('EnableAWSServiceAccess', service)).toMatchObject({ status: 200, body: {} });
    expect((await client.call('ListAWSServiceAccessForOrganization')).body).toEqual({
      EnabledServicePrincipals: [{ ...service, DateEnabled: clock.now() / 1000 }],
    });
    const read = { AlternateContactType: 'SECURITY', AccountId: ids.member };
    expect(await account(emulator, ids.management).call('GetAlternateContact', read)).toMatchObject({ status: 404 });
  });

  it('changes nothing the second time', async () => {
    const client = management();
    const before = await client.call('ListAWSServiceAccessForOrganization');
    expect(await client.call('EnableAWSServiceAccess', service)).toMatchObject({ status: 200 });
    expect((await client.call('ListAWSServiceAccessForOrganization')).body).toEqual(before.body);
  });

  it('needs an organization with all features', async () => {
    const world = smallWorld({ featureSet: 'CONSOLIDATED_BILLING', ...nothingTrusted });
    expect(
      await organizations(emulatorOf({ world }), ids.management).call('EnableAWSServiceAccess', service),
    ).toMatchObject(
      refusal(
        'ConstraintViolationException',
        'The organization must have all features enabled.',
        'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
      ),
    );
  });

  it('needs a service principal', async () => {
    expect(await management().call('EnableAWSServiceAccess')).toMatchObject(required('SERVICE_PRINCIPAL'));
    expect(await management().call('EnableAWSServiceAccess', { ServicePrincipal: 'a b' })).toMatchObject(
      misshapen('SERVICE_PRINCIPAL'),
    );
    expect(await management().call('EnableAWSServiceAccess', { ServicePrincipal: 'a'.repeat(129) })).toMatchObject(
      badInput('MAX_LENGTH_EXCEEDED:SERVICE_PRINCIPAL', 'You provided a value that is longer than the maximum.'),
    );
  });
});
