import { expect, it } from 'vitest';
import { organizations } from '../../client.builder.ts';
import { emulatorOf, ids } from '../../world/worlds.builder.ts';

it.each([ids.management, ids.delegated])(
  'ListAWSServiceAccessForOrganization shows %s the trusted services',
  async (caller) => {
    expect(await organizations(emulatorOf(), caller).call('ListAWSServiceAccessForOrganization')).toMatchObject({
      status: 200,
      body: { EnabledServicePrincipals: [{ ServicePrincipal: 'account.amazonaws.com', DateEnabled: 1767323045.678 }] },
    });
  },
);
